import Mustache

/// Makes text safe inside HTML elements and quoted attributes.
///
/// The library escapes character by character, so a quote followed by a combining mark, which is
/// one character to Swift but two to a browser, would pass. This works on bytes.
struct EscapedText: MustacheContentType {
    static let name = "SIGAP"

    func escapeText(_ text: String) -> String {
        guard text.utf8.contains(where: { EscapedText.entity(of: $0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if let entity = EscapedText.entity(of: byte) {
                bytes.append(contentsOf: entity.utf8)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func entity(of byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        // Ends a C string, means nothing in HTML, and is refused by its parsers.
        case 0: "\u{FFFD}"
        default: nil
        }
    }
}
