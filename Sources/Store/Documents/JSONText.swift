/// JSON written piece by piece, without Foundation and in one fixed form, so that equal contents are
/// equal bytes.
struct JSONText {
    private(set) var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A list whose items `write` writes.
    mutating func list<Items: Collection>(
        _ items: Items, _ write: (inout JSONText, Items.Element) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        for item in items {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(&self, item)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    mutating func list(_ items: [String?]) { list(items) { json, item in json.string(item) } }

    /// Fields in order of their names.
    mutating func object(_ fields: [String: String]) {
        bytes.append(UInt8(ascii: "{"))
        for (position, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            string(field.key)
            bytes.append(UInt8(ascii: ":"))
            string(field.value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    mutating func string(_ text: String?) {
        guard let text else {
            bytes.append(contentsOf: "null".utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.contains(where: JSONText.mustEscape) {
            for byte in text.utf8 { escape(byte) }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func mustEscape(_ byte: UInt8) -> Bool {
        byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        guard JSONText.mustEscape(byte) else {
            bytes.append(byte)
            return
        }
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(contentsOf: Hexadecimal.text([byte]).utf8)
    }
}
