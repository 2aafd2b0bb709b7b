import Foundation
import Testing

@Suite("sigap check")
struct CheckTests {
    private func check(_ store: String, _ more: String...) throws -> Program.Outcome {
        try Program.run(["check", "--store", store] + more, language: "en")
    }

    @Test func `a new store lacks nothing but a backup`() throws {
        let folder = try TemporaryFolder()
        let outcome = try check(try folder.city())
        #expect(outcome.status == 1, "\(outcome.output)")
        for name in [
            "✓ store-rights", "✓ key-rights", "✓ opening", "✓ integrity", "✓ journal", "✓ ledger",
            "✓ figures", "! backup", "✓ erasure", "✓ jobs", "✓ clock",
        ] { #expect(outcome.output.contains("\n\(name): "), "\(name)") }
        #expect(outcome.output.contains("Run sigap backup."))
    }

    @Test func `a program can read the findings`() throws {
        let folder = try TemporaryFolder()
        let outcome = try check(try folder.city(), "--json")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        let fields = try #require(object as? [String: Any])
        #expect(fields["state"] as? String == "warning")
        let checks = try #require(fields["checks"] as? [[String: Any]])
        #expect(checks.count == 17)
        let backup = try #require(checks.first { $0["check"] as? String == "backup" })
        #expect(backup["state"] as? String == "warning")
        #expect(backup["remedy"] as? String == "Run sigap backup.")
    }

    @Test func `a key that others may read is bad`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.city()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: "\(store).key")
        let outcome = try check(store)
        #expect(outcome.status == 4)
        #expect(outcome.output.contains("✗ key-rights: "))
        #expect(outcome.output.contains("chmod 600"))
    }

    @Test func `the key of another store is bad`() throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        let outcome = try check(try folder.city(), "--key", "\(try other.city()).key")
        #expect(outcome.status == 4)
        #expect(outcome.output.contains("✗ opening: This key belongs to another store."))
    }

    @Test func `a damaged page is found`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.city()
        // Past the first page, which says what the file is.
        let file = try FileHandle(forUpdating: URL(filePath: store))
        let size = try file.seekToEnd()
        for page in stride(from: UInt64(4096), to: size, by: 4096) {
            try file.seek(toOffset: page)
            try file.write(contentsOf: Data(repeating: 0x5A, count: 64))
        }
        try file.close()
        let outcome = try check(store)
        #expect(outcome.status == 4)
        #expect(outcome.output.contains("✗"))
        #expect(outcome.output.contains("restore the last backup"))
    }

    @Test func `a missing store is bad, and wrong usage is usage`() throws {
        let folder = try TemporaryFolder()
        #expect(try check(folder.path("tiada.db")).status == 4)
        let store = try folder.city()
        for age in ["26", "h", "-1h", "26x", "0d"] {
            #expect(try check(store, "--max-backup-age=\(age)").status == 2, "\(age)")
        }
    }
}
