import Civic
import Pages

extension Samples {
    static let march = Month(year: 2026, month: 3)
    private static let full = Rupiah(195_938_400)

    static let problem = Problem(
        .input, "form-incomplete", Phrase("Isian <b>belum</b> lengkap.", en: "Not complete."),
        do: Phrase("Isi dulu.", en: "Fill it in."))

    private static func line(
        _ month: Month, billed: Int, paid: Int, amount: Rupiah
    ) -> ContributionsPage.Line {
        ContributionsPage.Line(
            month: month, people: 11_663, billed: billed, paid: paid, amount: amount,
            paidAmount: paid > 0 ? amount : .zero)
    }

    static let contributionPages: [any Page] = [
        ContributionsPage(
            current: march,
            lines: [
                line(march + 1, billed: 0, paid: 0, amount: .zero),
                line(march, billed: 11_663, paid: 0, amount: full),
                line(march + -1, billed: 0, paid: 11_663, amount: full),
            ],
            groups: [
                ContributionsPage.Group(
                    name: Phrase("Peserta SIGAP", en: "Members of SIGAP"), people: 11_663,
                    expected: nil),
                ContributionsPage.Group(
                    name: Phrase("Ketua RT dan RW", en: "RT and RW heads"), people: 8_100,
                    expected: 8_200),
            ],
            form: ContributionsPage.CohortForm(
                cohorts: [
                    Choice(value: "rtrw", name: Phrase("RT dan RW", en: "RT and RW heads"))
                ],
                funds: [
                    Choice(
                        value: "apbd-2026", name: Phrase("APBD 2026", en: "Budget 2026"),
                        isSelected: true)
                ], months: march...(march + 9), key: "k"),
            taken: ContributionsPage.Taken(
                added: 8_100, committed: Rupiah(136_080_000),
                conflicts: [(7, "<i>Siti</i> Aminah", "BKS-7K4M-92"), (9, "Udin", "")],
                withoutNIK: [12, 31]), problem: problem, seesLapses: true),
        ContributionsPage(
            current: march, lines: [], groups: [], form: nil, seesLapses: false),
        ContributionsPage(
            current: march, lines: [line(march, billed: 0, paid: 11_663, amount: full)],
            groups: [], form: nil, seesLapses: false),
        ContributionMonthPage(
            month: march,
            lines: [
                monthLine(1, .billPaid, theirs: full),
                monthLine(2, .billDraft, theirs: nil),
                monthLine(3, .billVoid, theirs: nil),
            ],
            open: [
                ContributionMonthPage.Open(
                    fund: "APBD 2026", due: 12, amount: Rupiah(201_600), notYet: 3)
            ], changes: changes,
            shortages: [
                ContributionMonthPage.Shortage(
                    fund: "CSR <b>", people: 9, lacking: Rupiah(6_800))
            ], key: "k", problem: problem),
        ContributionMonthPage(
            month: march, lines: [], open: [],
            changes: ContributionMonthPage.Changes(new: 0, moved: 0, gone: 0, people: []),
            key: nil),
        ContributionMonthPage(
            month: march, lines: [monthLine(1, .billPaid, theirs: full)], open: [],
            changes: ContributionMonthPage.Changes(new: 0, moved: 0, gone: 0, people: []),
            key: "k"),
    ]

    private static func monthLine(
        _ id: Int, _ badge: CoverBadge, theirs: Rupiah?
    ) -> ContributionMonthPage.Line {
        ContributionMonthPage.Line(
            id: id, fund: "APBD Kota Bekasi 2026", turn: id, people: 11_663,
            rates: id == 1
                ? [(Rupiah(16_800), 11_663)] : [(Rupiah(16_800), 11_000), (Rupiah(8_400), 663)],
            amount: full, theirs: theirs, unexplained: id == 2 ? 3 : 0,
            disbursement: id == 1 ? "01234/SP2D/2026" : nil, badge: badge)
    }

    private static let changes = ContributionMonthPage.Changes(
        new: 1, moved: 1, gone: 2,
        people: [
            ContributionMonthPage.Change(
                kind: .new, number: "BKS-7K4M-92", name: "Siti <b>Aminah</b>",
                village: "Bekasijaya", fund: "APBD 2026", before: nil, cause: nil),
            ContributionMonthPage.Change(
                kind: .moved, number: "BKS-7K4M-92", name: "Udin", village: nil, fund: "CSR",
                before: "APBD 2026", cause: nil),
            ContributionMonthPage.Change(
                kind: .gone, number: "BKS-7K4M-92", name: "Eka", village: nil, fund: nil,
                before: "APBD 2026", cause: Phrase("Meninggal", en: "Dead")),
        ])

    // MARK: Bills

    private static func head(_ step: BillPage.Step) -> BillPage.Head {
        BillPage.Head(
            id: 12, version: 3, month: march, fund: "APBD <b>2026</b>", payer: "Pemerintah Kota",
            workerGroup: "NPW-1", turn: 2, people: 11_663, amount: full, step: step,
            digest: "a1b2c3d4e5f60718293a4b5c6d7e8f90")
    }

    private static func difference(
        _ place: Int, _ kind: BillPage.Difference.Kind, _ number: String?, _ name: String?,
        _ explanation: String? = nil
    ) -> BillPage.Difference {
        BillPage.Difference(
            place: place, kind: kind, number: number, name: name, ours: Rupiah(16_800),
            theirs: .zero, explanation: explanation, explainedBy: explanation.map { _ in "ratna" })
    }

    private static let differences = [
        difference(1, .oursOnly, "BKS-7K4M-92", "Siti Aminah"),
        difference(2, .theirsOnly, nil, "<i>Udin</i>"),
        difference(3, .amount, "BKS-7K4M-92", "Eka", "Tarif bulan lalu"),
        difference(4, .total, nil, nil),
    ]

    private static func bill(
        _ step: BillPage.Step, theirs: BillPage.Theirs? = nil,
        differences: [BillPage.Difference] = [], payment: BillPage.Payment = payment(),
        mayBill: Bool = true, mayPay: Bool = true, isOrderer: Bool = false,
        safeDay: Day? = nil, problem: Problem? = nil
    ) -> BillPage {
        BillPage(
            head: head(step), theirs: theirs, differences: differences, payment: payment,
            rights: BillPage.Rights(mayBill: mayBill, mayPay: mayPay, isOrderer: isOrderer),
            safeDay: safeDay, today: day, credit: step == .paid ? Rupiah(16_800) : .zero,
            key: "k", problem: problem)
    }

    private static func payment(
        order: String? = nil, disbursement: String? = nil, day: Day? = nil,
        proof: String? = nil, voidReason: String? = nil
    ) -> BillPage.Payment {
        BillPage.Payment(
            order: order, orderedBy: order.map { _ in "ratna" }, disbursement: disbursement,
            day: day, paidBy: day.map { _ in "sari" }, proof: proof,
            proofDigest: proof.map { _ in "00ff00ff00ff00ff00ff" }, voidReason: voidReason)
    }

    static let billPages: [any Page] = [
        bill(.draft, safeDay: Samples.day(2026, 4, 30), problem: problem),
        bill(
            .draft,
            theirs: BillPage.Theirs(
                code: "KB-1", people: 11_666, amount: Rupiah(195_988_800), differences: 3,
                unexplained: 3), differences: differences),
        bill(
            .draft,
            theirs: BillPage.Theirs(
                code: nil, people: nil, amount: full, differences: 2, unexplained: 0),
            differences: differences, mayBill: false),
        bill(
            .draft,
            theirs: BillPage.Theirs(
                code: "KB-1", people: 11_663, amount: full, differences: 0, unexplained: 0)),
        bill(.ordered, payment: payment(order: "SPM-1")),
        bill(.ordered, payment: payment(order: "SPM-1"), isOrderer: true),
        bill(
            .paid,
            payment: payment(
                order: "SPM-1", disbursement: "01234/SP2D", day: Samples.day(2026, 3, 18),
                proof: "bukti.pdf")),
        bill(.paid, payment: payment(order: "SPM-1", day: day)),
        bill(.void, payment: payment(voidReason: "Salah <b>bulan</b>")),
    ]

    // MARK: One member's months

    private static func months(
        _ standing: MemberMonthsPage.Cover.Standing, cohort: Phrase? = nil,
        deathFrom: Day? = nil, isFull: Bool = false, trace: MemberMonthsPage.Trace? = nil
    ) -> MemberMonthsPage {
        let states: [CoverBadge] = [
            .paid, .paid, .billed, .promised, .void, .refunded, .promised,
        ]
        return MemberMonthsPage(
            number: "BKS-7K4M-92", name: "Siti <b>Aminah</b>", hasPersonPage: cohort == nil,
            cohort: cohort,
            lines: states.enumerated().map { place, state in
                MemberMonthsPage.Line(
                    month: march + (place - 2), state: state, isUnpaid: place == 3,
                    fund: "APBD 2026", amount: place < 3 ? Rupiah(16_800) : nil)
            },
            cover: MemberMonthsPage.Cover(
                standing: standing, lapsesOn: Samples.day(2026, 5, 1),
                safeDay: Samples.day(2026, 4, 23), fullDeathFrom: deathFrom, isFull: isFull),
            trace: trace)
    }

    static let monthPages: [any Page] = [
        months(
            .active, deathFrom: day, isFull: true,
            trace: MemberMonthsPage.Trace(
                month: march, amount: Rupiah(16_800), state: .paid,
                stops: [
                    MemberMonthsPage.Stop(
                        label: Phrase("Sumber dana", en: "Fund"), value: "APBD <b>2026</b>"),
                    MemberMonthsPage.Stop(
                        label: Phrase("Tagihan", en: "Bill"), value: "12",
                        href: "/kerja/iuran/tagihan/12"),
                ])),
        months(
            .arrears(2), cohort: Phrase("Kader", en: "Volunteers"),
            deathFrom: Samples.day(2026, 5, 1)),
        months(.lapsed), months(.notStarted),
    ]

    // MARK: The guard

    private static func lapse(_ unpaid: Int, _ owner: Phrase?) -> LapsesPage.Line {
        LapsesPage.Line(
            number: "BKS-7K4M-\(90 + unpaid)", name: "Siti <b>Aminah</b>",
            village: owner == nil ? nil : "Bekasijaya", unpaid: unpaid, isLapsed: unpaid == 4,
            safeDay: Samples.day(2026, 3, 23), lapsesOn: Samples.day(2026, 5, 1),
            fund: owner == nil ? nil : "APBD 2026", owner: owner, warned: unpaid)
    }

    private static let counts = (0...4).map { unpaid in
        LapsesPage.Count(unpaid: unpaid, people: 40 - unpaid * 10, isLapsed: unpaid == 4)
    }

    static let lapsePages: [any Page] = [
        LapsesPage(
            day: day, counts: counts, notStarted: 3,
            lines: [lapse(1, Phrase("PPTK", en: "Officer")), lapse(2, nil), lapse(4, nil)],
            funds: [
                fund("apbd-2026", gap: march + 2, lasts: march + 4),
                fund("csr-2026", gap: march + 1, lasts: nil), fund("", gap: nil, lasts: nil),
            ],
            filter: LapsesPage.Filter(
                unpaid: 1, fund: nil, next: "/kerja/risiko-putus?sesudah=1_BKS"),
            bridges: [Choice(value: "csr-2026", name: Phrase("CSR <b>", en: "CSR"))],
            months: march...(march + 9), key: "k", problem: problem),
        LapsesPage(
            day: day, counts: counts, notStarted: 0, lines: [lapse(1, nil)], funds: [],
            filter: LapsesPage.Filter(unpaid: nil, fund: nil, next: nil), bridges: [],
            months: march...march, key: "k"),
        LapsesPage(
            day: day,
            counts: [LapsesPage.Count(unpaid: 0, people: 9, isLapsed: false)], notStarted: 0,
            lines: [], funds: [],
            filter: LapsesPage.Filter(unpaid: nil, fund: nil, next: nil), bridges: [],
            months: march...march, key: "k"),
        bridge(lacking: .zero), bridge(lacking: Rupiah(9_000)),
        BridgePage(
            fundID: "csr-2026", fund: "CSR", span: march...march,
            effect: BridgePage.Effect(
                people: [], months: 0, cost: .zero, released: [], refused: [(.same, 2)],
                lacking: .zero), key: "k"),
    ]

    private static func fund(_ id: String, gap: Month?, lasts: Month?) -> LapsesPage.Fund {
        LapsesPage.Fund(
            id: id, title: "Dana \(id)",
            owner: id == "csr-2026" ? Phrase("Bu <b>Clara</b>", en: "Clara") : nil,
            standing: 100, gap: gap, lacking: 40, moneyLasts: lasts,
            months: (0..<12).map { (march + $0, $0 < 2 ? 100 : 60) })
    }

    private static func bridge(lacking: Rupiah) -> BridgePage {
        BridgePage(
            fundID: "csr-2026", fund: "CSR <b>Contoh</b>", span: march...(march + 1),
            effect: BridgePage.Effect(
                people: [("BKS-7K4M-92", "Siti <b>Aminah</b>", 2)], months: 2,
                cost: Rupiah(16_800), released: [("APBD 2026", Rupiah(33_600))],
                refused: [
                    (.nothing, 1), (.terms, 1), (.months, 1), (.few, 1), (.many, 1), (.seats, 1),
                ], lacking: lacking), key: "k")
    }
}
