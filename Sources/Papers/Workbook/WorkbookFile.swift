import CXlsxWriter
import Civic

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The file behind a ``WorkbookWriter``. The library reports few of the disk's refusals, so room is
/// checked before it writes and lengths after.
enum WorkbookFile {
    private static let secondsPerDay = 86_400
    /// Room for what a workbook holds besides its rows.
    private static let overheadBytes = 1 << 20

    /// An empty file beside `path` that only its owner may read.
    static func makeTemporary(beside path: String) throws(SheetFault) -> String {
        var template = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .disk }
        closeFile(descriptor)
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    static func open(_ path: String, created: Day) -> UnsafeMutablePointer<lxw_workbook>? {
        // Rows wait in the target's folder: personal data on no other disk, one disk to fill.
        let book = folder(of: path).withCString { folder in
            var options = lxw_workbook_options()
            options.constant_memory = 1
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            return workbook_new_opt(path, &options)
        }
        guard let book else { return nil }
        var properties = lxw_doc_properties()
        // The library takes 0 for "now".
        properties.created = max(1, time_t(created.number) * secondsPerDay)
        workbook_set_properties(book, &properties)
        return book
    }

    /// The bytes of rows set aside so far.
    @discardableResult
    static func check(_ sheet: UnsafeMutablePointer<lxw_worksheet>) throws(SheetFault) -> Int {
        guard let rows = sheet.pointee.optimize_tmpfile else { throw .disk }
        guard fflush(rows) == 0, ferror(rows) == 0 else { throw .disk }
        let bytes = ftell(rows)
        guard bytes >= 0 else { throw .disk }
        return bytes
    }

    /// Writes the workbook and frees it in any case.
    static func close(
        _ book: UnsafeMutablePointer<lxw_workbook>, at path: String, rowBytes: [Int]
    ) throws(SheetFault) {
        // While it is packed, a sheet lies on the disk a second time beside the archive.
        let needed = (rowBytes.max() ?? 0) + rowBytes.reduce(0, +) / 4 + overheadBytes
        guard freeBytes(in: folder(of: path)) >= needed else {
            lxw_workbook_free(book)
            throw .disk
        }
        guard workbook_close(book) == LXW_NO_ERROR,
            ZipDirectory.holdsSheets(of: path, atLeast: rowBytes)
        else { throw .disk }
    }

    /// Puts the finished file in its place, safely on the disk first.
    static func publish(_ temporary: String, as path: String) throws(SheetFault) {
        let descriptor = openFile(temporary, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .disk }
        let isSafe = fsync(descriptor) == 0
        closeFile(descriptor)
        guard isSafe, rename(temporary, path) == 0 else { throw .disk }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func freeBytes(in folder: String) -> Int {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return 0 }
        return Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
    }
}

// Within the enum its own `open` and `close` hide those of the C library.
private func openFile(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }

private func closeFile(_ descriptor: Int32) { close(descriptor) }
