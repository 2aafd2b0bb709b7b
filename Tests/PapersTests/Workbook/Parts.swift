import CZip
import FoundationEssentials

/// A folder that lives as long as its owner.
final class TemporaryFolder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// The text of one part of a workbook.
enum Parts {
    struct Missing: Error {}

    static func text(_ part: String, of path: String) throws -> String {
        guard let zip = zip_open(path, Int32(ZIP_RDONLY), nil) else { throw Missing() }
        defer { zip_discard(zip) }
        guard let file = zip_fopen(zip, part, 0) else { throw Missing() }
        defer { zip_fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_fread(file, &block, UInt64(block.count))
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += block.prefix(Int(count))
        }
    }
}
