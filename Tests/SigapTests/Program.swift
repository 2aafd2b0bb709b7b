import Foundation
import Testing

/// The finished program, run as a user runs it.
enum Program {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The program that was built together with these tests.
    static let path: String = {
        let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        for folder in [bundle, Bundle.main.bundleURL, testsFolder] {
            let candidate = folder.appending(path: "sigap").path
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
        }
        return root.appending(path: ".build/debug/sigap").path
    }()

    /// The address of a database that `make unit` starts; nil without one.
    static let postgres = ProcessInfo.processInfo.environment["SIGAP_TEST_POSTGRES"]

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static let testsFolder = root.appending(path: ".build/debug")

    static func run(_ arguments: String..., input: String = "", language: String? = nil) throws
        -> Outcome
    {
        try run(arguments, input: input, language: language)
    }

    static func run(
        _ arguments: [String], input: String = "", language: String? = nil,
        in folder: String? = nil
    ) throws -> Outcome {
        let process = Process()
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        environment["SIGAP_LANGUAGE"] = language
        process.environment = environment
        let (output, errors, stdin) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = stdin
        try process.run()
        stdin.fileHandleForWriting.write(Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: complaints, as: UTF8.self))
    }
}

/// A folder that goes away with its owner.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "sigap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func write(_ text: String, to name: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
    }

    /// A new city in this folder: the path of its store.
    func city() throws -> String {
        let store = path("kota.db")
        let made = try Program.run("init", "--store", store, input: "kata sandi yang panjang\n")
        #expect(made.status == 0, "\(made.errors)")
        return store
    }

    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
    }
}
