import Foundation
import Testing

@Suite("Keys, signed days and erasure on the command line")
struct KeysTests {
    private func lines(_ outcome: Program.Outcome) -> [[Substring]] {
        outcome.output.split(separator: "\n").map { $0.split(separator: "\t") }
    }

    @Test func `a key is prepared, changed and retired`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.city()
        let first = lines(try Program.run("keys", "list", "--store", store, language: "en"))
        #expect(first.map(\.last) == ["current"])
        let next = try Program.run("keys", "add", "--key", "\(store).key")
        #expect(next.output.count == 9)
        let prepared = lines(try Program.run("keys", "list", "--store", store, language: "en"))
        #expect(prepared.map(\.last) == ["next", "current"])
        #expect(try Program.run("keys", "rotate", "--store", store).status == 0)
        let changed = lines(try Program.run("keys", "list", "--store", store, language: "en"))
        #expect(changed.map(\.last) == ["current", "old"])
        #expect(changed.map(\.first) == prepared.map(\.first))
        #expect(try Program.run("keys", "retire", "--store", store).status == 0)
        let retired = lines(try Program.run("keys", "list", "--store", store, language: "en"))
        #expect(retired.map(\.last) == ["current", "retired"])
        #expect(try Program.run("keys", "rotate", "--store", store).status == 0)
        let verified = try Program.run("journal", "verify", "--store", store, language: "en")
        #expect(verified.status == 0 && verified.output.contains("0 signed roots, all sound."))
    }

    @Test func `a rotation that is killed at any moment ends when it is run again`() throws {
        let folder = try TemporaryFolder()
        let store = folder.path("kota.db")
        let made = try Program.run("demo", "--no-serve", "--people", "4000", "--store", store)
        #expect(made.status == 0, "\(made.errors)")
        var kills = 0
        for round in 0..<15 {
            let process = Process()
            process.executableURL = URL(filePath: Program.path)
            process.arguments = ["keys", "rotate", "--store", store]
            process.standardError = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: 0.02 + 0.04 * Double(round))
            if process.isRunning {
                kill(process.processIdentifier, SIGKILL)
                kills += 1
            }
            process.waitUntilExit()
        }
        #expect(kills > 0)
        #expect(try Program.run("keys", "rotate", "--store", store).status == 0)
        // Every box is opened with the last key alone before the others are destroyed.
        let retired = try Program.run("keys", "retire", "--store", store, language: "en")
        #expect(
            retired.status == 0 && retired.errors.contains("Keys destroyed"), "\(retired.errors)")
        let left = lines(try Program.run("keys", "list", "--store", store, language: "en"))
        #expect(left.count { $0.last == "current" } == 1 && !left.contains { $0.last == "old" })
        #expect(try Program.run("journal", "verify", "--store", store).status == 0)
    }

    @Test func `an auditor checks an export without the key`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.city()
        let file = folder.path("roots.jsonl")
        #expect(try Program.run("journal", "roots", "sign", "--store", store).status == 0)
        let exported = try Program.run(
            ["journal", "roots", "export", "--store", store, "--to", file])
        #expect(exported.status == 0)
        try FileManager.default.removeItem(atPath: "\(store).key")
        let checked = try Program.run(
            ["journal", "check-roots", file, "--store", store], language: "en")
        #expect(checked.status == 0 && checked.output.contains("all fit"))
        try folder.write("{}\n", to: "roots.jsonl")
        #expect(try Program.run(["journal", "check-roots", file]).status == 3)
    }

    @Test func `a number that cannot be erased is not repeated`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.city()
        let unknown = try Program.run(
            "erase", "--store", store, input: "3275010101900001\n", language: "en")
        #expect(unknown.status != 0 && unknown.errors.contains("There is no such person."))
        let wrong = try Program.run(
            "erase", "--store", store, "--number", "3275010101900001", language: "en")
        #expect(wrong.status == 2)
        for outcome in [unknown, wrong] {
            #expect(!(outcome.errors + outcome.output).contains("3275010101900001"))
        }
        #expect(try Program.run("erase", "--store", store, "--reapply").status == 0)
        let both = try Program.run(
            "erase", "--store", store, "--number", "BKS-7K4M-92", "--reapply")
        #expect(both.status == 2)
    }
}
