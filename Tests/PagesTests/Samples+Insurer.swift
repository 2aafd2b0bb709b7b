import Civic
import Pages

/// The exchange with the insurer and the reconciliation, in every shape.
extension Samples {
    private static let month = Month(year: 2026, month: 3)
    private static let moment = Moment(day: day, minute: 642)
    private static let digest = String(repeating: "0a1b2c3d", count: 8)

    static let insurerPages: [any Page] =
        [
            InsurerOutPage(
                queues: [
                    InsurerOutPage.Queue(
                        fund: "apbd-2026", title: "APBD 2026", workerGroup: "NPW 01",
                        people: 11_666, month: month),
                    InsurerOutPage.Queue(
                        fund: "csr-2026", title: "CSR 2026", workerGroup: "NPW 02", people: 1,
                        month: month),
                ],
                ends: [
                    InsurerOutPage.Queue(
                        fund: "apbd-2026", title: "APBD 2026", workerGroup: "NPW 01", people: 31,
                        month: month)
                ],
                files: [
                    insurerFile(delivered: moment), insurerFile(delivered: nil, late: day),
                    insurerFile(delivered: moment, isEnd: true),
                ], hasService: true, fetched: 2, key: "k1"),
            InsurerOutPage(
                queues: [], ends: [], files: [], hasService: false, fetched: 0, key: "k1"),
            InsurerOutPage(
                queues: [
                    InsurerOutPage.Queue(
                        fund: "csr-2026", title: "CSR 2026", workerGroup: "NPW 02", people: 1,
                        month: month)
                ], ends: [], files: [], hasService: false, fetched: 1, key: "k1"),
            insurerIn(files: InsurerInPage.Kind.allCases, trouble: nil),
            insurerIn(
                files: [],
                trouble: Problem(
                    .input, "insurer-columns", Phrase("Judul asing.", en: "Unknown headings."),
                    at: Spot(file: "hasil.xlsx"), do: Phrase("Periksa.", en: "Check."))),
        ] + insurerFilePages + [
            reconciliation(closing: nil, rows: insurerRows, next: true),
            reconciliation(closing: ("REK-2026-03-0A1B", "ratna", moment), rows: [], next: false),
            reconciliation(closing: nil, rows: [], next: false, trouble: true),
            ReconciliationRecordPage(
                totals: insurerTotals(("REK-2026-03-0A1B", "ratna", moment)),
                piles: [(.oursOnly, insurerRows), (.theirsOnly, [])]),
        ] + insurerConflictPages

    private static let insurerFilePages: [any Page] = [
        insurerFilePage(kind: nil, sending: insurerSending(handed: false, tries: 2)),
        insurerFilePage(kind: nil, sending: insurerSending(handed: true, tries: 1, late: day)),
        insurerFilePage(kind: nil, sending: insurerSending(handed: true, tries: 1, isEnd: true)),
        insurerFilePage(kind: .end, group: .conflict),
        insurerFilePage(
            kind: nil, sending: insurerSending(handed: false, tries: 0, hasService: false)),
        insurerFilePage(
            kind: .result,
            refusals: [
                InsurerFilePage.Refusal(
                    people: 31, code: "A4", reason: Phrase("sudah peserta aktif", en: "insured")),
                InsurerFilePage.Refusal(
                    people: 7, code: "A7", reason: Phrase("NIK tidak padan", en: "no match")),
            ]),
        insurerFilePage(kind: .members, isKnown: true, isEmpty: true),
    ]

    private static func insurerFile(
        delivered: Moment?, isEnd: Bool = false, late: Day? = nil
    ) -> InsurerOutPage.File {
        InsurerOutPage.File(
            id: 3, name: "sigap-apbd-2026-NPW-01-2026-03-02-0a1b2c.xlsx", fund: "APBD 2026",
            people: 11_666, made: moment, delivered: delivered, accepted: 11_002, refused: 38,
            waiting: 626, isEnd: isEnd, late: late)
    }

    private static func insurerSending(
        handed: Bool, tries: Int, hasService: Bool = true, isEnd: Bool = false, late: Day? = nil
    ) -> InsurerFilePage.Sending {
        InsurerFilePage.Sending(
            file: insurerFile(delivered: handed ? moment : nil, isEnd: isEnd, late: late),
            handover: handed ? ("flashdisk terenkripsi", "reza", moment) : nil,
            hasService: hasService, tries: tries)
    }

    private static func insurerIn(
        files: [InsurerInPage.Kind], trouble: Problem?
    ) -> InsurerInPage {
        InsurerInPage(
            files: files.enumerated().map { index, kind in
                InsurerInPage.File(
                    id: index + 1, name: "cabang-\(index).xlsx", kind: kind, month: month,
                    lines: 11_640, conflicts: index, unread: index * 2, at: moment, who: "reza")
            }, months: [month, month + 1], funds: [("apbd-2026", "APBD 2026")], kind: .members,
            month: month, fund: "apbd-2026", trouble: trouble)
    }

    private static func insurerFilePage(
        kind: InsurerInPage.Kind?, sending: InsurerFilePage.Sending? = nil,
        refusals: [InsurerFilePage.Refusal] = [], group: InsurerFilePage.Group? = nil,
        isKnown: Bool = false, isEmpty: Bool = false
    ) -> InsurerFilePage {
        let group = group ?? (sending == nil ? .refused : .sent)
        return InsurerFilePage(
            id: 4, name: "hasil.xlsx", kind: kind, month: month, digest: digest, at: moment,
            who: "reza", sending: sending, refusals: refusals,
            counts: sending == nil
                ? InsurerFilePage.Group.allCases.dropFirst().map { ($0, 38) } : [(.sent, 11_666)],
            group: group,
            rows: isEmpty
                ? []
                : [
                    InsurerFilePage.Row(
                        line: 12, name: "SITI AMINAH", number: "BKS-7K4M-92",
                        nik: "3275••••••••0003", village: "Bekasijaya",
                        participant: "26000000001", day: day, amount: Rupiah(16_800),
                        notes: [Phrase("Nama berbeda", en: "Another name")]),
                    InsurerFilePage.Row(
                        line: 13, name: nil, number: nil, nik: nil, village: nil,
                        participant: nil, day: nil, amount: nil, notes: []),
                ], nextHref: isEmpty ? nil : "/kerja/bpjs/4?sesudah=13", isKnown: isKnown,
            settleHref: group == .conflict ? "/kerja/rekonsiliasi/2026-03/pertentangan" : nil,
            trouble: isKnown
                ? Problem(
                    .input, "insurer-manner", Phrase("Belum diisi.", en: "Not filled in."),
                    do: Phrase("Isi.", en: "Fill it in.")) : nil)
    }

    private static let insurerRows = [
        ReconciliationPage.Row(
            name: "BUDI SANTOSO", number: "BKS-7K4M-92", nik: "3275••••••••0417",
            village: "Bekasijaya", participant: "26000000001", ourAmount: Rupiah(16_800),
            theirAmount: nil, notes: [Phrase("Sudah dikirim", en: "Sent")]),
        ReconciliationPage.Row(
            name: nil, number: nil, nik: nil, village: nil, participant: nil, ourAmount: nil,
            theirAmount: Rupiah(8_400), notes: []),
    ]

    private static func insurerTotals(
        _ closing: (code: String, who: String, at: Moment)?
    ) -> ReconciliationPage.Totals {
        let isSame = closing == nil
        return ReconciliationPage.Totals(
            month: month, ourPeople: 11_666, theirPeople: 11_640,
            ourAmount: Rupiah(195_988_800), theirAmount: Rupiah(195_552_000), ourDigest: digest,
            theirDigest: digest, matched: 11_640, refused: isSame ? 20 : 0, theirsOnly: 0,
            oursOnly: isSame ? 6 : 0, closing: closing)
    }

    private static func reconciliation(
        closing: (code: String, who: String, at: Moment)?, rows: [ReconciliationPage.Row],
        next: Bool, trouble: Bool = false
    ) -> ReconciliationPage {
        ReconciliationPage(
            totals: insurerTotals(closing), group: .oursOnly, rows: rows,
            nextHref: next ? "/kerja/rekonsiliasi/2026-03?sesudah=9" : nil,
            conflicts: next ? 2 : 0,
            trouble: trouble
                ? Problem(
                    .conflict, "reconciliation-moved", Phrase("Berubah.", en: "Changed."),
                    do: Phrase("Periksa lagi.", en: "Look again.")) : nil)
    }
}
