import Civic

/// The code on a paper by which anybody finds out whether it is genuine: 60 random bits as twelve
/// characters of base 32, without I, L, O and U, in groups of four: `7K4M-92QX-H3TD`.
package struct PaperCode: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static let length = 12
    private static let group = 4

    /// A code that nobody can guess, from the machine's own source of chance.
    package init() {
        var random = SystemRandomNumberGenerator()
        self.init(bits: random.next())
    }

    /// The code of these bits; the four highest are left out.
    package init(bits: UInt64) {
        self.init(
            characters: (0..<PaperCode.length).map { place in
                PaperCode.alphabet[Int(bits >> UInt64(5 * place) & 31)]
            })
    }

    /// A code as it is typed: any case, blanks and hyphens wherever, O for 0, I and L for 1. Blanks
    /// come as `+` where a form puts them into an address.
    package init?(typed: String) {
        let characters = typed.utf8.filter { !"-+ ".utf8.contains($0) }
            .map { PaperCode.corrected(ASCII.upper($0)) }
        guard characters.count == PaperCode.length,
            characters.allSatisfy(PaperCode.alphabet.contains)
        else { return nil }
        self.init(characters: characters)
    }

    /// A code as it was kept.
    package init(known text: String) { self.text = text }

    private init(characters: [UInt8]) {
        let groups = stride(from: 0, to: characters.count, by: PaperCode.group).map { start in
            String(decoding: characters[start..<start + PaperCode.group], as: UTF8.self)
        }
        text = groups.joined(separator: "-")
    }

    package var description: String { text }

    private static func corrected(_ character: UInt8) -> UInt8 {
        switch character {
        case UInt8(ascii: "O"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
        default: character
        }
    }
}
