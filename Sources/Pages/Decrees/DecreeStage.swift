package import Civic

/// How far a decree is, as a badge and as a way of four steps.
package enum DecreeStage: Int, Sendable, CaseIterable {
    case draft
    case signing
    case numbered
    case inForce
    case withdrawn

    func word(_ say: Speech) -> String {
        switch self {
        case .draft: say("decree-draft")
        case .signing: say("decree-signing")
        case .numbered: say("decree-numbered")
        case .inForce: say("decree-in-force")
        case .withdrawn: say("decree-withdrawn")
        }
    }

    func badge(_ say: Speech) -> View {
        switch self {
        case .draft: Badge.view(word(say), .grey, .ring)
        case .signing, .numbered: Badge.view(word(say), .blue, .arrow)
        case .inForce: Badge.view(word(say), .green, .check)
        case .withdrawn: Badge.view(word(say), .grey, .square)
        }
    }

    /// What stands before the names of steps: done, now or not yet; nothing for what was withdrawn.
    func way(_ say: Speech) -> [View] {
        guard self != .withdrawn else { return [] }
        return DecreeStage.allCases.filter { $0 != .withdrawn }.map { stage in
            let isDone = stage.rawValue < rawValue || self == .inForce
            let badge =
                if isDone {
                    Badge.view(stage.word(say), .green, .check)
                } else if stage == self {
                    Badge.view(stage.word(say), .blue, .arrow)
                } else {
                    Badge.view(stage.word(say), .grey, .ring)
                }
            return ["stage": .part(badge), "isCurrent": .flag(stage == self)]
        }
    }
}

/// What pages say of a decree.
package struct DecreeSummary: Sendable {
    package let id: Int
    /// As printed; nil before it is known.
    package let number: String?
    package let title: String
    package let isAmendment: Bool
    package let stage: DecreeStage
    package let people: Int
    package let months: ClosedRange<Month>
    package let signedOn: Day?

    package init(
        id: Int, number: String?, title: String, isAmendment: Bool, stage: DecreeStage,
        people: Int, months: ClosedRange<Month>, signedOn: Day?
    ) {
        self.id = id
        self.number = number
        self.title = title
        self.isAmendment = isAmendment
        self.stage = stage
        self.people = people
        self.months = months
        self.signedOn = signedOn
    }

    /// Its number, or what it is without one.
    func name(_ say: Speech) -> String { number ?? say("decree-unnumbered", ["urut": "\(id)"]) }

    func view(_ say: Speech) -> View {
        [
            "decreeHref": .text(Address.decree(id)),
            "decreeName": .text(name(say)),
            "decreeTitle": .text(title),
            "decreeKind": .text(say(isAmendment ? "decree-amendment" : "decree-determination")),
            "people": .text(say.number(people)),
            "months": .text(DecreeSummary.text(months, say)),
            "signedOn": .text(signedOn.map(say.day) ?? "–"),
            "stateBadge": .part(stage.badge(say)),
        ]
    }

    static func text(_ months: ClosedRange<Month>, _ say: Speech) -> String {
        "\(say.month(months.lowerBound)) – \(say.month(months.upperBound))"
    }
}
