/// What somebody may decide of a pair, in words.
package enum PairVerdict: String, Sendable, CaseIterable {
    case same = "sama"
    case different = "beda"
    case unsure = "ragu"

    func text(_ say: Speech) -> String {
        switch self {
        case .same: say("pair-same")
        case .different: say("pair-different")
        case .unsure: say("pair-unsure")
        }
    }
}

/// Something that was decided, in words.
package struct PairDecision: Sendable {
    package enum Kind: Sendable {
        case proposed
        case same
        case different
        case unsure
        case split
    }

    package let id: Int
    package let kind: Kind
    package let first: String
    package let second: String
    package let who: String
    package let at: Moment
    /// Makes taking it back safe to send twice.
    package let key: String

    package init(
        id: Int, kind: Kind, first: String, second: String, who: String, at: Moment, key: String
    ) {
        self.id = id
        self.kind = kind
        self.first = first
        self.second = second
        self.who = who
        self.at = at
        self.key = key
    }

    func text(_ say: Speech) -> String {
        switch kind {
        case .proposed: say("pair-proposed")
        case .same: say("pair-same")
        case .different: say("pair-different")
        case .unsure: say("pair-unsure")
        case .split: say("pair-split")
        }
    }

    /// `Beda orang, diputuskan Ratna pada 5 November 2025 pukul 10.41`.
    func sentence(_ say: Speech) -> String {
        say("pair-by", ["putusan": text(say), "nama": who, "waktu": say.moment(at)])
    }

    /// `person` is the number of the page to go back to.
    func view(backTo person: String = "", _ say: Speech) -> View {
        [
            "sentence": .text(sentence(say)), "verdict": .text(text(say)),
            "firstHref": .text(Address.person(first)), "firstNumber": .text(first),
            "secondHref": .text(Address.person(second)), "secondNumber": .text(second),
            "who": .text(who), "moment": .text(say.moment(at)), "momentISO": .text(at.iso),
            "undoHref": .text(Address.undoPair(id)), "key": .text(key),
            "backTo": .text(person),
        ]
    }
}

/// How likely two are one, for people who do not think in numbers.
enum PairChance {
    static func text(percent: Int, _ say: Speech) -> String {
        let words =
            switch percent {
            case 90...: say("pair-chance-nearly")
            case 65..<90: say("pair-chance-likely")
            case 35..<65: say("pair-chance-even")
            default: say("pair-chance-unlikely")
            }
        return say("pair-chance", ["kata": words, "persen": "\(percent)"])
    }
}
