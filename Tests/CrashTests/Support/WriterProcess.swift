import Foundation
import Synchronization

/// A running writer and what it has said so far.
final class WriterProcess: Sendable {
    private let process: Process
    private let said = Mutex<[UInt8]>([])
    private let isRead = DispatchGroup()

    /// Starts a writer, inside of `command` where one is named.
    init(_ store: String, key: String, life: String, within command: [String] = []) throws {
        process = Process()
        let line = command + [WriterProcess.path, store, key, life]
        process.executableURL = URL(filePath: line[0])
        process.arguments = Array(line.dropFirst())
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        isRead.enter()
        let handle = output.fileHandleForReading
        Thread.detachNewThread { [self] in
            while case let piece = handle.availableData, !piece.isEmpty {
                said.withLock { $0.append(contentsOf: piece) }
            }
            isRead.leave()
        }
    }

    /// The whole lines said so far.
    var lines: [String] {
        let bytes = said.withLock { $0 }
        guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
        return String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n").map(
            String.init)
    }

    var isRunning: Bool { process.isRunning }

    /// Ends it as a loss of power would, and waits until everything it said is here.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        isRead.wait()
    }

    static let path: String = {
        let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        for folder in [bundle, Bundle.main.bundleURL, builtFolder] {
            let candidate = folder.appending(path: "crash-writer").path
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
        }
        return "crash-writer"
    }()

    private static let builtFolder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: ".build/debug")
}
