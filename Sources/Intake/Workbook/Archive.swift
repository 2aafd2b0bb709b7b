import CZip

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The zip archive of a workbook. Every declared size is checked before a byte is inflated.
struct Archive: ~Copyable {
    private struct Entry {
        let index: UInt64
        /// Inflated bytes by the archive's directory, within the limits.
        let declaredBytes: UInt64
    }

    private let zip: OpaquePointer
    private let limits: WorkbookLimits
    private let entries: [String: Entry]

    init(path: String, limits: WorkbookLimits) throws(WorkbookFault) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .unreadable }
        // The file begins like an archive: without a directory at its end it has been cut.
        guard let zip = zip_open(path, Int32(ZIP_RDONLY), nil) else { throw .truncated }
        do throws(WorkbookFault) {
            entries = try Archive.entries(
                of: zip, fileBytes: UInt64(status.st_size), limits: limits)
        } catch {
            zip_discard(zip)
            throw error
        }
        self.zip = zip
        self.limits = limits
    }

    deinit { zip_discard(zip) }

    /// Paths of all parts, in lower case.
    var paths: some Sequence<String> { entries.keys }

    func contains(_ path: String) -> Bool { entries[path.lowercased()] != nil }

    /// Opens a part that is read as a whole sheet.
    func part(_ path: String) throws(WorkbookFault) -> ArchivePart {
        guard let entry = entries[path.lowercased()] else { throw .damaged }
        guard let file = zip_fopen_index(zip, entry.index, 0) else { throw .damaged }
        return ArchivePart(file: file, declaredBytes: entry.declaredBytes)
    }

    /// Opens a part that only describes others and is small in any honest workbook.
    func description(_ path: String) throws(WorkbookFault) -> ArchivePart {
        if let entry = entries[path.lowercased()], entry.declaredBytes > limits.descriptionBytesMax
        {
            throw .tooLarge
        }
        return try part(path)
    }

    private static func entries(
        of zip: OpaquePointer, fileBytes: UInt64, limits: WorkbookLimits
    ) throws(WorkbookFault) -> [String: Entry] {
        let count = zip_get_num_entries(zip, 0)
        guard count <= limits.entriesMax else { throw .bomb }
        var entries: [String: Entry] = [:]
        var total: UInt64 = 0
        for index in 0..<UInt64(max(0, count)) {
            var status = zip_stat_t()
            guard zip_stat_index(zip, index, 0, &status) == 0, let name = status.name
            else { throw .damaged }
            guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted }
            guard status.size <= limits.partBytesMax else { throw .bomb }
            try limits.checkRatio(inflated: status.size, stored: status.comp_size)
            total += status.size
            // Some writers put backslashes into names, and the standard compares without case.
            let path = String(cString: name).lowercased()
                .split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
            if entries[path] == nil {
                entries[path] = Entry(index: index, declaredBytes: status.size)
            }
        }
        guard total <= limits.archiveBytesMax else { throw .bomb }
        // Entries may overlap in the file, so each can look honest while the sum is not.
        try limits.checkRatio(inflated: total, stored: fileBytes)
        return entries
    }
}

extension WorkbookLimits {
    fileprivate func checkRatio(inflated: UInt64, stored: UInt64) throws(WorkbookFault) {
        guard inflated > ratioFreeBytes else { return }
        guard inflated / max(1, stored) <= ratioMax else { throw .bomb }
    }
}
