import Civic
import FoundationEssentials

/// A file that is gone when it was read: what writes papers and sheets writes them to a path.
enum TransientFile {
    /// Memory that looks like a disk, where there is one: personal data need not lie on a real one.
    private static let memory = "/dev/shm"

    /// The bytes of the file that `write` writes to the path it is given.
    ///
    /// - Throws: what `write` throws, or `workbook-bytes` where there is no room.
    static func bytes(_ write: (String) throws(Problem) -> Void) throws(Problem) -> [UInt8] {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/berkas"
        try write(path)
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { throw noRoom() }
        return Array(bytes)
    }

    private static func folder() throws(Problem) -> String {
        let manager = FileManager.default
        let isThere = manager.isWritableFile(atPath: memory)
        let parent = isThere ? memory : manager.temporaryDirectory.path
        let path = "\(parent)/sigap-\(UInt64.random(in: 0...UInt64.max))"
        do {
            try manager.createDirectory(
                atPath: path, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
        } catch { throw noRoom() }
        return path
    }

    private static func noRoom() -> Problem {
        Problem(
            .service, "workbook-bytes",
            Phrase("Berkas tidak dapat dibuat sekarang.", en: "The file cannot be made now."),
            do: Phrase("Coba lagi sebentar lagi.", en: "Try again in a moment."))
    }
}
