package import Civic

/// How a list for an RW stands, as a badge.
package enum RoundState: Sendable {
    case running
    case complete
    case expired
    case closed

    func badge(_ say: Speech) -> View {
        switch self {
        case .running: Badge.view(say("round-running"), .blue, .arrow)
        case .complete: Badge.view(say("round-complete"), .green, .check)
        case .expired: Badge.view(say("round-expired"), .amber, .attention)
        case .closed: Badge.view(say("round-closed"), .grey, .square)
        }
    }
}

/// Somebody on a list for an RW: a name and a job, and nothing else that tells of a person.
package struct RoundPerson: Sendable {
    /// Counted from 1, as on paper.
    package let place: Int
    package let name: String
    package let occupation: Phrase?
    package let answer: RoundAnswer?

    package init(place: Int, name: String, occupation: Phrase?, answer: RoundAnswer?) {
        self.place = place
        self.name = name
        self.occupation = occupation
        self.answer = answer
    }

    func view(_ say: Speech) -> View {
        [
            "place": .text("\(place)"),
            "name": .text(name),
            "occupation": .text(occupation.map(say.text) ?? "–"),
            "options": .list(
                RoundAnswer.allCases.map { option in
                    [
                        "value": .text(option.rawValue), "word": .text(option.word(say)),
                        "isChosen": .flag(option == answer),
                    ]
                }),
        ]
    }
}

/// The three boxes on the list, as forms send them.
package enum RoundAnswer: String, Sendable, CaseIterable {
    case works = "ya"
    case not = "tidak"
    case unknown = "tak-kenal"

    func word(_ say: Speech) -> String {
        switch self {
        case .works: say("round-works")
        case .not: say("round-not")
        case .unknown: say("round-unknown")
        }
    }
}

/// Numbers of RWs are written with three digits.
enum WardName {
    static func text(_ rw: Int) -> String { NumberText.padded(rw, to: 3) }
}
