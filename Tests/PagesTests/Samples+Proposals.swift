import Civic
import Pages

extension Samples {
    private static func proposal(
        _ state: ProposalState, isTyped: Bool = false, file: String? = "rw005.xlsx"
    ) -> ProposalsPage.Item {
        ProposalsPage.Item(
            id: 12, file: isTyped ? nil : file, isTyped: isTyped, place: "Bekasijaya",
            rw: isTyped ? nil : 5, at: Moment(day: day, minute: 642), who: "yuni", rows: 482,
            state: state, receipt: state == .sent ? "KEL-BJ-2026-014" : nil)
    }

    private static let trouble = Problem(
        .input, "upload-too-large",
        Phrase("Berkas lebih dari 5 MB.", en: "The file is over 5 MB."),
        at: Spot(file: "foto.xlsx"),
        do: Phrase("Hapus gambar, lalu coba lagi.", en: "Remove pictures and try again."))

    private static let proposalRows = [
        ProposalRowView(
            record: 27, version: 1, name: "BUDI SANTOSO", nik: "32750145079000",
            troubles: [
                .init(
                    code: "nik-length",
                    sentence: Phrase("NIK 15 angka. NIK harus 16 angka.", en: "15 digits."),
                    suggestion: "3275••••••••0003", births: nil)
            ],
            fields: [
                .init(name: "nik", value: "32750145079000", kept: nil, isWrong: true),
                .init(name: "birth_date", value: "05-07-1990", kept: nil, isWrong: false),
            ], canBeSettled: true, number: nil),
        ProposalRowView(
            record: 31, version: 2, name: "", nik: "3275••••••••0417",
            troubles: [
                .init(
                    code: "birth-differs",
                    sentence: Phrase("Tanggal lahir berbeda.", en: "Birth dates differ."),
                    suggestion: nil, births: ("17-08-1985", "18-07-1985"))
            ],
            fields: [.init(name: "nik", value: "", kept: "3275••••••••0417", isWrong: false)],
            canBeSettled: false, number: "BKS-7K4M-92"),
    ]

    private static func proposalPage(
        _ state: ProposalState, _ group: ProposalPage.Group, rows: [ProposalRowView] = proposalRows,
        isTyped: Bool = false, notice: ProposalPage.Notice? = nil, trouble: Problem? = nil,
        look: Int = 61
    ) -> ProposalPage {
        ProposalPage(
            item: proposal(state, isTyped: isTyped),
            counts: [.ready: 412, .look: look, .unreadable: look == 0 ? 0 : 9, .sent: 482],
            checked: 300, warnings: [Phrase("62 NIK berakhir angka 0.", en: "62 NIKs end in 0.")],
            group: group, rows: rows,
            nextHref: rows.isEmpty ? nil : "/kerja/usulan/12?sesudah=31", notice: notice,
            trouble: trouble, script: "/aset/usulan.js")
    }

    static let proposalPages: [any Page] = [
        ProposalsPage(
            items: ProposalState.allCases.map { proposal($0) }
                + [proposal(.open, isTyped: true), proposal(.open, file: nil)], megabytes: 5),
        ProposalsPage(items: [], megabytes: 5, trouble: trouble, pasted: "NIK\tNama"),
        ProposalColumnsPage(
            id: 12, rows: 482,
            columns: [
                .init(letters: "A", heading: "", guess: nil, cells: ["1", ""]),
                .init(letters: "B", heading: "No KTP", guess: "nik", cells: ["3275••••••••0417"]),
            ], choices: ["nik", "name", "birth_date"], trouble: trouble),
        proposalPage(.open, .look, notice: .saved(Moment(day: day, minute: 642))),
        proposalPage(
            .open, .ignored, notice: .corrected(changed: 12, unchanged: 3, unknown: 0),
            trouble: trouble),
        proposalPage(.open, .ready, isTyped: true, notice: .same, look: 0),
        proposalPage(.open, .unreadable, rows: []), proposalPage(.checking, .look, rows: []),
        proposalPage(.sending, .ready, rows: []), proposalPage(.sent, .sent),
        proposalPage(.sent, .look, rows: []),
        ProposalTypedPage(id: nil, rows: [], key: "a1"),
        ProposalTypedPage(
            id: 12,
            rows: [
                .init(name: "SITI", nik: "3275••••••••0417", isReady: true),
                .init(name: "BUDI", nik: "–", isReady: false),
            ], key: "a2", entry: ["k-nik": "12", "hari": "31"], isIncomplete: true),
        ProposalReceiptPage(
            item: proposal(.sent), receipt: "KEL-BJ-2026-014",
            sentAt: Moment(day: day, minute: 700), counts: [.sent: 482, .look: 3],
            people: [.init(record: 2, name: "SITI", nik: "3275••••••••0417")]),
    ]
}
