#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Makes names of files last: a file without its name is lost.
enum FolderSync {
    /// Waits until the folder of `path` is on the disk. Not every file system can do this, and those
    /// that cannot need not.
    static func keepName(of path: String) {
        let file = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }

    static func folder(of path: String) -> String {
        let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        return end.map { String(path[...$0]) } ?? "."
    }
}
