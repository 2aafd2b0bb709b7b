package import Civic
package import Programme

/// `/kerja/peserta/{number}/alasan`: why somebody is not covered yet, to be read aloud or printed on
/// one sheet and handed over. Tells of nobody else, and never the welfare decile.
package struct ReasonCardPage: Page {
    package static let template = "reason-card"
    package static let room = Room.work
    package var section: NavigationItem? { .people }

    package let number: String
    package let name: String
    /// Code of the status table.
    package let status: String
    /// Place on the waiting list of a village.
    package let waiting: (position: Int, village: String)?
    package let asOf: Day
    package let reasons: [Reason]
    /// Nil for somebody whom nobody checks.
    package let verification: CaseStanding?
    package let objection: Objection?
    package let corrections: [CorrectionLine]
    package let mayRequest: Bool
    package let printed: Moment
    /// Name of the account that opened the card.
    package let printedBy: String

    package init(
        number: String, name: String, status: String, waiting: (position: Int, village: String)?,
        asOf: Day, reasons: [Reason], verification: CaseStanding?, objection: Objection?,
        corrections: [CorrectionLine], mayRequest: Bool, printed: Moment, printedBy: String
    ) {
        self.number = number
        self.name = name
        self.status = status
        self.waiting = waiting
        self.asOf = asOf
        self.reasons = reasons
        self.verification = verification
        self.objection = objection
        self.corrections = corrections
        self.mayRequest = mayRequest
        self.printed = printed
        self.printedBy = printedBy
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say.openSentence(status)),
            "look": .text(say.look(of: status).rawValue),
            "badge": .part(say.badge(status)),
            "number": .text(number), "name": .text(name),
            "peopleHref": .text(Address.people), "personHref": .text(Address.person(number)),
            "waitingText": .part(waitingView(say)),
            "checkedText": .text(say("reason-checked", ["tanggal": say.day(asOf)])),
            "hasReasons": .flag(!reasons.isEmpty),
            "cardReasons": .list(reasons.map { $0.view(say) }),
            "verificationText": .text(verificationText(say)),
            "objectionText": .part(objection.map { ["text": .text($0.text(say))] }),
            "hasCorrections": .flag(!corrections.isEmpty),
            "corrections": .list(corrections.map { $0.view(say) }),
            "request": .part(mayRequest ? ["requestHref": .text(Address.correct(number))] : nil),
            "printedText": .text(
                say("reason-printed", ["waktu": say.moment(printed), "nama": printedBy])),
        ]
    }

    private func waitingView(_ say: Speech) -> View? {
        guard let waiting else { return nil }
        let place = ["nomor": say.number(waiting.position), "kelurahan": waiting.village]
        return ["text": .text(say("answer-waiting", place))]
    }

    private func verificationText(_ say: Speech) -> String {
        switch verification {
        case nil: say("standing-none")
        case .open: say("standing-open")
        case .field: say("standing-field")
        case .refused: say("standing-refused")
        case .confirming: say("standing-confirming")
        case .conflict: say("standing-conflict")
        case .verified: say("standing-verified")
        }
    }
}

extension ReasonCardPage {
    /// A reason with what it rests on.
    package struct Reason: Sendable {
        package let text: ReasonText
        package let data: [Datum]

        package init(text: ReasonText, data: [Datum]) {
            self.text = text
            self.data = data
        }

        func view(_ say: Speech) -> View {
            text.view(say).with(["data": .list(data.map { $0.view(say) })])
        }
    }

    /// What is kept, whose word it is, and of which day.
    package struct Datum: Sendable {
        package let what: Phrase
        package let source: Phrase?
        package let day: Day?

        package init(what: Phrase, source: Phrase?, day: Day?) {
            self.what = what
            self.source = source
            self.day = day
        }

        func view(_ say: Speech) -> View {
            [
                "datumText": .text(say.text(what)),
                "sourceText": .text(source.map(say.text) ?? say("reason-no-source")),
                "dayText": .text(day.map(say.day) ?? say("reason-no-day")),
            ]
        }
    }

    /// Until when somebody may object.
    package struct Objection: Sendable {
        package let until: Day
        package let isOver: Bool

        package init(until: Day, isOver: Bool) {
            self.until = until
            self.isOver = isOver
        }

        func text(_ say: Speech) -> String {
            let day = ["tanggal": say.day(until)]
            return isOver ? say("objection-over", day) : say("objection-until", day)
        }
    }
}
