import Foundation
import Testing

/// Looks for texts in the bytes of files, as somebody would who got hold of them.
enum FileSearch {
    /// Those of `texts`, in capitals, that are in the files at `paths` or below them, in whatever case.
    static func found(_ texts: Set<String>, in paths: [String]) throws -> Set<String> {
        let folder = try TemporaryFolder()
        try folder.write(texts.joined(separator: "\n"), to: "texts")
        let process = Process()
        process.executableURL = URL(filePath: "/bin/grep")
        process.arguments = ["-raoihF", "-f", folder.path("texts")] + paths
        process.environment = ["LC_ALL": "C"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        // 1: nothing found; anything above: a file that could not be read.
        try #require(process.terminationStatus <= 1)
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
        return Set(lines.map { $0.uppercased() })
    }
}
