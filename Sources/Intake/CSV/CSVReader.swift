package import Civic

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Reads separated text record by record in blocks, so that memory does not grow with the file.
///
/// Fields follow RFC 4180, with the tolerance that office files need: CR, LF or CRLF end a record,
/// and a quote that is never closed is taken as a letter instead of swallowing the rest of the file.
package struct CSVReader: ~Copyable {
    private let descriptor: Int32
    private let name: String
    private let separator: UInt8
    private var buffer: [UInt8]
    private var filled = 0
    private var position = 0
    private var reachedEnd = false
    private var fields: [FieldRange] = []
    private var row = 0

    /// A record longer than this, line end included, is no record of people but a broken file.
    static let maximumRecord = 1 << 20
    /// As many columns as a spreadsheet has; what lies beyond is left out.
    static let maximumFields = 1 << 14
    private static let blockSize = 1 << 20

    package init(path: String, separator: UInt8) throws(Problem) {
        name = FileName.last(of: path)
        descriptor = try FileName.open(path)
        self.separator = separator
        buffer = [UInt8](repeating: 0, count: CSVReader.blockSize + CSVReader.maximumRecord)
        fields.reserveCapacity(64)
    }

    deinit { close(descriptor) }

    /// Calls `body` for every record, empty ones included, with its number counted from 1. The
    /// buffers are valid during the call only.
    package mutating func readRecords(
        _ body: (_ row: Int, _ bytes: Span<UInt8>, _ fields: Span<FieldRange>) throws(Problem) ->
            Void
    ) throws(Problem) {
        try fill()
        if filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { position = 3 }
        while true {
            // One byte more than the longest record, so that a CR at its end shows whether LF follows.
            if filled - position <= CSVReader.maximumRecord, !reachedEnd { try fill() }
            guard position < filled else { return }
            let next = scanRecord()
            row += 1
            guard let next, next - position <= CSVReader.maximumRecord else { throw tooLong() }
            if fields.count > CSVReader.maximumFields {
                fields.removeLast(fields.count - CSVReader.maximumFields)
            }
            try body(row, buffer.span, fields.span)
            position = next
        }
    }

    /// Moves the unread rest to the front and reads until the buffer is full or the file ends.
    private mutating func fill() throws(Problem) {
        let rest = filled - position
        let start = position
        var count = rest
        var ended = false
        var failure: Int32 = 0
        buffer.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            if start > 0, rest > 0 { memmove(base, base + start, rest) }
            while count < bytes.count {
                let got = read(descriptor, base + count, bytes.count - count)
                if got == 0 {
                    ended = true
                    break
                }
                if got < 0 {
                    if errno == EINTR { continue }
                    failure = errno
                    break
                }
                count += got
            }
        }
        if failure != 0 { throw FileName.unreadable(name, failure) }
        (position, filled, reachedEnd) = (0, count, ended)
    }

    /// Finds the fields of the record at `position`. Returns where the next record starts, or nil
    /// when the record does not end within the allowed length.
    private mutating func scanRecord() -> Int? {
        fields.removeAll(keepingCapacity: true)
        let separator = separator
        let limit = filled
        let start = position
        let atEnd = reachedEnd
        var found: Int?
        buffer.withUnsafeMutableBufferPointer { bytes in
            var index = start
            var fieldStart = index
            while index < limit {
                let byte = bytes[index]
                if byte == separator {
                    fields.append(FieldRange(start: UInt32(fieldStart), end: UInt32(index)))
                    index += 1
                    fieldStart = index
                } else if byte == 10 || byte == 13 {
                    fields.append(FieldRange(start: UInt32(fieldStart), end: UInt32(index)))
                    let isPair = byte == 13 && index + 1 < limit && bytes[index + 1] == 10
                    found = index + (isPair ? 2 : 1)
                    return
                } else if byte == 34, index == fieldStart {
                    guard let quoted = QuotedField(bytes, from: index, to: limit) else {
                        index += 1
                        continue
                    }
                    // Whatever follows the closing quote up to the separator belongs to the field.
                    index = quoted.appendTail(to: bytes, separator: separator, limit: limit)
                    fields.append(quoted.range(in: bytes, endingAt: index, separator: separator))
                    if index < limit, bytes[index] == separator {
                        index += 1
                        fieldStart = index
                        if index == limit, atEnd {
                            fields.append(
                                FieldRange(start: UInt32(index), end: UInt32(index)))
                            found = index
                            return
                        }
                        continue
                    }
                    guard index < limit else {
                        found = atEnd ? limit : nil
                        return
                    }
                    let isPair = bytes[index] == 13 && index + 1 < limit && bytes[index + 1] == 10
                    found = index + (isPair ? 2 : 1)
                    return
                } else {
                    index += 1
                }
            }
            if atEnd {
                fields.append(FieldRange(start: UInt32(fieldStart), end: UInt32(limit)))
                found = limit
            }
        }
        return found
    }

    private func tooLong() -> Problem {
        Problem(
            .input, "csv-record-too-long",
            Phrase(
                "Satu baris lebih panjang dari 1 MB.", en: "One record is longer than 1 MB."),
            at: Spot(file: name, row: row),
            do: Phrase(
                "Buka berkas di Excel, simpan lagi sebagai CSV UTF-8, lalu coba lagi.",
                en: "Open the file in Excel, save it again as CSV UTF-8, then try again."))
    }
}

/// A quoted field, unescaped in place.
private struct QuotedField {
    private let start: Int
    private let textEnd: Int
    private let after: Int

    /// A quoted field longer than this is a stray quote, not a field.
    private static let maximumLength = 1 << 16

    /// Nil when the quote is not closed within the bytes at hand.
    init?(_ bytes: UnsafeMutableBufferPointer<UInt8>, from open: Int, to limit: Int) {
        // First make sure the field ends, since unescaping changes the bytes.
        var index = open + 1
        var escapes = 0
        while true {
            guard index < limit, index - open < QuotedField.maximumLength else { return nil }
            if bytes[index] == 34 {
                if index + 1 < limit, bytes[index + 1] == 34 {
                    escapes += 1
                    index += 2
                    continue
                }
                break
            }
            index += 1
        }
        start = open + 1
        after = index + 1
        guard escapes > 0 else {
            textEnd = index
            return
        }
        var write = start
        var read = start
        while read < index {
            bytes[write] = bytes[read]
            read += bytes[read] == 34 ? 2 : 1
            write += 1
        }
        textEnd = write
    }

    /// Where the separator or line end behind the closing quote stands.
    func appendTail(
        to bytes: UnsafeMutableBufferPointer<UInt8>, separator: UInt8, limit: Int
    ) -> Int {
        var index = after
        while index < limit, bytes[index] != separator, bytes[index] != 10, bytes[index] != 13 {
            index += 1
        }
        return index
    }

    func range(
        in bytes: UnsafeMutableBufferPointer<UInt8>, endingAt end: Int, separator: UInt8
    ) -> FieldRange {
        guard end > after else { return FieldRange(start: UInt32(start), end: UInt32(textEnd)) }
        let tail = end - after
        for offset in 0..<tail { bytes[textEnd + offset] = bytes[after + offset] }
        return FieldRange(start: UInt32(start), end: UInt32(textEnd + tail))
    }
}
