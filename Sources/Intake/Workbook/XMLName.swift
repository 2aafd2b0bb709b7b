#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An element's or attribute's name without its prefix. Prefixes differ between writers of the same
/// format; the local names do not.
struct XMLName {
    private let text: UnsafePointer<CChar>

    init(_ qualified: UnsafePointer<CChar>) {
        var start = qualified
        var at = qualified
        while at.pointee != 0 {
            if at.pointee == CChar(bitPattern: UInt8(ascii: ":")) { start = at + 1 }
            at += 1
        }
        text = start
    }

    /// The first byte when the name is one letter, as the frequent ones are; else 0.
    var letter: UInt8 {
        text.pointee != 0 && text[1] == 0 ? UInt8(bitPattern: text.pointee) : 0
    }

    static func == (name: XMLName, other: StaticString) -> Bool {
        other.utf8Start.withMemoryRebound(to: CChar.self, capacity: other.utf8CodeUnitCount + 1) {
            strcmp(name.text, $0) == 0
        }
    }
}

/// The attributes of one element: valid only during the call that hands them over.
struct XMLAttributes {
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

    init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.pairs = pairs }

    /// The value of the attribute with this local name.
    func value(_ name: StaticString) -> UnsafePointer<CChar>? {
        var at = pairs
        while let key = at.pointee {
            if XMLName(key) == name { return at[1] }
            at += 2
        }
        return nil
    }

    func text(_ name: StaticString) -> String? { value(name).map { String(cString: $0) } }

    func integer(_ name: StaticString) -> Int? { text(name).flatMap { Int($0) } }

    /// Whether a boolean attribute is set.
    func isTrue(_ name: StaticString) -> Bool {
        guard let text = text(name) else { return false }
        return text == "1" || text.lowercased() == "true"
    }

    /// Hands over each attribute whose name is one letter.
    @inline(__always)
    func forEachLetter(_ body: (_ letter: UInt8, _ value: UnsafePointer<CChar>) -> Void) {
        var at = pairs
        while let key = at.pointee, let value = at[1] {
            if key[0] != 0, key[1] == 0 { body(UInt8(bitPattern: key[0]), value) }
            at += 2
        }
    }
}
