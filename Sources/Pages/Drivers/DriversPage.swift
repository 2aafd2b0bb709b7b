package import Civic
package import Programme

/// `/mitra/pengemudi`: what a platform has to know, the form, and what it sent.
package struct DriversPage: Page {
    package enum Notice: Sendable {
        /// Nothing of the file could be used, for this reason.
        case problem(Problem)
        /// No row could be kept.
        case nothing(faults: [DriverFault: Int], dropped: [String])
        /// So many rows of a driver who withdrew consent were deleted.
        case withdrawn(Int)
        /// What was typed is no NIK.
        case notNIK
        /// What was typed is no date.
        case notDate
    }

    package static let template = "drivers"
    package static let room = Room.work
    package var section: NavigationItem? { .drivers }

    package let partner: Phrase?
    package let agreement: PartnerAgreement?
    package let today: Day
    package let oldestDays: Int
    package let rowsMax: Int
    package let lists: [DriverListRow]
    package let notice: Notice?

    package init(
        partner: Phrase?, agreement: PartnerAgreement?, today: Day, oldestDays: Int, rowsMax: Int,
        lists: [DriverListRow], notice: Notice?
    ) {
        self.partner = partner
        self.agreement = agreement
        self.today = today
        self.oldestDays = oldestDays
        self.rowsMax = rowsMax
        self.lists = lists
        self.notice = notice
    }

    private var state: PartnerAgreement.State? { agreement?.state(on: today) }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("drivers-title")),
            "partnerLine": .part(partner.map { ["partner": .text(say.text($0))] }),
            "badge": .part(
                state?.badge(say) ?? Badge.view(say("agreement-none"), .brick, .cross)),
            "trouble": .part(trouble(say)),
            "done": .part(done(say)),
            "blocked": .part(blocked(say)),
            "agreement": .part(agreement.map { agreementView($0, say) }),
            "form": .part(state == .open ? formView(say) : nil),
            "hasLists": .flag(!lists.isEmpty),
            "lists": .list(lists.map { $0.view(say) }),
            "withdrawHref": .text(Address.driverWithdrawal),
        ]
    }

    private func trouble(_ say: Speech) -> View? {
        switch notice {
        case .problem(let problem):
            return [
                "troubleTitle": .text(say.text(problem.what)),
                "sentences": .list([["sentence": .text(say.text(problem.remedy))]]),
            ]
        case .nothing(let faults, let dropped):
            return [
                "troubleTitle": .text(say("drivers-nothing")),
                "sentences": .list(
                    DriverFaultSentences(faults: faults, dropped: dropped).views(say)),
            ]
        case .notNIK: return single("drivers-not-nik", "drivers-not-nik-help", say)
        case .notDate: return single("drivers-not-date", "drivers-consent-hint", say)
        case .withdrawn, nil: return nil
        }
    }

    private func single(_ title: String, _ help: String, _ say: Speech) -> View {
        [
            "troubleTitle": .text(say(title)),
            "sentences": .list([["sentence": .text(say(help))]]),
        ]
    }

    private func done(_ say: Speech) -> View? {
        guard case .withdrawn(let count) = notice else { return nil }
        guard count > 0 else { return ["doneText": .text(say("drivers-withdrawn-none"))] }
        return ["doneText": .text(say("drivers-withdrawn", ["jumlah": say.number(count)]))]
    }

    /// What to do where nothing can be sent.
    private func blocked(_ say: Speech) -> View? {
        let text: String
        switch state {
        case .open: return nil
        case nil: text = say("agreement-none-help")
        case .closed: text = say("agreement-closed-help")
        case .upcoming:
            text = say(
                "agreement-upcoming-help", ["tanggal": agreement.map { say.day($0.from) } ?? ""])
        case .expired:
            text = say(
                "agreement-expired-help", ["tanggal": agreement.map { say.day($0.to) } ?? ""])
        }
        return ["blockedText": .text(text)]
    }

    private func agreementView(_ agreement: PartnerAgreement, _ say: Speech) -> View {
        let deletion = say.day(agreement.deletionDay(ofSent: today))
        let lines = [
            say("drivers-line-purpose", ["tujuan": agreement.purpose]),
            say("drivers-line-columns"),
            say("drivers-line-consent", ["hari": say.number(oldestDays)]),
            say("drivers-line-answer"),
            say(
                "drivers-line-retention",
                ["hari": say.number(agreement.retentionDays), "tanggal": deletion]),
        ]
        return [
            "lines": .list(lines.map { ["line": .text($0)] }),
            "facts": .list([
                ["label": .text(say("agreement-number")), "value": .text(agreement.number)],
                [
                    "label": .text(say("agreement-valid")),
                    "value": .text(
                        say(
                            "agreement-span",
                            ["dari": say.day(agreement.from), "sampai": say.day(agreement.to)])),
                ],
                [
                    "label": .text(say("agreement-call")),
                    "value": .text(agreement.callUntil.map(say.day) ?? "–"),
                ],
            ]),
        ]
    }

    private func formView(_ say: Speech) -> View {
        [
            "uploadHref": .text(Address.drivers),
            "rowsHint": .text(say("drivers-file-hint", ["jumlah": say.number(rowsMax)])),
        ]
    }
}
