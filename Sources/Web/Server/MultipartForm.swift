import Civic

/// Reads `multipart/form-data` (RFC 7578).
struct MultipartForm: Sendable {
    struct File: Sendable {
        /// As the browser names it; may be anything.
        let name: String
        let bytes: [UInt8]
    }

    private(set) var fields: [String: String] = [:]
    private(set) var files: [String: File] = [:]

    /// A form without files.
    init(fields: [String: String]) { self.fields = fields }

    /// Nil for a header that names no boundary.
    static func boundary(in contentType: String) -> String? {
        for part in contentType.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, Text.trimmed(String(pair[0])).lowercased() == "boundary" else {
                continue
            }
            let value = Text.trimmed(String(pair[1]))
            let plain = value.hasPrefix("\"") ? String(value.dropFirst().dropLast()) : value
            return (1...70).contains(plain.utf8.count) ? plain : nil
        }
        return nil
    }

    /// Parts that cannot be read are left out.
    init(_ bytes: [UInt8], boundary: String) {
        let mark = Array("--\(boundary)".utf8)
        var starts: [Int] = []
        var position = 0
        while let found = MultipartForm.find(mark, in: bytes, from: position) {
            starts.append(found)
            position = found + mark.count
        }
        for (start, end) in zip(starts, starts.dropFirst()) {
            // The line break in front of a boundary belongs to it.
            take(bytes[min(start + mark.count + 2, end)..<max(start + mark.count + 2, end - 2)])
        }
    }

    private mutating func take(_ part: ArraySlice<UInt8>) {
        let gap: [UInt8] = [13, 10, 13, 10]
        guard
            let end = MultipartForm.find(gap, in: Array(part), from: 0).map({ part.startIndex + $0 }
            )
        else { return }
        let head = String(decoding: part[..<end], as: UTF8.self)
        let body = Array(part[(end + gap.count)...])
        guard let name = MultipartForm.parameter("name", in: head) else { return }
        if let file = MultipartForm.parameter("filename", in: head) {
            // A browser sends an empty part where no file was chosen.
            if !file.isEmpty || !body.isEmpty { files[name] = File(name: file, bytes: body) }
        } else {
            fields[name] = String(decoding: body, as: UTF8.self)
        }
    }

    /// `name="…"` of the disposition; browsers write `%22` for a quote inside.
    private static func parameter(_ name: String, in head: String) -> String? {
        let line = head.split { $0.isNewline }
            .first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let start = line.range(of: "; \(name)=\"")?.upperBound else { return nil }
        return String(line[start...].prefix { $0 != "\"" })
    }

    private static func find(_ mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = mark.first, bytes.count >= mark.count else { return nil }
        var position = start
        let last = bytes.count - mark.count
        while position <= last {
            guard let next = bytes[position...last].firstIndex(of: first) else { return nil }
            if bytes[next..<next + mark.count].elementsEqual(mark) { return next }
            position = next + 1
        }
        return nil
    }
}

extension Substring {
    fileprivate func range(of part: String) -> Range<Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(part) {
                return index..<self.index(index, offsetBy: part.count)
            }
            index = self.index(after: index)
        }
        return nil
    }
}
