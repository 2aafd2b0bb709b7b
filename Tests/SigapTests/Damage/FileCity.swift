import Foundation
import Testing

/// A city in a file, of which a test damages something.
struct FileCity {
    static let (login, password) = ("ratna", "rahasia-sekali-1")

    let folder: TemporaryFolder
    let store: String
    var key: String { "\(store).key" }

    /// With `people` invented people, or empty.
    init(people: Int = 0) throws {
        folder = try TemporaryFolder()
        store = folder.path("kota.db")
        let made =
            people > 0
            ? try Program.run(
                ["demo", "--no-serve", "--people", "\(people)", "--store", store])
            : try Program.run(
                ["init", "--store", store, "--login", FileCity.login],
                input: "\(FileCity.password)\n")
        try #require(made.status == 0, "\(made.errors)")
    }

    func run(_ words: String..., input: String = "") throws -> Program.Outcome {
        try Program.run(words + ["--store", store], input: input, language: "en")
    }

    func server() throws -> RunningServer {
        let server = try RunningServer(folder, ["--store", store, "--log", "json"])
        try #require(server.waitUntilReady(), "\(server.lines)")
        return server
    }

    /// Every byte of the store, its log and its key, apart from the counters in the head of a SQLite
    /// file that opening it for writing moves: of changes, of schemas, and of whose head is valid.
    func bytes() throws -> [Data] {
        var head = try Data(contentsOf: URL(filePath: store))
        for counter in [24..<28, 40..<44, 92..<96] {
            head.replaceSubrange(counter, with: [0, 0, 0, 0])
        }
        let log = FileManager.default.contents(atPath: "\(store)-wal") ?? Data()
        return [head, log, try Data(contentsOf: URL(filePath: key))]
    }

    /// Names of all files but those that SQLite makes while a store is open.
    var names: [String] {
        folder.names.filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
    }
}
