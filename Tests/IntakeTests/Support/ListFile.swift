import Foundation

/// A file of an agency on disk, deleted when the test is done with it.
final class ListFile {
    let path: String

    init(_ bytes: some Sequence<UInt8>, name: String = "usulan.csv") {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sigap-\(UUID())")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appending(path: name).path
        let isWritten = FileManager.default.createFile(atPath: path, contents: Data(bytes))
        precondition(isWritten, "no room for test files in \(folder.path)")
    }

    /// Writes other content into the same file.
    func rewrite(_ bytes: [UInt8]) {
        let isWritten = FileManager.default.createFile(atPath: path, contents: Data(bytes))
        precondition(isWritten, "no room for \(path)")
    }

    convenience init(_ text: String, name: String = "usulan.csv") {
        self.init(text.utf8, name: name)
    }

    deinit {
        try? FileManager.default.removeItem(
            at: URL(filePath: path).deletingLastPathComponent())
    }
}
