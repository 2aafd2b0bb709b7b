package import Civic

/// `/v` and `/v/{code}`: whether a paper is genuine, for everybody. Tells nothing about people.
package struct PaperCheckPage: Page {
    package static let template = "paper-check"
    package static let room = Room.open
    package static let isListed = false

    package enum Answer: Sendable {
        /// Nothing was asked yet.
        case none
        /// No paper was ever printed with this code.
        case unknown
        case tooMany(minutes: Int)
        case found(Paper)
        case sealed(Sealed)
    }

    /// A paper other than a decree to which a code leads.
    package struct Sealed: Sendable {
        package enum Kind: Sendable { case payment, receipt, minutes, ranking }

        package let kind: Kind
        package let standing: Paper.Standing
        package let month: Month?
        package let day: Day?
        package let people: Int
        package let amount: Rupiah?
        package let digests: [String]

        package init(
            kind: Kind, standing: Paper.Standing, month: Month?, day: Day?, people: Int,
            amount: Rupiah?, digests: [String]
        ) {
            self.kind = kind
            self.standing = standing
            self.month = month
            self.day = day
            self.people = people
            self.amount = amount
            self.digests = digests
        }

        func name(_ say: Speech) -> String {
            let month = ["bulan": month.map { say.month($0) } ?? ""]
            switch kind {
            case .payment: return say("paper-kind-payment", month)
            case .receipt: return say("paper-kind-receipt", month)
            case .minutes: return say("paper-kind-minutes", month)
            case .ranking: return say("paper-kind-ranking")
            }
        }
    }

    /// What the code leads to.
    package struct Paper: Sendable {
        package enum Standing: Sendable {
            case pending
            case valid
            case withdrawn
        }

        package let standing: Standing
        package let facts: DecreeSummary
        package let publicDigest: String
        /// Number and date of the one it changes.
        package let amended: DecreeSummary?
        package let amendments: [DecreeSummary]

        package init(
            standing: Standing, facts: DecreeSummary, publicDigest: String, amended: DecreeSummary?,
            amendments: [DecreeSummary]
        ) {
            self.standing = standing
            self.facts = facts
            self.publicDigest = publicDigest
            self.amended = amended
            self.amendments = amendments
        }
    }

    package let code: String
    package let answer: Answer

    package init(code: String, answer: Answer) {
        self.code = code
        self.answer = answer
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(title(say)),
            "code": .text(code),
            "formHref": .text(Address.papers),
            "lead": .part(lead(say)),
            "paper": .part(paper(say)),
            "sealed": .part(sealed(say)),
        ]
    }

    private func title(_ say: Speech) -> String {
        switch answer {
        case .none: say("paper-title")
        case .unknown: say("paper-unknown")
        case .tooMany: say("check-too-many")
        case .found(let paper):
            switch paper.standing {
            case .pending: say("paper-pending")
            case .valid where !paper.amendments.isEmpty: say("paper-amended")
            case .valid: say("paper-valid")
            case .withdrawn: say("paper-withdrawn")
            }
        case .sealed(let paper):
            switch paper.standing {
            case .pending: say("paper-pending")
            case .valid: say("paper-valid")
            case .withdrawn: say("paper-withdrawn")
            }
        }
    }

    private func sealed(_ say: Speech) -> View? {
        guard case .sealed(let paper) = answer else { return nil }
        return [
            "look": .text(PaperCheckPage.look(paper.standing)),
            "standText": .text(stand(paper.standing, say)),
            "details": .part(
                paper.standing == .withdrawn
                    ? nil
                    : [
                        "sealedName": .text(paper.name(say)),
                        "sealedDay": .text(paper.day.map(say.day) ?? "–"),
                        "sealedPeople": .text(say.number(paper.people)),
                        "sealedAmount": .part(
                            paper.amount.map { ["amountText": .text(say.money($0))] }),
                        "sealedDigests": .list(paper.digests.map { ["digestText": .text($0)] }),
                    ]),
        ]
    }

    private static func look(_ standing: Paper.Standing) -> String {
        switch standing {
        case .pending: "kunyit"
        case .valid: "bambu"
        case .withdrawn: "bata"
        }
    }

    private func lead(_ say: Speech) -> View? {
        switch answer {
        case .none: ["leadText": .text(say("paper-lead"))]
        case .unknown: ["leadText": .text(say("paper-unknown-help"))]
        case .tooMany(let minutes):
            ["leadText": .text(say("check-too-many-help", ["menit": say.number(minutes)]))]
        case .found, .sealed: nil
        }
    }

    private func paper(_ say: Speech) -> View? {
        guard case .found(let paper) = answer else { return nil }
        // A paper that was given up says no more than that.
        let isOut = paper.standing == .withdrawn
        return [
            "look": .text(PaperCheckPage.look(paper.standing)),
            "standText": .text(stand(paper.standing, say)),
            "details": .part(
                isOut
                    ? nil
                    : [
                        "paperNumber": .text(paper.facts.number ?? "–"),
                        "paperDay": .text(paper.facts.signedOn.map(say.day) ?? "–"),
                        "paperTitle": .text(paper.facts.title),
                        "paperPeople": .text(say.number(paper.facts.people)),
                        "paperMonths": .text(DecreeSummary.text(paper.facts.months, say)),
                        "paperDigest": .text(paper.publicDigest),
                        "amendedBy": .list(paper.amendments.map { line($0, say) }),
                        "hasAmendments": .flag(!paper.amendments.isEmpty),
                        "amends": .part(paper.amended.map { line($0, say) }),
                    ]),
        ]
    }

    private func stand(_ standing: Paper.Standing, _ say: Speech) -> String {
        switch standing {
        case .pending: say("paper-pending-help")
        case .valid: say("paper-valid-help")
        case .withdrawn: say("paper-withdrawn-help")
        }
    }

    private func line(_ facts: DecreeSummary, _ say: Speech) -> View {
        [
            "otherNumber": .text(facts.number ?? "–"),
            "otherDay": .text(facts.signedOn.map(say.day) ?? "–"),
            "otherPeople": .text(say.number(facts.people)),
        ]
    }
}
