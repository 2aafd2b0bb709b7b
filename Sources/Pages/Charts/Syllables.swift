/// Marks where an Indonesian word may be broken at the end of a line, so that long place names fit
/// into small tiles: no browser knows the rules.
package enum Syllables {
    private static let softHyphen = "\u{AD}"
    private static let vowels = Set("aiueoAIUEO")
    private static let pairs = ["ng", "ny", "sy", "kh"]

    /// `Bantargebang` with soft hyphens in Ban-tar-ge-bang; short words as they are.
    package static func softHyphenated(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            word.count < 9 ? String(word) : syllables(of: word).joined(separator: softHyphen)
        }.joined(separator: " ")
    }

    /// A break stands before the last consonant (or pair that is one sound) between two vowels.
    private static func syllables(of word: Substring) -> [String] {
        let letters = Array(word)
        var parts: [String] = []
        var start = 0
        var position = 0
        while position < letters.count {
            guard vowels.contains(letters[position]),
                let next = letters[(position + 1)...].firstIndex(where: vowels.contains),
                next > position + 1
            else {
                position += 1
                continue
            }
            var end = next - 1
            if end > position + 1, pairs.contains(String(letters[(end - 1)...end]).lowercased()) {
                end -= 1
            }
            if end - start > 1 {
                parts.append(String(letters[start..<end]))
                start = end
            }
            position = next
        }
        parts.append(String(letters[start...]))
        return parts
    }
}
