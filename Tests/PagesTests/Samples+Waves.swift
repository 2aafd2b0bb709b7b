import Civic
import Pages
import Programme

extension Samples {
    private static let january = Month(year: 2026, month: 1)
    private static let rule = WaveRule(
        version: "2025-11", requirement: .verified, decileGroups: [[1, 2, 3], [4, 5]], floor: 20)

    private static func waveHead(_ state: WaveState, quota: Int = 11_666) -> WaveHead {
        WaveHead(
            id: 3, title: "Gelombang <i>1</i>", state: state, quota: quota,
            months: january...(january + 11))
    }

    private static let fields = WaveFields(
        title: "Gelombang \"1\"", quota: "11666", first: "2026-01", months: "12",
        funds: ["apbd-2026"],
        choices: [("apbd-2026", "APBD 2026"), ("csr-2026", "CSR PT Contoh")])

    private static let noFunds = WaveFields(
        title: "", quota: "11666", first: "2026-01", months: "12", funds: [], choices: [])

    private static let trouble = Problem(
        .input, "wave-form", Phrase("Isian gelombang belum benar.", en: "Not filled in."),
        do: Phrase("Isi kuota.", en: "Fill in the quota."))

    /// Twelve months, of which the last two are not paid in full.
    private static func plan(isShort: Bool) -> WavePlan {
        let people = WaveHeadcount(transport: 3000, other: 8666)
        let lines = (0..<12).map { month in
            let isOver = isShort && month > 9
            let paid = isOver ? WaveHeadcount(transport: 1, other: 0) : people
            return WavePlan.Line(
                month: january + month,
                payments: [
                    WavePlan.Payment(purse: 0, people: paid, amount: Rupiah(16_800) * paid.total)
                ], rest: .zero,
                uncovered: isOver ? WaveHeadcount(transport: 2999, other: 8666) : .none,
                cost: Rupiah(195_988_800))
        }
        return WavePlan(people: people, lines: lines, affordable: isShort ? 9920 : 11_666)
    }

    private static let purses = [
        WavePage.Purse(title: "APBD 2026", money: Rupiah(2_000_000_000)),
        WavePage.Purse(title: "CSR PT Contoh", money: .zero),
    ]

    private static let shift = WavePage.Shift(
        people: 1746, saving: Rupiah(175_996_800), needed: Rupiah(175_996_800),
        until: january + 11,
        rules: [(title: "PP 50/2025 Pasal 3", place: "cnbcindonesia.com")])

    private static let powers = WavePage.Powers(fields: fields, version: 2, key: "k1")

    private static func wave(
        _ state: WaveState, isTried: Bool = false, isShort: Bool = true,
        shift: WavePage.Shift? = shift, confirmed: Bool = false, eligible: Int = 13_420,
        powers: WavePage.Powers? = powers, trouble: Problem? = nil
    ) -> WavePage {
        WavePage(
            head: waveHead(state), isTried: isTried, plan: plan(isShort: isShort), purses: purses,
            shift: shift,
            confirmed: confirmed
                ? WavePage.Confirmation(login: "ratna", at: Moment(day: day, minute: 600)) : nil,
            eligible: eligible, unverified: eligible == 371 ? 1754 : 0, powers: powers,
            trouble: trouble)
    }

    private static func place(
        _ place: Int, _ villagePlace: Int, decile: Int?, hazard: Int = 1, proposed: Day? = day,
        draw: UInt64 = 0x0012_ab34_cd56_ef78, isChosen: Bool = true
    ) -> WavePlace {
        WavePlace(
            place: place,
            candidate: WaveCandidate(
                number: "BKS-7K4M-\(place)", district: nil, village: nil,
                occupation: "online_ojek", decile: decile, hazard: hazard, proposed: proposed),
            draw: draw, isChosen: isChosen, villagePlace: villagePlace)
    }

    private static let places = [
        place(12, 1, decile: 1), place(19, 2, decile: 1, draw: 0x1012_ab34_cd56_ef78),
        place(23, 3, decile: 1, proposed: nil), place(40, 4, decile: 2, hazard: 4),
        place(71, 5, decile: 5, isChosen: false), place(90, 6, decile: nil, isChosen: false),
    ]

    private static func wavePlaces(
        _ why: Int?, isNamed: Bool = true, next: Int? = nil, after: Int? = nil
    ) -> WavePlacesPage {
        WavePlacesPage(
            head: waveHead(.frozen), rule: rule, seed: 42, village: isNamed ? "Bekasijaya" : nil,
            slug: isNamed ? "bekasijaya" : "tanpa",
            share: WaveShare(village: nil, eligible: 6, places: 4),
            rows: places.map { place in
                WavePlacesPage.Row(
                    place: place, name: isNamed ? "<b>Siti</b> Aminah" : nil,
                    occupation: isNamed ? Phrase("Ojek daring", en: "Online ojek") : nil)
            }, next: next, after: after,
            explained: why.map { why in
                WavePlacesPage.Explained(
                    place: places[why], before: why == 0 ? nil : places[why - 1],
                    behind: why == 5 ? nil : places[why + 1])
            })
    }

    private static func order(_ frozen: WaveOrderPage.Frozen?, quota: Int = 400) -> WaveOrderPage {
        WaveOrderPage(
            head: waveHead(frozen == nil ? .draft : .frozen, quota: quota), rule: rule,
            villages: [
                WaveOrderPage.Village(name: nil, href: nil, eligible: 3, places: 3, last: nil),
                WaveOrderPage.Village(
                    name: "Bekasijaya", href: frozen.map { _ in "/kerja/gelombang/3/urutan?kel=x" },
                    eligible: 368, places: 368, last: frozen.map { _ in 371 }),
            ], frozen: frozen)
    }

    private static func frozen(_ isRight: Bool?) -> WaveOrderPage.Frozen {
        WaveOrderPage.Frozen(
            seed: 20_251_105, digest: String(repeating: "a1b2", count: 16), login: "ratna",
            at: Moment(day: day, minute: 600), isRight: isRight)
    }

    private static func funding(
        covered: Int, isKept: Bool, gaps: [WaveFundingPage.Gap] = [], version: Int? = 3,
        isProven: Bool = true, trouble: Problem? = nil
    ) -> WaveFundingPage {
        WaveFundingPage(
            head: waveHead(.frozen),
            matching: WaveFundingPage.Matching(
                uses: [
                    WaveFundingPage.Use(
                        title: "APBD 2026", people: 9920, months: 119_040,
                        amount: Rupiah(1_999_872_000), left: Rupiah(128_000))
                ], gaps: gaps, covered: covered, promised: 119_040, isProven: isProven,
                isKept: isKept), version: version, key: "k1", trouble: trouble)
    }

    private static let gaps = [
        WaveFundingPage.Reason.place, .occupation, .period, .money,
    ].map { reason in
        WaveFundingPage.Gap(
            reason: reason, months: january...(january + 11), people: 1746, firstPlace: 9921)
    }

    static let wavePages: [any Page] =
        [
            WavesPage(rows: [], fields: noFunds, key: "k1", trouble: nil),
            WavesPage(rows: [], fields: fields, key: "k1", trouble: trouble),
            WavesPage(
                rows: [WaveState.draft, .frozen, .decreed, .cancelled].map { state in
                    WavesPage.Row(
                        head: waveHead(state), chosen: state == .draft ? nil : 11_666,
                        waiting: state == .draft ? nil : 1754)
                }, fields: nil, key: "k1", trouble: nil),
            wave(.draft), wave(.draft, isTried: true, confirmed: true, eligible: 371),
            wave(.draft, isShort: false, shift: nil, trouble: trouble),
            wave(.frozen, confirmed: true), wave(.decreed, powers: nil),
            wave(.cancelled, shift: nil, eligible: 0),
            order(nil), order(frozen(nil), quota: 300), order(frozen(true)), order(frozen(false)),
            wavePlaces(nil, isNamed: false, next: 90),
            WaveFundingPage(
                head: waveHead(.draft), matching: nil, version: nil, key: "k1", trouble: nil),
            funding(covered: 119_040, isKept: true), funding(covered: 1, isKept: false, gaps: gaps),
            funding(covered: 1, isKept: false, version: nil, isProven: false, trouble: trouble),
        ] + (0..<6).map { wavePlaces($0, after: 3) }
}
