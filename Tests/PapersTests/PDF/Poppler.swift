import Foundation

/// Reads a PDF as another program does: Poppler's tools.
struct ReadPaper {
    struct Failure: Error {
        let tool: String
        let status: Int32
    }

    /// The text of each page as it is laid out.
    let pages: [String]
    /// The text of each page in the order in which it was drawn, without blanks.
    let drawn: [String]
    private let folder: TemporaryFolder
    private let path: String

    init(_ bytes: [UInt8]) throws {
        folder = try TemporaryFolder()
        path = folder.file("paper.pdf")
        try Data(bytes).write(to: URL(filePath: path))
        pages = try ReadPaper.text(of: path, "-layout")
        drawn = try ReadPaper.text(of: path, "-raw").map { ReadPaper.squeezed($0) }
    }

    /// What `pdfinfo` tells.
    func info() throws -> [String: String] {
        var info: [String: String] = [:]
        for line in try ReadPaper.run("pdfinfo", path).split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            info[String(line[..<colon])] = line[line.index(after: colon)...]
                .trimmingCharacters(in: .whitespaces)
        }
        return info
    }

    /// The fonts, a line each.
    func fonts() throws -> [String] {
        try ReadPaper.run("pdffonts", path).split(separator: "\n").dropFirst(2).map(String.init)
    }

    /// Without blanks and ends of lines, which depend on where lines were broken.
    static func squeezed(_ text: String) -> String {
        String(text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(Character.init))
    }

    static func squeezed(_ texts: [String]) -> String { squeezed(texts.joined()) }

    /// Every word of the paper as it is laid out, sorted.
    var words: [String] { ReadPaper.words(pages) }

    static func words(_ texts: [String]) -> [String] {
        texts.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }.sorted()
    }

    private static func text(of path: String, _ order: String) throws -> [String] {
        try run("pdftotext", order, path, "-")
            .split(separator: "\u{0C}", omittingEmptySubsequences: false).dropLast()
            .map(String.init)
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
