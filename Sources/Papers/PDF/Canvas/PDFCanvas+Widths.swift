/// The widths of the printable ASCII characters in one look, by which most texts can be measured
/// without being set.
final class CharacterWidths {
    static let first: UInt8 = 0x20
    static let last: UInt8 = 0x7E
    fileprivate let widths: [Double]

    fileprivate init(_ widths: [Double]) { self.widths = widths }

    /// Nil for a text with other characters. Kerning is left out, which brings letters closer.
    func width(of text: String) -> Double? {
        var sum = 0.0
        for byte in text.utf8 {
            guard byte >= CharacterWidths.first, byte <= CharacterWidths.last else { return nil }
            sum += widths[Int(byte - CharacterWidths.first)]
        }
        return sum
    }

    /// `text` with a line's end inside each word that is wider than `width`: Pango's own breaks inside
    /// words are not the same each time. Comes back as it is when it has other characters.
    fileprivate func breakingWords(of text: String, width: Double) -> String {
        guard let natural = self.width(of: text), natural > width else { return text }
        let words = CharacterWidths.words(of: text)
        guard words.contains(where: { self.width(of: $0) > width }) else { return text }
        return words.map { pieces(of: $0, width: width).joined(separator: "\n") }.joined()
    }

    /// All of `text` in parts behind which a line may end: after blanks, and after hyphens and
    /// slashes that no digit follows.
    private static func words(of text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        for index in text.indices {
            let next = text.index(after: index)
            guard next < text.endIndex else { break }
            let isMark = text[index] == "-" || text[index] == "/"
            guard text[index] == " " || (isMark && !text[next].isNumber) else { continue }
            words.append(text[start..<next])
            start = next
        }
        return words + [text[start...]]
    }

    private func pieces(of word: Substring, width: Double) -> [Substring] {
        guard self.width(of: word) > width else { return [word] }
        var pieces: [Substring] = []
        var (start, reached) = (word.startIndex, 0.0)
        for index in word.indices {
            let next = self.width(of: word[index...index]) * PDFCanvas.kerning
            if reached + next > width, index > start {
                pieces.append(word[start..<index])
                (start, reached) = (index, 0)
            }
            reached += next
        }
        return pieces + [word[start...]]
    }

    /// A blank at the end hangs over and does not count.
    private func width(of word: Substring) -> Double {
        let shown = word.last == " " ? word.dropLast() : word
        return shown.utf8.reduce(0) { $0 + widths[Int($1 - CharacterWidths.first)] }
    }
}

extension PDFCanvas {
    /// Some pairs of letters are set further apart than their widths say.
    fileprivate static let kerning = 1.02

    /// The width of `text` in one line, or a little more.
    func naturalWidth(_ text: String, _ style: TextStyle) -> Double {
        if let width = characterWidths(style).width(of: text) { return width * Self.kerning }
        return measure(text, style, width: nil).width
    }

    /// The height of `text` in lines of at most `width`; `line` is that of one line.
    func height(_ text: String, _ style: TextStyle, width: Double, line: Double) -> Double {
        if let natural = characterWidths(style).width(of: text), natural * Self.kerning <= width {
            return line
        }
        return measure(text, style, width: width).height
    }

    /// `text` as it goes into lines of at most `width`.
    func breakingWords(of text: String, _ style: TextStyle, width: Double) -> String {
        characterWidths(style).breakingWords(of: text, width: width)
    }

    private func characterWidths(_ style: TextStyle) -> CharacterWidths {
        if let known = characters[style] { return known }
        let widths = (CharacterWidths.first...CharacterWidths.last).map { byte in
            measure(String(UnicodeScalar(byte)), style, width: nil).width
        }
        let made = CharacterWidths(widths)
        characters[style] = made
        return made
    }
}
