import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A server that really runs, as systemd runs it.
final class RunningServer {
    let port: Int
    private let process = Process()
    private let log: String

    init(_ folder: TemporaryFolder, _ arguments: [String]) throws {
        port = RunningServer.freePort()
        log = folder.path("log-\(port)")
        try folder.write("", to: "log-\(port)")
        process.executableURL = URL(filePath: Program.path)
        process.arguments = ["serve", "--port", "\(port)"] + arguments
        process.standardError = FileHandle(forWritingAtPath: log)
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    var lines: [Substring] {
        String(decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self)
            .split(separator: "\n")
    }

    var isRunning: Bool { process.isRunning }

    /// Whether `isTrue` came true within `seconds`.
    func eventually(within seconds: Double = 30, _ isTrue: () -> Bool) -> Bool {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            if isTrue() { return true }
            usleep(50_000)
        }
        return false
    }

    func waitUntilReady() -> Bool { eventually { get("/siap")?.status == 200 } }

    func terminate() { process.terminate() }

    /// Ends it as a loss of power would.
    func crash() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Exit status once it has ended.
    func ended() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    deinit {
        if process.isRunning {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
    }

    func get(_ path: String) -> (status: Int, text: String)? {
        guard let connection = connect() else { return nil }
        return connection.get(path)
    }

    /// An open connection; nil when nobody listens.
    func connect() -> Connection? { Connection(port: port) }

    private static func freePort() -> Int {
        let probe = socket(AF_INET, Connection.stream, 0)
        defer { close(probe) }
        var address = Connection.loopback(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(probe, $0, size)
                _ = getsockname(probe, $0, &size)
            }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}

/// One TCP connection that speaks HTTP/1.1.
final class Connection {
    private let handle: Int32

    #if canImport(Glibc)
        static let stream = Int32(SOCK_STREAM.rawValue)
        private static let quiet = Int32(MSG_NOSIGNAL)
    #else
        static let stream = SOCK_STREAM
        private static let quiet: Int32 = 0
    #endif

    init?(port: Int) {
        handle = socket(AF_INET, Connection.stream, 0)
        var address = Connection.loopback(port: port)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(
            handle, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        if result != 0 { return nil }
    }

    deinit { close(handle) }

    func say(_ text: String) {
        let bytes = Array(text.utf8)
        _ = send(handle, bytes, bytes.count, Connection.quiet)
    }

    /// All that comes until the other side closes.
    func answer() -> (status: Int, text: String)? {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(handle, &part, part.count, 0)
            if count <= 0 { break }
            bytes.append(contentsOf: part.prefix(count))
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let words = text.split(separator: " ", maxSplits: 2)
        guard words.count == 3, let status = Int(words[1]) else { return nil }
        return (status, text)
    }

    func get(_ path: String) -> (status: Int, text: String)? {
        say("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return answer()
    }

    static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
