#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads the directory of a zip archive that has just been written, to see whether all of each
/// sheet arrived: the library drops what a full disk refuses and says nothing.
enum ZipDirectory {
    private static let endBytes = 22
    private static let endMark: UInt32 = 0x0605_4b50
    private static let entryBytes = 46
    private static let entryMark: UInt32 = 0x0201_4b50

    /// Whether the archive at `path` holds sheet 1, 2, … with at least so many inflated bytes each.
    static func holdsSheets(of path: String, atLeast rowBytes: [Int]) -> Bool {
        guard let sizes = sizes(of: path) else { return false }
        return rowBytes.enumerated().allSatisfy { index, bytes in
            sizes["xl/worksheets/sheet\(index + 1).xml", default: -1] > bytes
        }
    }

    /// Inflated bytes by the path of the entry.
    private static func sizes(of path: String) -> [String: Int]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let length = Int(lseek(descriptor, 0, SEEK_END))
        guard let end = read(descriptor, at: length - endBytes, count: endBytes),
            end.number(at: 0) == endMark,
            let directory = read(
                descriptor, at: Int(end.number(at: 16)), count: Int(end.number(at: 12)))
        else { return nil }
        var sizes: [String: Int] = [:]
        var at = 0
        while at + entryBytes <= directory.count {
            guard directory.number(at: at) == entryMark else { return nil }
            let nameEnd = at + entryBytes + directory.short(at: at + 28)
            guard nameEnd <= directory.count else { return nil }
            let name = String(decoding: directory[at + entryBytes..<nameEnd], as: UTF8.self)
            sizes[name] = Int(directory.number(at: at + 24))
            at = nameEnd + directory.short(at: at + 30) + directory.short(at: at + 32)
        }
        return sizes
    }

    private static func read(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
        guard offset >= 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: count)
        let got = pread(descriptor, &bytes, count, off_t(offset))
        return got == count ? bytes : nil
    }
}

extension [UInt8] {
    fileprivate func short(at index: Int) -> Int { Int(self[index]) | Int(self[index + 1]) << 8 }

    fileprivate func number(at index: Int) -> UInt32 {
        UInt32(short(at: index)) | UInt32(short(at: index + 2)) << 16
    }
}
