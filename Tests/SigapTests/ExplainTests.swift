import Foundation
import Testing

/// Why rows are one person: `sigap explain`, and the model that a run leaves behind.
@Suite("sigap explain")
struct ExplainTests {
    private func city() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let made = try Program.run(
            "synth", "--people", "1500", "--seed", "5", "--out", folder.path("lists"))
        #expect(made.status == 0, "\(made.errors)")
        return folder
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func process(
        _ folder: TemporaryFolder, _ name: String, _ more: String...
    ) throws -> [String: Any] {
        let outcome = try Program.run(
            ["process", folder.path("lists"), "--out", folder.path(name), "--as-of", "2025-11-05"]
                + more)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try json(folder.read("\(name)/linkage.json"))
    }

    @Test func `findings add up to the weight, and rows are those of the person`() throws {
        let folder = try city()
        let outcome = try Program.run(
            "explain", folder.path("lists"), "--as-of", "2025-11-05", "--row", "dtsen:2", "--with",
            "dtsen:3")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let account = try json(outcome.output)
        let together = try #require(account["together"] as? [[String: Any]])
        let rows = try #require(account["rows"] as? [[String: Any]])
        #expect(rows.count == together.count + 1)
        let asked = try #require(account["asked"] as? [String: Any])
        for pair in together + [asked] {
            let weight = try #require(pair["weight"] as? Double)
            let prior = try #require(pair["prior"] as? Double)
            let findings = try #require(pair["findings"] as? [[String: Any]])
            let bits = findings.compactMap { $0["bits"] as? Double }
            #expect(bits.count == findings.count)
            #expect(abs(prior + bits.reduce(0, +) - weight) < 0.01)
        }
        #expect((asked["weight"] as? Double ?? 0) < 0)
    }

    @Test(arguments: ["dtsen", "dtsen:two", ":"])
    func `what is no row is a mistake of usage`(_ row: String) throws {
        let folder = try city()
        let outcome = try Program.run("explain", folder.path("lists"), "--row", row)
        #expect(outcome.status == 2)
    }

    @Test func `a row that is not there is named`() throws {
        let folder = try city()
        let outcome = try Program.run("explain", folder.path("lists"), "--row", "dtsen:999999")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("dtsen:999999"))
    }

    @Test func `a model can be taken up, and lists of one kind do not drift`() throws {
        let folder = try city()
        let first = try process(folder, "one")
        let model = folder.path("one/linkage.json")
        let second = try process(folder, "two", "--model", model)
        #expect(first["people"] as? Int == second["people"] as? Int)
        #expect(try folder.read("one/links.csv") == folder.read("two/links.csv"))
        let third = try process(folder, "three", "--compare", model)
        let drift = try #require(third["drift"] as? [[String: Any]])
        #expect(drift.allSatisfy { ($0["distance"] as? Double ?? 1) < 0.000_001 })
        let both = try Program.run(
            "process", folder.path("lists"), "--out", folder.path("four"), "--model", model,
            "--compare", model)
        #expect(both.status == 2)
        let wrong = try Program.run(
            "process", folder.path("lists"), "--out", folder.path("five"), "--model",
            folder.path("one/summary.json"))
        #expect(wrong.status == 3)
    }
}
