import Civic

/// Streets, lanes, hamlets and estates, and the ways to write them.
struct Streets: Sendable {
    enum Numbers: String, Sendable {
        case house = "no"
        case block
        case without = "none"
    }

    struct Kind: Sendable {
        /// What stands before the name; the first is the usual form.
        let forms: [[UInt8]]
        let numbers: Numbers
        let names: [[UInt8]]
    }

    let kinds: [Kind]
    private let choice: WeightedChoice

    init(_ table: (String) throws(Problem) -> Table) throws(Problem) {
        var names: [String: [[UInt8]]] = [:]
        for row in try table("synth/streets").rows {
            names[try row.text("kind"), default: []].append(Array(try row.text("name").utf8))
        }
        var kinds: [Kind] = []
        var choice = WeightedChoice()
        for row in try table("synth/street-kinds").rows {
            let kind = try row.text("kind")
            let written = try row.text("numbers")
            guard let numbers = Numbers(rawValue: written) else {
                throw row.wrong("numbers", written)
            }
            guard let known = names[kind] else { throw row.wrong("kind", kind) }
            let forms = row.list("forms").map { Array($0.utf8) }
            kinds.append(Kind(forms: forms, numbers: numbers, names: known))
            choice.add(try row.number("weight"))
        }
        self.kinds = kinds
        self.choice = choice
    }

    /// A street and a house on it.
    func pick(_ dice: inout SeededGenerator) -> House {
        let kind = choice.pick(&dice)
        return House(
            kind: UInt8(kind), street: UInt16(dice.below(kinds[kind].names.count)),
            block: UInt8(dice.below(20)), number: UInt16(1 + dice.below(160)))
    }
}

/// A house on a street of ``Streets``.
struct House: Sendable {
    let kind: UInt8
    let street: UInt16
    /// 0 for block A.
    let block: UInt8
    let number: UInt16
}
