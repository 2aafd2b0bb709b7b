package import Civic
package import Programme

/// `/kerja/klaim/{id}`: one claim, the steps it went, and the next.
package struct ClaimPage: Page {
    package static let template = "claim"
    package static let room = Room.work
    package var section: NavigationItem? { .claims }

    /// A step that was done.
    package struct Done: Sendable {
        package let step: ClaimStep
        package let day: Day
        package let note: String?
        package let amount: Rupiah?
        package let who: String
        package let at: Moment

        package init(
            step: ClaimStep, day: Day, note: String?, amount: Rupiah?, who: String, at: Moment
        ) {
            self.step = step
            self.day = day
            self.note = note
            self.amount = amount
            self.who = who
            self.at = at
        }
    }

    package let line: ClaimsPage.Line
    package let member: MemberHead
    package let steps: [Done]
    /// Steps that may follow; empty for whoever notes none.
    package let next: [ClaimStep]
    package let today: Day
    package let trouble: Phrase?
    package let key: String

    package init(
        line: ClaimsPage.Line, member: MemberHead, steps: [Done], next: [ClaimStep], today: Day,
        trouble: Phrase?, key: String
    ) {
        self.line = line
        self.member = member
        self.steps = steps
        self.next = next
        self.today = today
        self.trouble = trouble
        self.key = key
    }

    package func view(_ say: Speech) -> View {
        let parts = today.parts
        return line.view(say).with([
            "title": .text(say("claim-title", ["nomor": "\(line.id)", "nama": line.name])),
            "listHref": .text(Address.claims), "action": .text(Address.claim(line.id)),
            "trouble": .part(trouble.map { ["troubleText": .text(say.text($0))] }),
            "memberHead": .part(member.view(say)),
            "change": .part(line.change.map { ["changeHref": .text(Address.change($0))] }),
            "hasSteps": .flag(!steps.isEmpty), "steps": .list(steps.map { view($0, say) }),
            "next": .list(next.map { view($0, say) }),
            "d": .text("\(parts.day)"), "m": .text("\(parts.month)"), "y": .text("\(parts.year)"),
            "key": .text(key),
        ])
    }

    private func view(_ done: Done, _ say: Speech) -> View {
        [
            "stepName": .text(done.step.name(say)), "stepDay": .text(say.day(done.day)),
            "stepNote": .text(done.note ?? "–"),
            "paid": .part(done.amount.map { ["amount": .text(say.money($0))] }),
            "who": .text(done.who), "at": .text(say.moment(done.at)),
        ]
    }

    private func view(_ step: ClaimStep, _ say: Speech) -> View {
        [
            "stepID": .text(step.rawValue), "stepTitle": .text(step.prompt(say)),
            "noteLabel": .text(step.noteLabel(say)), "isPaid": .flag(step == .paid),
        ]
    }
}

extension ClaimStep {
    func name(_ say: Speech) -> String {
        switch self {
        case .asked: say("claim-asked")
        case .sent: say("claim-sent")
        case .paid: say("claim-paid")
        case .refused: say("claim-refused")
        case .closed: say("claim-closed")
        case .reopened: say("claim-reopened")
        }
    }

    /// What to do.
    fileprivate func prompt(_ say: Speech) -> String {
        switch self {
        case .asked, .reopened: say("claim-ask")
        case .sent: say("claim-send")
        case .paid: say("claim-pay")
        case .refused: say("claim-refuse")
        case .closed: say("claim-close")
        }
    }

    fileprivate func noteLabel(_ say: Speech) -> String {
        switch self {
        case .asked, .reopened: say("claim-asked-note")
        case .sent: say("claim-sent-note")
        case .paid: say("claim-paid-note")
        case .refused, .closed: say("claim-reason")
        }
    }
}
