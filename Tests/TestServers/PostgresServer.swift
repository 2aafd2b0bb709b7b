import Foundation

/// A PostgreSQL server of a test, in a folder and on a port of its own.
package struct PostgresServer {
    /// The folder of PostgreSQL's programs, as `Scripts/with-postgres.sh` names it.
    package static let programs = ProcessInfo.processInfo.environment["SIGAP_TEST_POSTGRES_BIN"]
    private static let isRoot = getuid() == 0

    private let folder: String
    package let port: Int
    private var process: Process?

    package init(_ name: String, in folder: CrashFolder) {
        self.folder = folder.file(name)
        port = PostgresServer.freePort()
    }

    /// An empty database.
    package func create() throws {
        try makeFolder()
        try PostgresServer.run(
            "initdb", "-D", "\(folder)/data", "-U", "sigap", "-A", "trust", "-E", "UTF8",
            "--locale=C.UTF-8")
    }

    /// A copy of `primary` that follows it.
    package func follow(_ primary: PostgresServer) throws {
        try? FileManager.default.removeItem(atPath: folder)
        try makeFolder()
        try PostgresServer.run(
            "pg_basebackup", "-D", "\(folder)/data", "-R", "-c", "fast", "-h", "127.0.0.1", "-p",
            "\(primary.port)", "-U", "sigap")
        // Once promoted it must not wait for a standby that it does not have yet.
        let settings = try FileHandle(
            forUpdating: URL(filePath: "\(folder)/data/postgresql.auto.conf"))
        try settings.seekToEnd()
        try settings.write(contentsOf: Data("synchronous_standby_names = ''\n".utf8))
        try settings.close()
    }

    package mutating func start() throws {
        let log = URL(filePath: "\(folder)/log")
        try Data().write(to: log)
        let process = PostgresServer.process(
            "postgres", "-D", "\(folder)/data", "-p", "\(port)", "-k", folder, "-c",
            "listen_addresses=127.0.0.1", "-c", "max_connections=60")
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        self.process = process
        try waitFor("SELECT true")
    }

    package func promote() throws {
        try PostgresServer.run("pg_ctl", "-D", "\(folder)/data", "-w", "promote")
    }

    /// Ends all its processes at once, as a loss of power would.
    package func kill() throws {
        guard let main = process?.processIdentifier else { return }
        let children = try PostgresServer.output(["/usr/bin/pgrep", "-P", "\(main)"])
        for process in [main] + children.split(separator: "\n").compactMap({ Int32($0) }) {
            Foundation.kill(process, SIGKILL)
        }
    }

    /// Makes it end by itself, soon.
    package func stop() { if let process { Foundation.kill(process.processIdentifier, SIGQUIT) } }

    /// Folder of its files.
    package var data: String { "\(folder)/data" }

    package func ask(_ sql: String) throws -> String {
        try PostgresServer.output(questions + [sql])
    }

    /// Locks `table`, against readers as well, until `unlock` or five minutes have passed.
    package func lock(_ table: String) throws {
        let sql = "BEGIN; LOCK TABLE \(table); SELECT pg_sleep(300)"
        try PostgresServer.command(questions + [sql]).run()
        try waitFor("SELECT COUNT(*) = 1 \(PostgresServer.lockers)")
    }

    package func unlock() throws {
        _ = try ask("SELECT pg_terminate_backend(pid) \(PostgresServer.lockers)")
    }

    private static let lockers =
        "FROM pg_stat_activity WHERE query LIKE 'BEGIN; LOCK%' AND wait_event = 'PgSleep'"

    private var questions: [String] {
        [
            "\(PostgresServer.programs ?? "")/psql", "-h", "127.0.0.1", "-p", "\(port)", "-U",
            "sigap", "-d", "postgres", "-Atc",
        ]
    }

    private func makeFolder() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard PostgresServer.isRoot else { return }
        _ = try PostgresServer.output(["/bin/chown", "postgres", folder])
    }

    private static func run(_ program: String, _ arguments: String...) throws {
        _ = try output(of: process([program] + arguments))
    }

    private static func process(_ line: String...) -> Process { process(line) }

    /// One of PostgreSQL's programs, which refuse to run as root.
    private static func process(_ line: [String]) -> Process {
        let asServer =
            isRoot
            ? ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : []
        return command(asServer + ["\(programs ?? "")/\(line[0])"] + line.dropFirst())
    }

    private static func command(_ line: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: line[0])
        process.arguments = Array(line.dropFirst())
        process.currentDirectoryURL = URL(filePath: "/")
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }

    private static func output(_ line: [String]) throws -> String { try output(of: command(line)) }

    private static func output(of process: Process) throws -> String {
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandFailure(command: process.executableURL?.lastPathComponent ?? "")
        }
        return String(decoding: text, as: UTF8.self)
    }

    private struct CommandFailure: Error {
        let command: String
    }

    private static func freePort() -> Int {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                _ = bind(socket, pointer, size)
                _ = getsockname(socket, pointer, &size)
            }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
