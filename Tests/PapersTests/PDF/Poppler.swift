import Foundation

/// Reads a PDF as another program does: Poppler's tools.
struct ReadPaper {
    struct Failure: Error {
        let tool: String
        let status: Int32
    }

    /// The text of each page as it is laid out.
    let pages: [String]
    /// What `pdfinfo` tells.
    let info: [String: String]
    /// The names of the fonts, all of which must be embedded.
    let fonts: [String]

    init(_ bytes: [UInt8]) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("paper.pdf")
        try Data(bytes).write(to: URL(filePath: path))
        pages = try ReadPaper.run("pdftotext", "-layout", path, "-")
            .split(separator: "\u{0C}", omittingEmptySubsequences: false).dropLast().map(
                String.init)
        var info: [String: String] = [:]
        for line in try ReadPaper.run("pdfinfo", path).split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            info[String(line[..<colon])] = line[line.index(after: colon)...]
                .trimmingCharacters(in: .whitespaces)
        }
        self.info = info
        fonts = try ReadPaper.run("pdffonts", path).split(separator: "\n").dropFirst(2)
            .map(String.init)
    }

    /// Every word on `page`, or in the whole paper, sorted.
    func words(on page: Int? = nil) -> [String] {
        let text = page.map { pages[$0 - 1] } ?? pages.joined(separator: "\n")
        return ReadPaper.words(text)
    }

    static func words(_ texts: String...) -> [String] {
        texts.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }.sorted()
    }

    /// The text of the whole paper with single blanks.
    var running: String {
        pages.joined(separator: "\n").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func run(_ tool: String, _ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(tool: tool, status: process.terminationStatus)
        }
        return String(decoding: data, as: UTF8.self)
    }
}
