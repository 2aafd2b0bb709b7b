import Civic
import Intake
import Testing

@testable import Office
@testable import Store

/// Files as the branch asks for them.
@Suite struct EnrolmentFileTests {
    @Test func `the columns are those of the template, and nothing in a cell acts`() async throws {
        let setup = try await EnrolledCity(people: 60)
        let id = try await setup.make()
        let content = try await setup.content(id)
        #expect(content.name.hasPrefix("sigap-apbd-2026-NPW-01-2026-01-01-"))
        #expect(content.name.hasSuffix(".xlsx"))
        let table = try #require(
            try TableReader.read(try MemoryFile(content.bytes), name: content.name).first)
        let headings = setup.region.insurer.enrolment.columns.map(\.heading)
        #expect(table.records.cells(0) == headings)
        let people = (1..<table.records.count).map { table.records.cells($0) }
        #expect(people.count == 60)
        let nik = try #require(headings.firstIndex(of: "NIK"))
        #expect(Set(people.map { $0[nik] }) == Set((0..<60).map(EnrolledCity.nik)))
        let sex = try #require(headings.firstIndex(of: "JENIS KELAMIN"))
        #expect(Set(people.map { $0[sex] }) == ["L", "P"])
        let name = try #require(headings.firstIndex(of: "NAMA LENGKAP"))
        #expect(people.contains { $0[name].contains("HYPERLINK") })
        #expect(!people.contains { $0[name].hasPrefix("=") && $0[name].isEmpty })
        let cells = zip(headings, people[0])
        #expect(cells.contains { $0 == ("TGL MULAI", "2026-01-01") })
        #expect(cells.contains { $0 == ("JUMLAH BULAN", "2") })
        #expect(cells.contains { $0 == ("PROGRAM", "JKK JKM") })
        #expect(cells.contains { $0 == ("KODE WADAH", "NPW/01") })
    }

    @Test func `the same file can be made again, and one that would differ is refused`()
        async throws
    {
        let setup = try await EnrolledCity(people: 5)
        let id = try await setup.make()
        let first = try await setup.content(id)
        let again = try await setup.content(id)
        #expect(first.bytes == again.bytes)
        #expect(try await setup.store.insurerFile(id)?.file.digest == first.digest)
        #expect(try await setup.desk.make(EnrolledCity.fund, by: EnrolledCity.act("l")) == nil)
        #expect(try await setup.count("SELECT COUNT(*) FROM insurer_file") == 1)
        try await setup.store.engine.write { writer throws(Problem) in
            try writer.execute("UPDATE member SET name = 'Lain' WHERE id = 1")
        }
        let problem = await #expect(throws: Problem.self) { try await setup.content(id) }
        #expect(problem?.code == "insurer-file-changed")
    }

    @Test func `a template may ask for text, other columns and another order`() throws {
        let form = OutForm(
            format: .csv, sheet: "", fileName: "{wadah}_{dana}",
            columns: [
                .init(heading: "Peserta", content: .field(.name)),
                .init(heading: "No. KTP", content: .field(.nik)),
                .init(heading: "Paket", content: .value("A")),
            ])
        let day = Month(year: 2026, month: 1).firstDay
        #expect(
            form.name(fund: "csr", workerGroup: "W/2", on: day, digest: "abc")
                == "W-2-csr.csv")
    }
}
