import Civic

/// Slips of fingers and habits of spelling.
struct Typing: Sendable {
    /// By lower-case letter, the keys beside it.
    private let neighbours: [[UInt8]]
    private let rules: [Rule]

    private struct Rule: Sendable {
        enum Where: String, Sendable { case start, end, any }

        let written: [UInt8]
        let instead: [UInt8]
        let place: Where
    }

    init(_ table: (String) throws(Problem) -> Table) throws(Problem) {
        var neighbours = Array(repeating: [UInt8](), count: 26)
        for row in try table("synth/keyboard").rows {
            let key = try row.text("key")
            guard let letter = key.utf8.first, letter &- 97 < 26 else {
                throw row.wrong("key", key)
            }
            neighbours[Int(letter) - 97] = Array(try row.text("neighbours").utf8)
        }
        self.neighbours = neighbours
        var rules: [Rule] = []
        for row in try table("synth/spelling-rules").rows {
            let place = try row.text("where")
            guard let known = Rule.Where(rawValue: place) else { throw row.wrong("where", place) }
            rules.append(
                Rule(
                    written: Array(try row.text("written").utf8),
                    instead: Array(try row.text("instead").utf8), place: known))
        }
        self.rules = rules
    }

    /// One slip somewhere after the first letter: a neighbouring key, a letter dropped, doubled or
    /// swapped with the next.
    func slip(_ text: inout [UInt8], _ dice: inout SeededGenerator) {
        guard text.count > 3 else { return }
        let place = 1 + dice.below(text.count - 1)
        let letter = text[place]
        guard ASCII.isLetter(letter) else { return }
        switch dice.below(4) {
        case 0:
            let lower = letter | 32
            let keys = neighbours[Int(lower) - 97]
            guard !keys.isEmpty else { return }
            text[place] = dice.pick(keys) & ~32 | letter & 32
        case 1: text.remove(at: place)
        case 2: text.insert(letter, at: place)
        default:
            guard place + 1 < text.count, ASCII.isLetter(text[place + 1]) else { return }
            text.swapAt(place, place + 1)
        }
    }

    /// Writes one word otherwise by a rule that fits it; as it is when none fits.
    func respell(_ word: ArraySlice<UInt8>, _ dice: inout SeededGenerator) -> [UInt8] {
        let lower = word.map { ASCII.isLetter($0) ? $0 | 32 : $0 }
        let first = dice.below(max(rules.count, 1))
        for step in rules.indices {
            let rule = rules[(first + step) % rules.count]
            guard let start = Typing.find(rule.written, in: lower, rule.place) else { continue }
            var result = lower
            result.replaceSubrange(start..<(start + rule.written.count), with: rule.instead)
            result[0] = ASCII.upper(result[0])
            return result
        }
        return Array(word)
    }

    private static func find(_ part: [UInt8], in word: [UInt8], _ place: Rule.Where) -> Int? {
        guard word.count > part.count else { return nil }
        let last = word.count - part.count
        let starts = place == .start ? 0...0 : place == .end ? last...last : 0...last
        return starts.first { start in
            part.indices.allSatisfy { word[start + $0] == part[$0] }
        }
    }
}
