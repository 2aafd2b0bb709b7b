import Civic
import Pages

extension Samples {
    static func pairDecision(_ kind: PairDecision.Kind) -> PairDecision {
        PairDecision(
            id: 41, kind: kind, first: "BKS-91TN-77", second: "BKS-2M7D-33", who: "Dani",
            at: Moment(day: day, minute: 641), key: "k7")
    }

    static let pairPages: [any Page] = [
        pairs(.open, [pairRow, halfRow, otherHalfRow], previous: "?sebelum=9"), pairs(.unsure, []),
        pairs(.open, []), decidedPairs,
        pair(.open(form(needsSecond: true)), done: pairDecision(.same)),
        pair(.open(form(needsSecond: false)), findings: plainFindings),
        pair(.confirm(form(needsSecond: true), pairDecision(.proposed))),
        pair(.waiting(pairDecision(.proposed))),
        pair(.decided(pairDecision(.different), note: "Sudah ditanyakan ke RW")),
        pair(.decided(pairDecision(.split), note: nil)), halfPair,
        PairTakenPage(
            id: 12, decision: pairDecision(.different), mine: .same, note: "<b>",
            form: form(needsSecond: true), nextHref: "/kerja/pasangan/13"),
        PairTakenPage(
            id: 12, decision: pairDecision(.unsure), mine: .unsure, note: "",
            form: form(needsSecond: false), nextHref: "/kerja/pasangan"),
    ]

    // MARK: Lists

    private static let manager = [Phrase("Pengelola program", en: "Programme manager")]

    private static let nur = PairsPage.Person(
        number: "BKS-91TN-77", name: "Nur Hasanah", village: "Bekasijaya")

    private static let pairRow = PairsPage.Row(
        id: 12, first: nur,
        second: PairsPage.Person(number: "BKS-2M7D-33", name: "Nur Hasannah", village: nil),
        percent: 51,
        findings: [
            Phrase("NIK hanya beda nomor urut", en: "NIK differs in the serial only"),
            Phrase("nama beda beberapa huruf", en: "name differs by a few letters"),
        ], isProposed: true)

    private static let halfRow = PairsPage.Row(
        id: 13, first: nil, second: nur, percent: 93, findings: [], isProposed: false)

    private static let otherHalfRow = PairsPage.Row(
        id: 14, first: nur, second: nil, percent: 20, findings: [], isProposed: false)

    private static func pairs(
        _ shelf: PairsPage.Shelf, _ rows: [PairsPage.Row], previous: String? = nil
    ) -> PairsPage {
        PairsPage(
            shelf: shelf, total: rows.count, rows: rows, decisions: [], elsewhere: manager,
            previousHref: previous, nextHref: previous == nil ? nil : "?sesudah=13")
    }

    private static let decidedPairs = PairsPage(
        shelf: .decided, total: 2, rows: [],
        decisions: [pairDecision(.same), pairDecision(.split)], elsewhere: [],
        previousHref: nil, nextHref: nil)

    // MARK: A pair

    private static func form(needsSecond: Bool) -> PairPage.Form {
        PairPage.Form(
            first: "BKS-91TN-77", second: "BKS-2M7D-33", seen: 0, key: "k9",
            needsSecond: needsSecond)
    }

    private static let findings = [
        PairPage.Finding(
            sentence: Phrase("nama beda beberapa huruf", en: "name differs by a few letters"),
            weight: 61),
        PairPage.Finding(
            sentence: Phrase("tanggal lahir sama", en: "same birth date"), weight: 112),
        PairPage.Finding(
            sentence: Phrase("nomor KK berbeda", en: "different family card"), weight: -34),
    ]

    private static let plainFindings = [
        PairPage.Finding(
            sentence: Phrase("tanggal lahir sama (+11,2)", en: "same birth date (+11.2)"),
            weight: nil)
    ]

    private static let comparedRows = [
        PairPage.Row(
            field: .name,
            cells: [
                .letters([.init(text: "Nur Hasanah", isDifferent: false)]),
                .letters([
                    .init(text: "Nur Hasan", isDifferent: false),
                    .init(text: "n", isDifferent: true), .init(text: "ah", isDifferent: false),
                ]),
            ], agreement: .different),
        PairPage.Row(
            field: .village,
            cells: [
                .words(Phrase("Bekasijaya", en: "Bekasijaya"), isDifferent: false),
                .words(Phrase("Bekasijaya", en: "Bekasijaya"), isDifferent: false),
            ], agreement: .same),
        PairPage.Row(
            field: .mother,
            cells: [.blank, .words(Phrase("tercatat", en: "on record"), isDifferent: false)],
            agreement: .missing),
    ]

    private static func lists(_ number: String, _ name: String) -> PairPage.Lists {
        PairPage.Lists(
            number: number, name: name, status: "tunggu_kuota",
            entries: [
                PairPage.Lists.Entry(
                    agency: Phrase("Dukcapil", en: "Civil registry"), file: "dukcapil.csv",
                    row: 1088, written: "NUR HASANNAH")
            ])
    }

    private static func pair(
        _ decision: PairPage.Decision, findings: [PairPage.Finding] = Samples.findings,
        done: PairDecision? = nil
    ) -> PairPage {
        PairPage(
            id: 12, names: ["Nur Hasanah", "Nur Hasannah"], percent: 78, rows: comparedRows,
            lists: [
                lists("BKS-91TN-77", "Nur Hasanah"), lists("BKS-2M7D-33", "Nur Hasannah"),
            ], findings: findings, weight: 23, decision: decision,
            others: [
                PairPage.Other(
                    pair: 31, of: "Nur Hasanah", name: "Nur Hasan", number: "BKS-C8VZ-61",
                    percent: 20)
            ], done: done, nextHref: done == nil ? nil : "/kerja/pasangan/13",
            script: "/aset/pasangan.js?v=1")
    }

    private static let halfPair = PairPage(
        id: 13, names: ["Nur Hasanah"], percent: 93,
        rows: [
            PairPage.Row(
                field: .village,
                cells: [.words(Phrase("Bekasijaya", en: "Bekasijaya"), isDifferent: false)],
                agreement: .missing)
        ], lists: [lists("BKS-91TN-77", "Nur Hasanah")], findings: [], weight: 0,
        decision: .elsewhere(manager), others: [], done: nil, nextHref: nil,
        script: "/aset/pasangan.js?v=1")
}
