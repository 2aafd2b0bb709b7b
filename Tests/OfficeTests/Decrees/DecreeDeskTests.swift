import Civic
import Foundation
import Programme
import Testing

@testable import Office
@testable import Store

/// Decrees by the city's own words, law and rights.
@Suite struct DecreeDeskTests {
    private func expectProblem(
        _ code: String, _ body: () async throws -> some Any,
        _ location: SourceLocation = #_sourceLocation
    ) async {
        do {
            _ = try await body()
            Issue.record("expected \(code)", sourceLocation: location)
        } catch {
            #expect((error as? Problem)?.code == code, sourceLocation: location)
        }
    }

    /// The whole way of the first wave (domain.md 1: 11,666 people, Rp16,800 a month).
    @Test func `11,666 people are determined for a year, all or none`() async throws {
        let cost: Int64 = 11_666 * 12 * 16_800
        let setup = try await DecreeDesk(.sqlite, people: 11_666, budget: cost)
        let id = try await setup.numbered()
        try await setup.desk.putInForce(id, key: "f", for: setup.ratna)
        let fund = try #require(try await setup.desk.store.funds().first)
        #expect((fund.committed, fund.available) == (Rupiah(cost), .zero))
        let decree = try #require(try await setup.desk.decree(id, for: setup.ratna)?.decree)
        #expect((decree.state, decree.lines) == (.inForce, 11_666))
        #expect(try await setup.desk.store.checkLedger().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a sample city issues its decree with one verb`(_ kind: TestEngine) async throws {
        let setup = try await DecreeDesk(kind, people: 30, budget: 100_000_000)
        let id = try await setup.desk.issueDecree(
            fromWave: 1, serial: 655, site: DecreeDesk.site, by: [setup.ratna, setup.lukman])
        let record = try #require(try await setup.desk.decree(id, for: setup.ratna))
        #expect(record.decree.state == .inForce)
        #expect(record.signed.count == setup.desk.region.decrees.steps.count)
        #expect(record.signed.last?.actor == "lukman")
        #expect(record.text.deciding.first?.hasPrefix("Menetapkan 30 (tiga puluh) orang") == true)
        await expectProblem("decree-signers") {
            try await setup.desk.issueDecree(
                fromWave: 1, serial: 656, site: "", by: [setup.ratna])
        }
    }

    @Test func `the insurer sees decrees, but no NIK, and changes nothing`() async throws {
        let setup = try await DecreeDesk(.sqlite, people: 10, budget: 100_000_000)
        let id = try await setup.numbered()
        let reza = try await DecreeDesk.viewer("reza", setup.desk)
        #expect(try await setup.desk.decrees(for: reza).map(\.id) == [id])
        let open = try await setup.desk.decreeFile(id, .text, .open, site: "", for: reza)
        #expect(!String(decoding: open, as: UTF8.self).contains("\t3275"))
        let events = try await setup.events("decree.annex")
        await expectProblem("not-permitted") {
            try await setup.desk.decreeFile(id, .text, .restricted, site: "", for: reza)
        }
        await expectProblem("not-permitted") {
            try await setup.desk.putInForce(id, key: "f", for: reza)
        }
        #expect(try await setup.events("decree.annex") == events)
        let full = try await setup.desk.decreeFile(
            id, .text, .restricted, site: "", for: setup.ratna)
        #expect(String(decoding: full, as: UTF8.self).contains("\t3275"))
        #expect(try await setup.events("decree.annex") == events + 1)
    }

    // MARK: Papers

    @Test func `a paper that comes back as it went is the same, another one is not`() async throws {
        let setup = try await DecreeDesk(.sqlite, people: 120, budget: 100_000_000)
        let id = try await setup.numbered()
        let paper = try await setup.desk.decreeFile(
            id, .paper, .restricted, site: DecreeDesk.site, for: setup.ratna)
        func upload(_ bytes: [UInt8], _ key: String) async throws -> [PaperDifference] {
            try await setup.desk.uploadSignedPaper(
                bytes, name: "c:\\sk.pdf", of: id, site: "https://other.example", key: key,
                for: setup.ratna)
        }
        let text = try await PDFText(paper)
        #expect(text.pages.count > 3)
        #expect(text.pages[0].contains("MEMUTUSKAN"))
        let whole = text.pages.joined()
        let lines = try await setup.desk.annex(of: id, .restricted, for: setup.ratna)
        #expect(
            lines.allSatisfy {
                whole.contains($0.number) && whole.contains($0.nik?.revealed() ?? "-")
            })
        #expect(try await upload(paper, "same").isEmpty)
        // Somebody else's annex: the paper of the same decree with one name changed.
        try await setup.engine.write { writer throws(Problem) in
            try writer.execute("UPDATE decree_identity SET name = 'SIAPA LAGI' WHERE line = 120")
        }
        let page = text.pages.count
        let found = try await upload(paper, "other")
        #expect(found.contains { $0.kind == .text && $0.page >= page - 1 })
        #expect(found.count < page)
        let open = try await setup.desk.decreeFile(
            id, .paper, .open, site: DecreeDesk.site, for: setup.ratna)
        #expect(try await !upload(open, "open").isEmpty)
        let record = try #require(try await setup.desk.decree(id, for: setup.ratna))
        #expect(record.files.count == 3 && record.files[0].name == "sk.pdf")
        await expectProblem("signed-file-differs") {
            try await setup.desk.putInForce(id, key: "f", for: setup.ratna)
        }
    }

    @Test func `what is no PDF is refused, and a tool that is missing is named`() async throws {
        let broken = Array("%PDF-1.7 nothing more".utf8)
        await expectProblem("pdf-unreadable") { try await PDFText(Array("PK zip".utf8)) }
        await expectProblem("pdf-unreadable") { try await PDFText([]) }
        await expectProblem("pdf-unreadable") { try await PDFText(broken) }
        await expectProblem("pdf-tool-missing") { try await PDFText(broken, tool: "no-such-tool") }
        // A tool that answers nothing, or eats all the time and memory it can get.
        await expectProblem("pdf-unreadable") { try await PDFText(broken, tool: "true") }
    }

    // MARK: Data

    @Test func `the words of a city are checked when they are read`() throws {
        let data = try DataFolder.find(RepositoryData.path)
        let policy = try data.region("bekasi").decrees
        #expect(policy.steps.count == 5 && policy.sources.count == 5)
        let day = try #require(Day(iso: "2025-10-20"))
        #expect(policy.numbering.fits("500.15.1/Kep.655-Disnaker/X/2025", on: day))
        let text = try data.text("regions/bekasi/decree.yaml")
        for (good, bad) in [
            ("{terbilang}", "{entah}"), ("id: wali-kota,", "id: kepala-dinas,"),
            ("id: wali-kota,", "id: in-force,"), ("Kep.{nomor}-", "Kep-"),
            ("signed_file: may-follow", "signed_file: never"),
        ] {
            let folder = try TestFolder()
            try #require(text.contains(good))
            try text.replacing(good, with: bad)
                .write(toFile: folder.path("decree.yaml"), atomically: true, encoding: .utf8)
            #expect(throws: Problem.self, "\(bad)") {
                let file: DecreePolicyFile = try DataFolder(path: folder.path(""))
                    .settings("decree.yaml")
                _ = try file.policy("decree.yaml")
            }
        }
    }
}

extension DecreeDesk {
    fileprivate func events(_ verb: String) async throws -> Int {
        try await engine.read { reader throws(Problem) in
            try reader.integer("SELECT COUNT(*) FROM journal WHERE verb = $1", [.text(verb)])
        }
    }
}
