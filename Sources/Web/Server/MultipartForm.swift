import Civic
import Hummingbird
import NIOCore

/// A form that carries files (`multipart/form-data`), read whole from memory.
struct MultipartForm {
    struct File {
        /// As the browser says; only ever shown.
        let name: String
        let bytes: [UInt8]
    }

    private(set) var fields: [String: String] = [:]
    private(set) var files: [String: File] = [:]

    /// Nil when the boundary is missing or the parts do not end as they must.
    init?(_ body: [UInt8], contentType: String) {
        guard let boundary = MultipartForm.parameter("boundary", of: contentType),
            !boundary.isEmpty, boundary.utf8.count <= 70
        else { return nil }
        let mark = Array("--\(boundary)".utf8)
        guard body.starts(with: mark) else { return nil }
        let separator = Array("\r\n".utf8) + mark
        var start = mark.count
        while true {
            if body[start...].starts(with: Array("--".utf8)) { return }
            guard body[start...].starts(with: Array("\r\n".utf8)),
                let end = MultipartForm.find(separator, in: body, from: start)
            else { return nil }
            take(body[(start + 2)..<max(start + 2, end)])
            start = end + separator.count
        }
    }

    private mutating func take(_ part: ArraySlice<UInt8>) {
        let gap = Array("\r\n\r\n".utf8)
        guard let end = MultipartForm.find(gap, in: part, from: part.startIndex) else { return }
        let head = String(decoding: part[..<end], as: UTF8.self)
        let line = head.split(separator: "\r\n").first {
            $0.lowercased().hasPrefix("content-disposition:")
        }
        guard let line, let name = MultipartForm.parameter("name", of: String(line)) else { return }
        let bytes = Array(part[(end + gap.count)...])
        if let file = MultipartForm.parameter("filename", of: String(line)) {
            // A browser sends an empty part where no file was chosen.
            if !file.isEmpty || !bytes.isEmpty { files[name] = File(name: file, bytes: bytes) }
        } else {
            fields[name] = String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The value of `name="…"`, or of `name=…` without quotes.
    private static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, Text.trimmed(String(pair[0])).lowercased() == name else {
                continue
            }
            let value = Text.trimmed(String(pair[1]))
            return value.hasPrefix("\"") && value.hasSuffix("\"") && value.utf8.count >= 2
                ? String(value.dropFirst().dropLast()) : value
        }
        return nil
    }

    /// Where `pattern` begins in `bytes`, from `start` on.
    private static func find(
        _ pattern: [UInt8], in bytes: [UInt8], from start: Int
    ) -> Int? { find(pattern, in: bytes[...], from: start) }

    private static func find(
        _ pattern: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int
    ) -> Int? {
        bytes.withUnsafeBufferPointer { buffer -> Int? in
            let offset = bytes.startIndex
            let last = buffer.count - pattern.count
            var index = start - offset
            while index <= last {
                if buffer[index] == pattern[0],
                    pattern.indices.allSatisfy({ buffer[index + $0] == pattern[$0] })
                {
                    return index + offset
                }
                index += 1
            }
            return nil
        }
    }
}

extension WebApp {
    /// The fields and files of a form, of at most `limit` bytes of files.
    ///
    /// - Throws: `HTTPError` with status 413 beyond that; `form-outdated` for what is no form.
    func multipart(_ request: Request, limit: Int) async throws -> MultipartForm {
        let buffer = try await request.body.collect(upTo: limit + (1 << 16))
        guard let type = request.headers[.contentType],
            let form = MultipartForm(Array(buffer.readableBytesView), contentType: type)
        else {
            throw Problem(
                .input, "form-unreadable",
                Phrase("Formulir ini tidak terbaca.", en: "This form cannot be read."),
                do: Phrase("Muat ulang halamannya, lalu kirim lagi.", en: "Reload and resend."))
        }
        return form
    }
}
