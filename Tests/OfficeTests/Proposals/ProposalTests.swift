import Civic
import Foundation
import Intake
import Papers
import Store
import Testing

@testable import Office

/// A list of an RW, from the paste to the receipt.
@Suite("Lists of proposed people")
struct ProposalTests {
    private static let list = """
        NIK\tNama\tTgl Lahir\tRW\tPekerjaan
        3275014507900003\tSiti Aminah\t05-07-1990\t5\tPedagang
        3275011708850004\tBudi Santoso\t18-07-1985\t5\tOjek
        3275010203800005\tWahyu Hidayat\t02-03-1980\t5\tBuruh
        3275016011920006\tDewi Lestari\t20-11-1992\t5\tART
        3275052305880007\tRizky Pratama\t23-05-1988\t5\tOjek
        32750141O2950008\tNur Hayati\t01-02-1995\t5\tPedagang
        327501220688001\tJoko Susilo\t22-06-1988\t5\tBuruh
        3275011505700012\tSlamet Riyadi\t15-05-1970\t5\tTukang parkir
        3275011505700012\tSlamet Riyadi\t15-05-1970\t5\tTukang parkir
        \t\t\t5\t
        """

    private func open(
        _ city: ProposalCity, _ viewer: Viewer, _ text: String = list
    ) async throws -> ProposalList {
        let outcome = try await city.desk.paste(text, rw: 5, for: viewer)
        guard case .created(let id) = outcome else { throw Problem.proposalMoved() }
        let list = try #require(try await city.desk.proposal(id, for: viewer))
        guard list.state == .columns else { return list }
        let guess = try await city.desk.guessedColumns(of: list, for: viewer)
        #expect(guess.columns == [.nik, .name, .birthDate, .rw, .occupation])
        try await city.desk.chooseColumns(guess.columns, of: id, for: viewer)
        return try #require(try await city.desk.proposal(id, for: viewer))
    }

    private func rows(
        _ city: ProposalCity, _ list: ProposalList, _ viewer: Viewer
    ) async throws -> [Int: ProposalRow] {
        let rows = try await city.desk.proposalRows(
            of: list.id, states: ProposalRow.State.allCases, after: 0, limit: 1000, for: viewer)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.record, $0) })
    }

    @Test(arguments: TestEngine.all)
    func `each row is told what the city knows of it`(_ kind: TestEngine) async throws {
        let city = try await ProposalCity(kind)
        try await city.importUsual()
        let viewer = try await city.viewer()
        let list = try await open(city, viewer)
        #expect(list.state == .open)
        let rows = try await rows(city, list, viewer)
        #expect(rows[2]?.state == .ready)
        #expect(rows[3]?.codes == ["birth-differs"])
        #expect(rows[4]?.codes == ["known-insured"])
        #expect(rows[5]?.content.notes.first?.details["alasan"] == "A13")
        #expect(rows[6]?.codes == ["known-elsewhere"])
        // A letter O in the place of a zero is read as one.
        #expect(rows[7]?.state == .ready)
        #expect(rows[8]?.codes == ["nik-length"])
        #expect(rows[9]?.state == .ready)
        #expect(rows[10]?.codes == ["row-repeated"])
        #expect(rows[10]?.state == .ignored)
        #expect(rows[11]?.state == .unreadable)
    }

    @Test(arguments: TestEngine.all)
    func `sending makes candidates that are counted, and survives a new run`(
        _ kind: TestEngine
    ) async throws {
        let city = try await ProposalCity(kind)
        try await city.importUsual()
        let viewer = try await city.viewer()
        let list = try await open(city, viewer)
        let before = try await city.store.figures(in: .city).people
        try await city.desk.correct(
            7, of: list.id, version: try #require(try await rows(city, list, viewer)[7]).version,
            .suggestion("nik-characters"), for: viewer)
        try await city.desk.sendProposal(list.id, for: viewer)
        try await city.desk.sendProposal(list.id, for: viewer)
        let sent = try #require(try await city.desk.proposal(list.id, for: viewer))
        let year = Day.jakarta(at: .now()).year
        #expect(sent.receipt == "KEL-BJ-\(year)-001")
        #expect(sent.counts[.sent] == 3)
        // Siti is known; Nur and Slamet are new.
        #expect(try await city.store.figures(in: .city).people == before + 2)
        #expect(try await city.store.checkCounts().isEmpty)
        #expect(try await city.store.verifyJournal().fault == nil)
        let numbers = try await rows(city, sent, viewer).values.compactMap(\.number)
        #expect(Set(numbers).count == 3)
        for number in numbers {
            let person = try await city.store.person(
                PersonNumber(known: number), in: .areas([try #require(ProposalCity.village)]))
            #expect(person?.rows.contains { $0.agency == "kelurahan" } ?? false)
        }
        try await city.importUsual()
        #expect(try await city.store.figures(in: .city).people == before + 2)
        for number in numbers {
            let person = try await city.store.person(PersonNumber(known: number), in: .city)
            #expect(person?.rows.contains { $0.agency == "kelurahan" } ?? false)
        }
        // Somebody proposed twice is skipped, with the RW and the day.
        let second = try await open(
            city, viewer,
            "NIK\tNama\tTgl Lahir\tRW\tPekerjaan\n3275011505700012\tSlamet R\t15-05-1970\t9\tX\n")
        let again = try #require(try await rows(city, second, viewer)[2])
        #expect(again.state == .ignored)
        #expect(again.content.notes.contains { $0.details["rw"] == "005" })
    }

    @Test func `the same list twice is one, and a list undone is gone`() async throws {
        let city = try await ProposalCity()
        try await city.importUsual()
        let viewer = try await city.viewer()
        let list = try await open(city, viewer)
        #expect(
            try await city.desk.paste(Self.list, rw: 5, for: viewer) == .known(list.id))
        try await city.desk.undoProposal(list.id, for: viewer)
        #expect(try await city.desk.proposals(for: viewer).isEmpty)
        let again = try await city.desk.paste(Self.list, rw: 5, for: viewer)
        // The columns are remembered: nobody is asked again.
        guard case .created(let id) = again else {
            Issue.record("\(again)")
            return
        }
        #expect(try await city.desk.proposal(id, for: viewer)?.state == .open)
    }

    @Test func `a list is as if it were not there for another kelurahan`() async throws {
        let city = try await ProposalCity()
        try await city.importUsual()
        let viewer = try await city.viewer()
        let list = try await open(city, viewer)
        let other = try await city.viewer("tono", areas: ["32.75.01.1002"])
        #expect(try await city.desk.proposal(list.id, for: other) == nil)
        #expect(try await rows(city, list, other).isEmpty)
        await #expect(throws: Problem.self) {
            try await city.desk.correct(
                3, of: list.id, version: 2, .ignore, for: other)
        }
        await #expect(throws: Problem.self) {
            try await city.desk.sendProposal(list.id, for: other)
        }
        await #expect(throws: Problem.self) {
            try await city.desk.undoProposal(list.id, for: other)
        }
        #expect(try await city.desk.proposalCorrections(of: list.id, for: other) == nil)
        let auditor = try await city.viewer("intan", role: "auditor", areas: [])
        await #expect(throws: Problem.self) { try await city.desk.proposals(for: auditor) }
    }

    @Test func `rows are corrected one by one`() async throws {
        let city = try await ProposalCity()
        try await city.importUsual()
        let viewer = try await city.viewer()
        let list = try await open(city, viewer)
        func row(_ record: Int) async throws -> ProposalRow {
            try #require(try await rows(city, list, viewer)[record])
        }
        func act(_ record: Int, _ action: RowAction) async throws {
            let version = try await row(record).version
            try await city.desk.correct(
                record, of: list.id, version: version, action, for: viewer)
        }
        try await act(3, .birthOfNumber)
        #expect(try await row(3).content.values["birth_date"] == "17-08-1985")
        #expect(try await row(3).state == .ready)
        try await act(4, .ignore)
        #expect(try await row(4).state == .ignored)
        try await act(4, .takeIn)
        #expect(try await row(4).state == .look)
        try await act(4, .settle)
        #expect(try await row(4).state == .ready)
        try await act(8, .values([.nik: "3275012206880010"]))
        #expect(try await row(8).state == .ready)
        // Once the first of two is another person, the second is no repetition any more.
        try await act(9, .values([.nik: "3275011505700013"]))
        #expect(try await row(10).state == .ready)
        // Somebody who looks at an old page changes nothing.
        await #expect(throws: Problem.self) {
            try await city.desk.correct(8, of: list.id, version: 1, .ignore, for: viewer)
        }
    }

    @Test func `rows go out to Excel and come back, and only they change`() async throws {
        let city = try await ProposalCity()
        try await city.importUsual()
        let viewer = try await city.viewer()
        let list = try await open(city, viewer)
        let before = try await rows(city, list, viewer)
        let bytes = try #require(try await city.desk.proposalCorrections(of: list.id, for: viewer))
        let same = try await city.desk.correctFile(
            bytes, fileName: "perbaikan.xlsx", of: list.id, for: viewer)
        #expect(same.changed == 0)
        let agency = try #require(city.region.nominator)
        let sheet = try UploadReader(context: city.region.intake(asOf: .jakarta(at: .now())))
            .read(bytes: bytes, fileName: "perbaikan.xlsx", agency: agency)
        #expect(sheet.headings.first == "Baris")
        #expect(sheet.headings.last == "Masalah")
        let csv = """
            Baris;NIK;Nama;Masalah
            8;3275012206880010;Joko Susilo;=HYPERLINK("x")
            99;1;x;
            """
        let report = try await city.desk.correctFile(
            Array(csv.utf8), fileName: "perbaikan.csv", of: list.id, for: viewer)
        #expect(report == CorrectionReport(changed: 1, unchanged: 0, unknown: 1))
        let after = try await rows(city, list, viewer)
        #expect(after[8]?.state == .ready)
        for (record, row) in before where record != 8 {
            #expect(after[record]?.state == row.state && after[record]?.codes == row.codes)
        }
    }

    @Test func `an interrupted check goes on where it stopped, on another node`() async throws {
        let city = try await ProposalCity()
        try await city.importUsual()
        let manager = try await city.viewer("ratna", role: "manager", areas: [])
        var text = "NIK\tNama\tTgl Lahir\n"
        for index in 1...2500 {
            text += "\(3_275_010_101_700_000 + index)\tWarga Nomor\(index)\t01-01-1970\n"
        }
        guard case .created(let id) = try await city.desk.paste(text, rw: nil, for: manager),
            let list = try await city.desk.proposal(id, for: manager)
        else {
            Issue.record("no list")
            return
        }
        let guess = try await city.desk.guessedColumns(of: list, for: manager)
        try await city.desk.chooseColumns(guess.columns, of: id, for: manager)
        #expect(try await city.desk.proposal(id, for: manager)?.state == .checking)
        let work = ProposalWork(city.store, city.region, city.law)
        let act = Act(actor: "ratna", at: .now())
        await #expect(throws: Problem.self) {
            try await work.check(id, by: act) { _ throws(Problem) in
                throw Problem.proposalMoved()
            }
        }
        let half = try #require(try await city.desk.proposal(id, for: manager))
        #expect(half.checked == ProposalWork.batch)
        #expect(half.counts[.raw] == 2500 - ProposalWork.batch)
        try await work.check(id, by: act)
        let done = try #require(try await city.desk.proposal(id, for: manager))
        #expect(done.state == .open)
        #expect(done.checked == 2500)
        #expect(done.counts[.ready] == 2500)
    }

    @Test func `a near match is a question for the linkage desk`() async throws {
        let city = try await ProposalCity()
        try await city.importUsual()
        let viewer = try await city.viewer()
        // One digit of Budi's number is wrong.
        let list = try await open(
            city, viewer,
            """
            NIK\tNama\tTgl Lahir\tRW\tPekerjaan
            3275011708850014\tBudi Santoso\t17-08-1985\t5\tOjek
            """)
        try await city.desk.sendProposal(list.id, for: viewer)
        let sent = try #require(try await rows(city, list, viewer)[2])
        let number = PersonNumber(known: try #require(sent.number))
        let person = try #require(try await city.store.person(number, in: .city))
        #expect(person.reviews.map(\.otherName) == ["BUDI SANTOSO"])
        #expect(!(person.reviews.first?.evidence.isEmpty ?? true))
        #expect(try await city.store.checkCounts().isEmpty)
    }

    @Test(arguments: TestEngine.all)
    func `who is erased is gone from lists, and does not come back`(
        _ kind: TestEngine
    ) async throws {
        let city = try await ProposalCity(kind)
        try await city.importUsual()
        let viewer = try await city.viewer()
        let list = try await open(city, viewer)
        try await city.desk.sendProposal(list.id, for: viewer)
        let row = try #require(try await rows(city, list, viewer)[9])
        let number = PersonNumber(known: try #require(row.number))
        let keys = city.folder.path("kota.key")
        _ = try await city.store.erase(
            .number(number), noting: ErasureList(besideKey: keys),
            by: Act(actor: "test", at: .now()))
        let after = try #require(try await rows(city, list, viewer)[9])
        #expect(after.nik == nil)
        #expect(after.nameKey.isEmpty)
        #expect(after.content.values.isEmpty)
        try await city.importUsual()
        let names = try await city.store.sentProposals().flatMap(\.rows).map(\.nameKey)
        #expect(!names.contains("SLAMET RIYADI"))
    }

    @Test(arguments: TestEngine.all)
    func `rows are sealed anew with a new key`(_ kind: TestEngine) async throws {
        let city = try await ProposalCity(kind)
        try await city.importUsual()
        let viewer = try await city.viewer()
        let list = try await open(city, viewer)
        let before = try await rows(city, list, viewer)
        let keys = city.folder.path("kota.key")
        let act = Act(actor: "test", at: .now())
        _ = try await city.store.rotateKeys(to: try KeyFile.addKey(at: keys), by: act, batch: 3)
        #expect(try await city.store.retireKeys(at: keys, by: act).count == 1)
        #expect(try await rows(city, list, viewer) == before)
        // And found by their numbers.
        let second = try await city.desk.paste(
            "NIK\tNama\tTgl Lahir\tRW\tPekerjaan\n3275014507900003\tSiti A\t05-07-1990\t5\tX\n",
            rw: nil, for: viewer)
        guard case .created(let id) = second else { return }
        let other = try #require(try await city.desk.proposal(id, for: viewer))
        #expect(try await rows(city, other, viewer)[2]?.state == .ready)
    }
}
