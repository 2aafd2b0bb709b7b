import Civic
import Pages
import Programme

extension Samples {
    private static let died = Phrase("Meninggal dunia", en: "Died")
    private static let letter = ChangeFormPage.Choice(
        id: "death-letter", name: Phrase("Surat kematian", en: "Letter about the death"))
    private static let rw = ChangeFormPage.Choice(id: "rw", name: Phrase("RW", en: "RW"))

    static let deathKind = ChangeKind(
        id: "death", name: died, reason: "A13", stops: .unpaidMonth, paidMonths: .refund,
        claim: .death, isForArea: true, evidence: ["death-letter"], signs: ["A13"],
        isBeforeActive: false, source: Citation(id: "s", title: "s"))

    static func member(_ state: MemberBadge = .active) -> MemberHead {
        MemberHead(
            number: "BKS-C8VZ-61", name: "Eka Lestari", village: "Bekasijaya", state: state,
            participant: state == .active ? "26001234567" : nil,
            paidUntil: state == .active ? march : nil)
    }

    /// Paid from January to `paid`, on a bill for the next month, promised until June.
    static func effect(paid: Int, on died: Day) -> EffectView {
        let months = (0..<6).map { place in
            PaidCover(
                month: Month(year: 2026, month: 1) + place,
                state: place < paid ? .paid : place == paid ? .billed : .promised,
                money: Rupiah(16_800))
        }
        return EffectView(
            kind: Self.died, day: died,
            effect: ChangeEffect(deathKind, on: died, months: months),
            benefits: [
                EffectView.Benefit(
                    isAccident: false, total: Rupiah(42_000_000), isUncertain: false),
                EffectView.Benefit(
                    isAccident: true, total: Rupiah(70_000_000), isUncertain: true),
                EffectView.Benefit(isAccident: true, total: .zero, isUncertain: false),
            ])
    }

    static let moved = EffectView(
        kind: Phrase("Pindah", en: "Moved"), day: day(2026, 3, 2),
        effect: ChangeEffect(
            ChangeKind(
                id: "moved", name: died, reason: "A1", stops: .nextMonth, paidMonths: .keep,
                claim: nil, isForArea: true, evidence: [], signs: [], isBeforeActive: false,
                source: Citation(id: "s", title: "s")), on: day(2026, 3, 2),
            months: [
                PaidCover(month: march, state: .promised, money: Rupiah(16_800)),
                PaidCover(month: march + 1, state: .promised, money: Rupiah(16_800)),
            ]), benefits: [])

    static func change(_ stage: ChangeStage, replaced: Bool = true) -> ChangeLine {
        ChangeLine(
            id: 7, number: "BKS-C8VZ-61", name: "Eka Lestari", village: "Bekasijaya", kind: died,
            day: day(2026, 3, 2), ended: replaced ? march + 1 : nil,
            replacedBy: replaced ? "BKS-91TN-77" : nil, stage: stage)
    }

    static let skippedLines = [
        SkippedLine(
            number: "BKS-2M7D-33", reason: .refused("A13"),
            words: Phrase("Tercatat meninggal", en: "Recorded as dead")),
        SkippedLine(number: "BKS-2M7D-34", reason: .gone, words: nil),
        SkippedLine(number: "BKS-2M7D-35", reason: .unverified, words: nil),
        SkippedLine(number: "BKS-2M7D-36", reason: .fund, words: nil),
    ]

    static func changes(
        searched: String? = nil, found: [ChangesPage.Found] = [], isEmpty: Bool = false
    ) -> ChangesPage {
        ChangesPage(
            searched: searched, found: found,
            likely: isEmpty
                ? []
                : [
                    ChangesPage.Likely(
                        number: "BKS-C8VZ-61", name: "Eka Lestari", village: "Bekasijaya",
                        kind: died, kindID: "death",
                        source: Phrase("Dinas Kependudukan", en: "Civil registry"), day: day,
                        evidence: "00ff"),
                    ChangesPage.Likely(
                        number: "BKS-C8VZ-62", name: "Budi", village: nil, kind: died,
                        kindID: "death", source: nil, day: nil, evidence: nil),
                ], likelyTotal: isEmpty ? 0 : 2,
            dismissed: isEmpty
                ? []
                : [
                    ChangesPage.Dismissed(
                        number: "BKS-C8VZ-63", name: "Tini <b>", village: "Bekasijaya", kind: died,
                        reason: "Orang lain dengan nama sama", who: "ratna",
                        at: Moment(day: day, minute: 500))
                ],
            pending: isEmpty
                ? [] : [ChangesPage.Pending(decree: 1, number: "460/655/2025", changes: 14)],
            filters: [
                ChangeFilterBox(
                    .kind, [ChangeFilterBox.Option(value: "death", name: died)]),
                ChangeFilterBox(
                    .village,
                    [
                        ChangeFilterBox.Option(
                            value: "bekasijaya", name: Phrase("Bekasijaya", en: "Bekasijaya"))
                    ]), .stages,
            ], values: FilterValues([.kind: "death"]),
            lines: isEmpty ? [] : ChangeStage.allCases.map { change($0) },
            total: isEmpty ? 0 : 120, next: isEmpty ? nil : 7,
            problem: isEmpty ? problem : nil, key: "k1")
    }

    static func changePage(
        _ stage: ChangeStage, _ key: String?, trouble: Phrase? = nil
    ) -> ChangePage {
        ChangePage(
            line: change(stage, replaced: stage != .takenBack), member: member(.ended),
            effect: effect(paid: 3, on: day(2026, 3, 2)), evidence: letter.name,
            source: rw.name, noted: Moment(day: day, minute: 500), actor: "yuni",
            skipped: key == nil ? [] : skippedLines, claimDue: key == nil ? nil : day,
            amendment: stage == .amended ? 3 : nil, key: key, trouble: trouble)
    }

    static let changePages: [any Page] = [
        changes(), changes(isEmpty: true), changes(searched: "Eka", isEmpty: true),
        changes(
            searched: "Eka",
            found: MemberBadge.allCases.map { state in
                ChangesPage.Found(
                    number: "BKS-C8VZ-61", name: "Eka Lestari", village: "Bekasijaya",
                    state: state, mayChange: state == .active)
            }),
        ChangeFormPage(
            member: member(), kinds: [ChangeFormPage.Choice(id: "death", name: died)],
            entry: nil),
        ChangeFormPage(member: member(.ended), kinds: [], entry: nil),
        ChangeFormPage(
            member: member(), kinds: [],
            entry: ChangeFormPage.Entry(
                kind: ChangeFormPage.Choice(id: "death", name: died), evidence: [letter],
                sources: [rw], day: "2026-03-02", chosenEvidence: "death-letter",
                chosenSource: "rw",
                trouble: Phrase("Isi tanggalnya.", en: "Fill in the day."))),
        ChangeEffectPage(
            member: member(), effect: effect(paid: 3, on: day(2026, 3, 2)), kind: "death",
            evidence: "death-letter", source: "rw",
            replacing: ChangeEffectPage.Replacing(number: "BKS-91TN-77", isWanted: true),
            skipped: skippedLines, due: day, key: "k1",
            trouble: Phrase("Lihat sekali lagi.", en: "Look again.")),
        ChangeEffectPage(
            member: member(.determined), effect: effect(paid: 5, on: day(2026, 2, 2)),
            kind: "death", evidence: "death-letter", source: "rw", replacing: nil, skipped: [],
            due: day, key: "k1", trouble: nil),
        ChangeEffectPage(
            member: member(.determined), effect: moved, kind: "moved", evidence: "x",
            source: "rw", replacing: nil, skipped: [], due: day, key: "k1", trouble: nil),
        changePage(.noted, "k1"), changePage(.amended, nil),
        changePage(.takenBack, nil, trouble: Phrase("Tidak bisa.", en: "Cannot.")),
        addendum(inForce: false), addendum(inForce: true),
        ClaimsPage(lines: []),
        ClaimsPage(
            lines: [
                ClaimsPage.Line(
                    id: 1, change: 7, name: "Eka Lestari", village: "Bekasijaya", kind: .death,
                    day: day, isWithdrawn: false, isWaiting: true, step: nil, due: day,
                    daysLeft: 2),
                ClaimsPage.Line(
                    id: 2, change: nil, name: "Budi", village: nil, kind: .accident, day: day,
                    isWithdrawn: true, isWaiting: false, step: .asked, due: day, daysLeft: 2),
                ClaimsPage.Line(
                    id: 3, change: 8, name: "Tini", village: nil, kind: .death, day: day,
                    isWithdrawn: false, isWaiting: false, step: .paid, due: day, daysLeft: 2),
            ]),
        claim(ClaimStep.allCases, next: [.sent, .closed]),
        claim([.asked, .sent], next: [.paid, .refused], trouble: Phrase("Salah.", en: "Wrong.")),
        claim([], next: [.asked]), claim([.closed], next: [], change: nil),
    ]

    private static func claim(
        _ steps: [ClaimStep], next: [ClaimStep], change: Int? = 7, trouble: Phrase? = nil
    ) -> ClaimPage {
        ClaimPage(
            line: ClaimsPage.Line(
                id: 1, change: change, name: "Eka <b>Lestari</b>", village: "Bekasijaya",
                kind: .death, day: day, isWithdrawn: false, isWaiting: !next.isEmpty,
                step: steps.last, due: day, daysLeft: -2), member: member(),
            steps: steps.map { step in
                ClaimPage.Done(
                    step: step, day: day, note: step == .asked ? nil : "TT-1",
                    amount: step == .paid ? Rupiah(42_000_000) : nil, who: "yuni",
                    at: Moment(day: day, minute: 500))
            }, next: next, today: day, trouble: trouble, key: "k")
    }

    static func addendum(inForce: Bool) -> AddendumPage {
        AddendumPage(
            id: 9, turn: 3, amended: ("460/655/2025", 1),
            removed: [change(.drafted), change(.drafted, replaced: false)],
            added: inForce
                ? []
                : [
                    AddendumPage.Added(
                        number: "BKS-91TN-77", village: "Bekasijaya", replaces: "BKS-C8VZ-61")
                ], isInForce: inForce)
    }

    static let memberCards = [
        MemberCard(
            head: member(), months: march...(march + 9), ended: nil, mayChange: true,
            change: nil, told: nil),
        endedCard(.not), endedCard(.told(day)), endedCard(.confirmed(day)),
        endedCard(.unknown(day)),
    ]

    private static func endedCard(_ told: MemberCard.Told) -> MemberCard {
        MemberCard(
            head: member(.ended), months: march...(march + 9), ended: (march + 1, died),
            mayChange: false, change: 7, told: told)
    }
}
