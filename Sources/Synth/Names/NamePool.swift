import Civic

/// The words a parent of one culture may choose from, decade by decade.
struct NamePool: Sendable {
    private var words: [UInt16] = []
    private var choices: [WeightedChoice]

    static let firstDecade = 1900
    static let decades = 14

    init() { choices = Array(repeating: WeightedChoice(), count: NamePool.decades) }

    var isEmpty: Bool { words.isEmpty }

    /// Adds a word. `years` are the years of birth in which it is usual; it is rare in the twenty
    /// years around them and very rare in others.
    mutating func add(_ word: UInt16, weight: Int, years: ClosedRange<Int>) {
        words.append(word)
        for decade in choices.indices {
            let middle = NamePool.firstDecade + decade * 10 + 5
            let distance = max(years.lowerBound - middle, middle - years.upperBound, 0)
            let share = distance <= 5 ? 80 : distance <= 20 ? 8 : 1
            choices[decade].add(weight * share)
        }
    }

    func pick(year: Int, _ dice: inout SeededGenerator) -> UInt16 {
        words[choices[NamePool.decade(of: year)].pick(&dice)]
    }

    static func decade(of year: Int) -> Int {
        min(max((year - firstDecade) / 10, 0), decades - 1)
    }
}

/// How names of one culture and sex are put together, decade by decade.
struct NamePatterns: Sendable {
    private var patterns: [NamePattern] = []
    private var choices: [WeightedChoice]

    init() { choices = Array(repeating: WeightedChoice(), count: NamePool.decades) }

    mutating func add(_ pattern: NamePattern, weight: Int, years: ClosedRange<Int>) {
        patterns.append(pattern)
        for decade in choices.indices {
            let middle = NamePool.firstDecade + decade * 10 + 5
            choices[decade].add(years.contains(middle) ? weight : 0)
        }
    }

    func pick(year: Int, _ dice: inout SeededGenerator) -> NamePattern {
        patterns[choices[NamePool.decade(of: year)].pick(&dice)]
    }
}

/// The kinds of words of a name, in order.
struct NamePattern: Sendable {
    enum Part: Character, Sendable {
        case opener = "o"
        case given = "g"
        case fathers = "p"
        case family = "f"
    }

    let parts: [Part]

    /// Nil unless `text` is one to four of the letters o, g, p, f.
    init?(_ text: String) {
        let parts = text.compactMap { Part(rawValue: $0) }
        guard (1...4).contains(parts.count), parts.count == text.count else { return nil }
        self.parts = parts
    }
}
