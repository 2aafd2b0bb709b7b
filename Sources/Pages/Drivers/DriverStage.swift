package import Civic
package import Programme

/// How far a list of drivers has come.
package enum DriverStage: Sendable, CaseIterable {
    case draft
    case sent
    case ended

    func badge(_ say: Speech) -> View {
        switch self {
        case .draft: Badge.view(say("drivers-stage-draft"), .amber, .attention)
        case .sent: Badge.view(say("drivers-stage-sent"), .green, .check)
        case .ended: Badge.view(say("drivers-stage-ended"), .grey, .square)
        }
    }
}

extension DriverAnswer.Outcome {
    /// The badge of an outcome that is called `word`.
    func badge(_ word: String) -> View {
        switch self {
        case .accepted: Badge.view(word, .green, .check)
        case .waiting: Badge.view(word, .violet, .hourglass)
        case .refused: Badge.view(word, .brick, .cross)
        case .checking: Badge.view(word, .blue, .arrow)
        }
    }
}

extension PartnerAgreement.State {
    func badge(_ say: Speech) -> View {
        switch self {
        case .open: Badge.view(say("agreement-open"), .green, .check)
        case .closed: Badge.view(say("agreement-closed"), .amber, .attention)
        case .upcoming: Badge.view(say("agreement-upcoming"), .blue, .arrow)
        case .expired: Badge.view(say("agreement-expired"), .brick, .cross)
        }
    }
}

/// A list of drivers as tables of lists show it.
package struct DriverListRow: Sendable {
    package let id: Int
    package let partner: Phrase
    package let stage: DriverStage
    /// When it was sent, or else checked.
    package let moment: Moment
    package let rows: Int
    package let counts: [DriverAnswer.Outcome: Int]
    package let deleteOn: Day?

    package init(
        id: Int, partner: Phrase, stage: DriverStage, moment: Moment, rows: Int,
        counts: [DriverAnswer.Outcome: Int], deleteOn: Day?
    ) {
        self.id = id
        self.partner = partner
        self.stage = stage
        self.moment = moment
        self.rows = rows
        self.counts = counts
        self.deleteOn = deleteOn
    }

    func view(_ say: Speech) -> View {
        func count(_ outcome: DriverAnswer.Outcome) -> View.Value {
            .text(stage == .draft ? "–" : say.number(counts[outcome] ?? 0))
        }
        return [
            "href": .text(Address.driverList(id)),
            "listName": .text(say("drivers-list-name", ["nomor": "\(id)"])),
            "partner": .text(say.text(partner)),
            "moment": .text(say.moment(moment)),
            "badge": .part(stage.badge(say)),
            "rowCount": .text(say.number(rows)),
            "accepted": count(.accepted),
            "waiting": count(.waiting),
            "refused": count(.refused),
            "checking": count(.checking),
            "deletion": .text(deleteOn.map(say.day) ?? "–"),
        ]
    }
}

/// Which rows could not be kept, in sentences, and what was dropped.
struct DriverFaultSentences {
    let faults: [DriverFault: Int]
    let dropped: [String]

    func views(_ say: Speech) -> [View] {
        var sentences = DriverFault.allCases.compactMap { fault -> String? in
            guard let count = faults[fault], count > 0 else { return nil }
            return say(key(of: fault), ["jumlah": say.number(count)])
        }
        sentences += dropped.map { say("drivers-dropped", ["kolom": $0]) }
        return sentences.map { ["sentence": .text($0)] }
    }

    private func key(of fault: DriverFault) -> String {
        switch fault {
        case .consentMissing: "drivers-fault-consent-missing"
        case .consentFuture: "drivers-fault-consent-future"
        case .consentOld: "drivers-fault-consent-old"
        case .nik: "drivers-fault-nik"
        case .name: "drivers-fault-name"
        case .birth: "drivers-fault-birth"
        case .phone: "drivers-fault-phone"
        case .repeated: "drivers-fault-repeated"
        }
    }
}
