import Civic
import Foundation
import Store

/// The text of a PDF, page by page, as poppler's `pdftotext` reads it.
///
/// Whoever uploads a file may have made it to do harm. It is read by another process, which has only
/// so much time, memory and disk, no input but the file and no output but the text.
struct PDFText {
    /// Seconds.
    static let timeLimit = 60
    private static let memoryLimit = 512 << 20
    private static let textLimit = 64 << 20
    private static let pagesMax = 3000
    /// Where a PDF says that it is one.
    private static let headLength = 1024

    let pages: [String]

    /// - Throws: `pdf-unreadable` for anything but a PDF with text; `pdf-tool-missing`.
    init(_ bytes: [UInt8], tool: String = "pdftotext") async throws(Problem) {
        guard PDFText.isPDF(bytes) else { throw PDFText.unreadable() }
        let folder = try PDFText.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, text) = (folder.appending(path: "in.pdf"), folder.appending(path: "out.txt"))
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        else { throw Problem.diskFull() }
        let status = await PDFText.run([
            "-k", "5", String(PDFText.timeLimit), "prlimit", "--as=\(PDFText.memoryLimit)",
            "--cpu=\(PDFText.timeLimit)", "--fsize=\(PDFText.textLimit)", "--nofile=64",
            "--core=0", "--", tool, "-q", "-enc", "UTF-8", "-eol", "unix", "-l",
            String(PDFText.pagesMax + 1), file.path, text.path,
        ])
        // 126 and 127: there is no such program.
        guard let status, status != 126, status != 127 else { throw PDFText.toolMissing() }
        guard status == 0, let found = FileManager.default.contents(atPath: text.path),
            let words = String(data: found, encoding: .utf8)
        else { throw PDFText.unreadable() }
        // Each page ends with a form feed.
        pages = words.split(separator: "\u{c}", omittingEmptySubsequences: false).dropLast()
            .map(String.init)
        guard !pages.isEmpty, pages.count <= PDFText.pagesMax else { throw PDFText.unreadable() }
    }

    private static func isPDF(_ bytes: [UInt8]) -> Bool {
        let (head, mark) = (bytes.prefix(headLength), Array("%PDF-".utf8))
        guard head.count >= mark.count else { return false }
        return (0...(head.count - mark.count)).contains { start in
            head[start..<start + mark.count].elementsEqual(mark)
        }
    }

    private static func makeFolder() throws(Problem) -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "sigap-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
        } catch { throw Problem.diskFull(folder.path) }
        return folder
    }

    /// Nil when nothing could be started at all.
    private static func run(_ arguments: [String]) async -> Int32? {
        await withCheckedContinuation { continuation in
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/timeout")
            process.arguments = arguments
            process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch {
                process.terminationHandler = nil
                continuation.resume(returning: nil)
            }
        }
    }

    static func unreadable() -> Problem {
        Problem(
            .input, "pdf-unreadable",
            Phrase(
                "Berkas ini bukan PDF yang dapat dibaca.",
                en: "This file is not a PDF that can be read."),
            do: Phrase(
                "Unggah PDF asli, bukan foto atau hasil pindai, tanpa kata sandi.",
                en: "Upload the original PDF, no photo or scan, without a password."))
    }

    private static func toolMissing() -> Problem {
        Problem(
            .service, "pdf-tool-missing",
            Phrase(
                "Server tidak dapat membaca PDF (pdftotext tidak ada).",
                en: "The server cannot read PDFs (there is no pdftotext)."),
            do: Phrase(
                "Pasang paket poppler-utils di server.",
                en: "Install the package poppler-utils on the server."))
    }
}
