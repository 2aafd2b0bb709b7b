package import Civic

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Reads the files of agencies, whatever they are.
package struct DeliveryReader: Sendable {
    let context: IntakeContext

    package init(context: IntakeContext) { self.context = context }

    /// Reads a text file or workbook; a workbook may hold several lists.
    ///
    /// - Parameters:
    ///   - path: the file; its kind is told by its content, not by its name.
    ///   - source: the name under which its rows are quoted.
    ///   - agency: whose list it is; nil to tell from name and header.
    /// - Returns: the lists with people, in the order of the sheets.
    /// - Throws: a ``Problem`` that names the file when nothing in it can be used.
    package func read(path: String, source: String, agency: Agency?) throws(Problem) -> [Delivery] {
        let head = try FileHead.read(path)
        let found =
            head.isWorkbook
            ? try readWorkbook(path, source, agency) : try readText(path, head, source, agency)
        guard !found.isEmpty else { throw withoutPeople(FileName.last(of: path)) }
        return found
    }

    private func readText(
        _ path: String, _ head: FileHead, _ source: String, _ agency: Agency?
    ) throws(Problem) -> [Delivery] {
        try head.requireText(FileName.last(of: path))
        var list = ListInterpreter(
            fileName: FileName.last(of: path), agency: agency, context: context)
        list.expectedRows = head.expectedRows
        var reader = try CSVReader(path: path, separator: Dialect.separator(of: head.bytes.span))
        try reader.readRecords { (row, bytes, fields) throws(Problem) in
            list.accept(row, bytes, fields)
        }
        return list.finish(source: source, sheet: nil).map { [$0] } ?? []
    }

    private func readWorkbook(
        _ path: String, _ source: String, _ agency: Agency?
    ) throws(Problem) -> [Delivery] {
        var workbook = try Workbook(path: path)
        var found: [Delivery] = []
        for (index, sheet) in workbook.sheets.enumerated() where !sheet.isHidden {
            var list = ListInterpreter(
                fileName: FileName.last(of: path), agency: agency, context: context)
            try workbook.readRows(of: index) { (row, bytes, fields) throws(Problem) in
                list.accept(row, bytes, fields)
            }
            let name = found.isEmpty ? source : "\(source)/\(sheet.name)"
            if let delivery = list.finish(source: name, sheet: sheet.name),
                delivery.counts.linked > 0
            {
                found.append(delivery)
            }
        }
        return found
    }

    private func withoutPeople(_ file: String) -> Problem {
        Problem(
            .input, "file-without-people",
            Phrase(
                "Tidak ada kolom NIK atau nama di berkas ini.",
                en: "This file has no column of NIKs or names."),
            at: Spot(file: file),
            do: Phrase(
                "Pastikan baris judul (NIK, Nama, Tanggal Lahir) ada di 10 baris pertama.",
                en: "Make sure the heading row (NIK, Nama, Tanggal Lahir) is in the first 10 rows.")
        )
    }
}

/// The first bytes of a file, and what they tell about its kind.
struct FileHead {
    let bytes: [UInt8]
    private let fileSize: Int

    private static let size = 1 << 16

    static func read(_ path: String) throws(Problem) -> FileHead {
        let descriptor = try FileName.open(path)
        defer { close(descriptor) }
        var status = stat()
        let fileSize = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        var buffer = [UInt8](repeating: 0, count: size)
        var count = 0
        while count < size {
            let start = count
            let got = buffer.withUnsafeMutableBytes { readBlock(descriptor, $0, from: start) }
            if got < 0 { throw FileName.unreadable(FileName.last(of: path), errno) }
            if got == 0 { break }
            count += got
        }
        return FileHead(bytes: Array(buffer.prefix(count)), fileSize: fileSize)
    }

    /// Lines of the head, stretched to the whole file.
    var expectedRows: Int {
        let lines = bytes.count { $0 == 10 }
        guard !bytes.isEmpty else { return 0 }
        return Int(Double(lines) / Double(bytes.count) * Double(fileSize) * 1.02)
    }

    /// A zip archive or an old office container; ``Workbook`` tells which and says so.
    /// Two letters are not enough: lists of PKH and PKL begin with PK too.
    var isWorkbook: Bool {
        [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8], [0xD0, 0xCF, 0x11, 0xE0]]
            .contains { bytes.starts(with: $0) }
    }

    func requireText(_ file: String) throws(Problem) {
        if bytes.allSatisfy({ ASCII.isBlank($0) }) {
            throw Problem(
                .input, "file-empty", Phrase("Berkas ini kosong.", en: "This file is empty."),
                at: Spot(file: file),
                do: Phrase("Minta berkas yang berisi data.", en: "Ask for the file with data."))
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw unsuitable(
                file, Phrase("Berkas ini memakai UTF-16.", en: "This file is in UTF-16."))
        }
        let start = bytes.prefix(512)
        if start.contains(0) || bytes.starts(with: Array("%PDF".utf8)) {
            throw unsuitable(
                file,
                Phrase(
                    "Berkas ini bukan CSV atau Excel.", en: "This file is neither CSV nor Excel."))
        }
        let opening = String(decoding: start, as: UTF8.self).lowercased()
        if opening.contains("<html") || opening.contains("<!doctype") || opening.hasPrefix("<?xml")
        {
            throw unsuitable(
                file,
                Phrase(
                    "Berkas ini halaman web, bukan tabel Excel.",
                    en: "This file is a web page, not a spreadsheet."))
        }
    }

    private func unsuitable(_ file: String, _ what: Phrase) -> Problem {
        Problem(
            .input, "file-kind", what, at: Spot(file: file),
            do: Phrase(
                "Buka di Excel, simpan sebagai .xlsx atau CSV UTF-8, lalu coba lagi.",
                en: "Open it in Excel, save it as .xlsx or CSV UTF-8, then try again."))
    }
}

private func readBlock(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer, from start: Int)
    -> Int
{
    guard let base = bytes.baseAddress else { return 0 }
    while true {
        let got = read(descriptor, base + start, bytes.count - start)
        if got >= 0 || errno != EINTR { return got }
    }
}
