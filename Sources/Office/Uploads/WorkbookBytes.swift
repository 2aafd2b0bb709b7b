import Civic
import Papers

/// A workbook as bytes, for whoever downloads it.
enum WorkbookBytes {
    /// - Parameters:
    ///   - day: what the file's properties show.
    ///   - fill: writes the sheets.
    /// - Returns: the file.
    /// - Throws: what `fill` throws, or `workbook-bytes` where there is no room.
    static func make(
        on day: Day, _ fill: (inout WorkbookWriter) throws(Problem) -> Void
    ) throws(Problem) -> [UInt8] {
        try TransientFile.bytes { path throws(Problem) in
            var book = try WorkbookWriter(path: path, created: day)
            try fill(&book)
            try book.finish()
        }
    }
}
