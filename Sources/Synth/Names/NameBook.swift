import Civic

/// All words of names, how they are spelled otherwise, and which parents choose them.
struct NameBook: Sendable {
    private(set) var store = WordStore()
    private var spellings: [[UInt16]] = []
    /// By culture, then sex.
    private var openers: [NamePool]
    private var givens: [NamePool]
    private var patterns: [NamePatterns]
    private var families: [WordsByWeight]
    private var twins: [[(UInt16, UInt16)]] = [[], [], []]
    let cultures: WeightedChoice

    private struct WordsByWeight: Sendable {
        var words: [UInt16] = []
        var choice = WeightedChoice()
    }

    init(_ table: (String) throws(Problem) -> Table) throws(Problem) {
        let cultureRows = try table("synth/cultures").rows
        var codes: [String: Int] = [:]
        var weights = WeightedChoice()
        for (position, row) in cultureRows.enumerated() {
            codes[try row.text("code")] = position
            weights.add(try row.number("weight"))
        }
        cultures = weights
        openers = Array(repeating: NamePool(), count: codes.count * 2)
        givens = openers
        patterns = Array(repeating: NamePatterns(), count: codes.count * 2)
        families = Array(repeating: WordsByWeight(), count: codes.count)
        for row in try table("synth/given-names").rows { try addGiven(row, codes) }
        for row in try table("synth/family-names").rows { try addFamily(row, codes) }
        for row in try table("synth/name-patterns").rows { try addPattern(row, codes) }
        for row in try table("synth/twin-names").rows { try addTwins(row) }
    }

    private mutating func number(of word: String, spelled others: [String]) -> UInt16 {
        let number = store.number(of: word)
        let variants = others.map { store.number(of: $0) }
        while spellings.count < store.count { spellings.append([]) }
        for variant in variants where !spellings[Int(number)].contains(variant) {
            spellings[Int(number)].append(variant)
        }
        return number
    }

    private mutating func addGiven(_ row: Table.Row, _ codes: [String: Int]) throws(Problem) {
        let word = number(of: try row.text("name"), spelled: row.list("variants"))
        let years = try row.range("from", "to")
        let weight = try row.number("weight")
        let opens = try row.text("position") == "first"
        for sex in try row.sexes("sex") {
            for culture in row.list("cultures") {
                guard let code = codes[culture] else { throw row.wrong("cultures", culture) }
                let place = code * 2 + sex.index
                if opens {
                    openers[place].add(word, weight: weight, years: years)
                } else {
                    givens[place].add(word, weight: weight, years: years)
                }
            }
        }
    }

    private mutating func addFamily(_ row: Table.Row, _ codes: [String: Int]) throws(Problem) {
        let word = number(of: try row.text("name"), spelled: row.list("variants"))
        for culture in row.list("cultures") {
            guard let code = codes[culture] else { throw row.wrong("cultures", culture) }
            families[code].words.append(word)
            families[code].choice.add(try row.number("weight"))
        }
    }

    private mutating func addPattern(_ row: Table.Row, _ codes: [String: Int]) throws(Problem) {
        let culture = try row.text("culture")
        guard let code = codes[culture] else { throw row.wrong("culture", culture) }
        let text = try row.text("pattern")
        guard let pattern = NamePattern(text) else { throw row.wrong("pattern", text) }
        for sex in try row.sexes("sex") {
            patterns[code * 2 + sex.index].add(
                pattern, weight: try row.number("weight"), years: try row.range("from", "to"))
        }
    }

    private mutating func addTwins(_ row: Table.Row) throws(Problem) {
        let sexes = try row.text("sexes")
        guard let kind = ["mm", "ff", "mf"].firstIndex(of: sexes) else {
            throw row.wrong("sexes", sexes)
        }
        let first = number(of: try row.text("first"), spelled: [])
        twins[kind].append((first, number(of: try row.text("second"), spelled: [])))
    }
}

extension NameBook {
    /// The other ways to write a word; often none.
    func spellings(of word: UInt16) -> [UInt16] { spellings[Int(word)] }

    /// A name as parents of `culture` give it to a child born in `year`: with the word `father` where
    /// children carry one of his (nil draws it), and the name of the `family` where there is one.
    func name(
        culture: Int, sex: Sex, year: Int, father: UInt16?, family: UInt16?,
        _ dice: inout SeededGenerator
    ) -> NameWords {
        let place = culture * 2 + sex.index
        var name = NameWords()
        for part in patterns[place].pick(year: year, &dice).parts {
            switch part {
            case .opener:
                let pool = openers[place].isEmpty ? givens[place] : openers[place]
                name.append(pool.pick(year: year, &dice))
            case .given:
                var word = givens[place].pick(year: year, &dice)
                if name.contains(word) { word = givens[place].pick(year: year, &dice) }
                if !name.contains(word) { name.append(word) }
            case .fathers:
                let word = father ?? givens[culture * 2].pick(year: year - 27, &dice)
                if !name.contains(word) { name.append(word) }
            case .family:
                if let family, !name.contains(family) { name.append(family) }
            }
        }
        return name
    }

    func text(_ name: NameWords) -> String {
        (0..<name.count).map { store.text(name[$0]) }.joined(separator: " ")
    }

    /// A family name, nil where the culture has none.
    func familyName(culture: Int, _ dice: inout SeededGenerator) -> UInt16? {
        let words = families[culture].words
        return words.isEmpty ? nil : words[families[culture].choice.pick(&dice)]
    }

    /// Two similar words for twins; the first goes to the boy where they differ in sex.
    func twinWords(_ first: Sex, _ second: Sex, _ dice: inout SeededGenerator) -> (UInt16, UInt16) {
        let kind = first != second ? 2 : first.index
        return dice.pick(twins[kind])
    }
}
