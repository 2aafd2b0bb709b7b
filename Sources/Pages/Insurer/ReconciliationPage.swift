package import Civic

/// `/kerja/rekonsiliasi/{bulan}`: a month of the city beside the insurer's, in four piles.
package struct ReconciliationPage: Page {
    package static let template = "reconciliation"
    package static let room = Room.work
    package var section: NavigationItem? { .reconciliation }

    /// Which people are shown. Raw values stand in addresses.
    package enum Group: String, CaseIterable, Sendable {
        case oursOnly = "belum-di-bpjs"
        case theirsOnly = "tidak-di-sk"
        case refused = "ditolak"
        case different = "cocok-berbeda"
        case matched = "cocok"

        func name(_ say: Speech) -> String {
            switch self {
            case .oursOnly: say("month-ours-only")
            case .theirsOnly: say("month-theirs-only")
            case .refused: say("month-refused")
            case .different: say("month-different")
            case .matched: say("month-matched")
            }
        }
    }

    /// Both sides of a month.
    package struct Totals: Sendable {
        package let month: Month
        package let ourPeople: Int
        package let theirPeople: Int
        package let ourAmount: Rupiah
        package let theirAmount: Rupiah
        package let ourDigest: String
        package let theirDigest: String
        package let matched: Int
        package let refused: Int
        package let theirsOnly: Int
        package let oursOnly: Int
        /// Nil while the month is open.
        package let closing: (code: String, who: String, at: Moment)?

        package init(
            month: Month, ourPeople: Int, theirPeople: Int, ourAmount: Rupiah,
            theirAmount: Rupiah, ourDigest: String, theirDigest: String, matched: Int,
            refused: Int, theirsOnly: Int, oursOnly: Int,
            closing: (code: String, who: String, at: Moment)?
        ) {
            self.month = month
            self.ourPeople = ourPeople
            self.theirPeople = theirPeople
            self.ourAmount = ourAmount
            self.theirAmount = theirAmount
            self.ourDigest = ourDigest
            self.theirDigest = theirDigest
            self.matched = matched
            self.refused = refused
            self.theirsOnly = theirsOnly
            self.oursOnly = oursOnly
            self.closing = closing
        }

        /// People who do not stand on both sides.
        package var unmatched: Int { refused + theirsOnly + oursOnly }

        /// `Jumlah di berkas BPJS 11.640, di SK 11.666. Selisih 26 orang sudah kami daftarkan di
        /// bawah.`
        func sentence(_ say: Speech) -> String {
            let values = [
                "bpjs": say.number(theirPeople), "sk": say.number(ourPeople),
            ]
            return unmatched == 0
                ? say("month-same", values)
                : say(
                    "month-differs",
                    values.merging(["selisih": say.number(unmatched)]) { first, _ in first })
        }
    }

    package struct Row: Sendable {
        package let name: String?
        package let number: String?
        /// Masked.
        package let nik: String?
        package let village: String?
        package let participant: String?
        package let ourAmount: Rupiah?
        package let theirAmount: Rupiah?
        /// Why the person is here, and what differs.
        package let notes: [Phrase]

        package init(
            name: String?, number: String?, nik: String?, village: String?,
            participant: String?, ourAmount: Rupiah?, theirAmount: Rupiah?, notes: [Phrase]
        ) {
            self.name = name
            self.number = number
            self.nik = nik
            self.village = village
            self.participant = participant
            self.ourAmount = ourAmount
            self.theirAmount = theirAmount
            self.notes = notes
        }

        func view(_ say: Speech) -> View {
            [
                "personName": .text(name ?? say("insurer-nobody")),
                "who": .text([number, nik, village].compactMap { $0 }.joined(separator: " · ")),
                "participant": .text(participant ?? "–"),
                "ours": .text(ourAmount.map { say.money($0) } ?? "–"),
                "theirs": .text(theirAmount.map { say.money($0) } ?? "–"),
                "notes": .text(
                    notes.isEmpty ? "–" : notes.map { say.text($0) }.joined(separator: " · ")),
            ]
        }
    }

    package let totals: Totals
    package let group: Group
    package let rows: [Row]
    /// Where the rows go on; nil at the end.
    package let nextHref: String?
    /// Answers of the insurer that contradict each other and wait to be settled.
    package let conflicts: Int
    package let trouble: Problem?

    package init(
        totals: Totals, group: Group, rows: [Row], nextHref: String?, conflicts: Int,
        trouble: Problem?
    ) {
        self.totals = totals
        self.group = group
        self.rows = rows
        self.nextHref = nextHref
        self.conflicts = conflicts
        self.trouble = trouble
    }

    package func view(_ say: Speech) -> View {
        let month = totals.month
        return [
            "title": .text(say("month-title", ["bulan": say.month(month)])),
            "tabs": .list(InsurerTabs.view(.reconciliation, say)),
            "trouble": .part(trouble.map { ProposalTrouble.view($0, say) }),
            "sentence": .text(totals.sentence(say)),
            "beforeHref": .text(Address.reconciliation(month + -1)),
            "beforeText": .text(say.month(month + -1)),
            "afterHref": .text(Address.reconciliation(month + 1)),
            "afterText": .text(say.month(month + 1)),
            "closed": .part(
                totals.closing.map { closing in
                    [
                        "closedText": .text(
                            say(
                                "month-closed",
                                [
                                    "kode": closing.code, "siapa": closing.who,
                                    "waktu": say.moment(closing.at),
                                ])),
                        "printHref": .text(Address.reconciliationRecord(month)),
                        "paperHref": .text(Address.reconciliationMinutes(month)),
                    ]
                }),
            "open": .part(totals.closing == nil ? closing : nil),
            "conflicts": .part(conflicts == 0 ? nil : conflictsView(say)),
            "ourPeople": .text(say.number(totals.ourPeople)),
            "theirPeople": .text(say.number(totals.theirPeople)),
            "ourAmount": .text(say.money(totals.ourAmount)),
            "theirAmount": .text(say.money(totals.theirAmount)),
            "groups": .list(groups(say)),
            "caption": .text(group.name(say)),
            "rows": .list(rows.map { $0.view(say) }),
            "isEmpty": .flag(rows.isEmpty),
            "next": .part(nextHref.map { ["href": .text($0)] }),
        ]
    }

    private func conflictsView(_ say: Speech) -> View {
        [
            "conflictsHref": .text(Address.insurerConflicts(totals.month)),
            "conflictsText": .text(
                say.counted(
                    conflicts, one: "insurer-conflicts-one", many: "insurer-conflicts-many")),
        ]
    }

    private var closing: View? {
        guard totals.theirPeople > 0 else { return nil }
        return [
            "closeHref": .text(Address.reconciliation(totals.month)),
            "ourDigest": .text(totals.ourDigest), "theirDigest": .text(totals.theirDigest),
        ]
    }

    private func groups(_ say: Speech) -> [View] {
        let counts: [(Group, Int?)] = [
            (.oursOnly, totals.oursOnly), (.theirsOnly, totals.theirsOnly),
            (.refused, totals.refused), (.different, nil), (.matched, totals.matched),
        ]
        return counts.map { group, count in
            [
                "href": .text(Address.reconciliation(totals.month, group.rawValue)),
                "groupName": .text(group.name(say)),
                "groupCount": .part(count.map { ["countText": .text(say.number($0))] }),
                "isCurrent": .flag(group == self.group),
            ]
        }
    }
}
