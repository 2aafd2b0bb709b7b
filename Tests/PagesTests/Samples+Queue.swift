import Civic
import Pages
import Programme

extension Samples {
    static let refusals: [(code: String, name: Phrase)] = [
        ("A1", Phrase("Bukan penduduk kota", en: "Not a resident")),
        ("A10", Phrase("Tidak bekerja atau sakit", en: "Not working or ill")),
    ]

    private static let now = Moment(day: day, minute: 642)

    static func card(
        _ state: CaseState = .open, _ lane: CaseLane = .look, work: WorkAnswer? = nil,
        standing: CaseStanding = .open, missing: [QueueCard.Missing] = [.work],
        objectors: [Phrase] = [], events: [QueueCard.Event] = [], canUndo: Bool = false,
        trouble: QueueCard.Trouble? = nil, rw: Int? = 11
    ) -> QueueCard {
        QueueCard(
            number: "BKS-7K4M-92", name: "Nur Hasanah", nik: nik, state: state, lane: lane,
            standing: standing, work: work, version: 2,
            occupation: Phrase("Ojek online (motor)", en: "Online motorcycle taxi driver"),
            village: "Bekasijaya", rt: rw.map { _ in 3 }, rw: rw, due: day(2026, 3, 27),
            maker: rw == nil ? nil : "Dani", reason: lane == .ready ? nil : refusals[0].name,
            verdicts: verdicts(decile: 3),
            differing: rw == nil
                ? []
                : [
                    PersonPage.SourceRow(
                        agency: Phrase("Dukcapil", en: "Civil registry"), file: "dukcapil.csv",
                        row: 12, nameAsWritten: "NUR HASANNAH", certainty: .certain,
                        differences: [])
                ],
            reasons: refusals, missing: missing, objectors: objectors, events: events,
            canUndo: canUndo, key: "k1", back: "/kerja/antrean?rw=11", trouble: trouble)
    }

    static let progress = QueuePage.Progress(
        waiting: 218, inField: 12, doneByMe: 82, doneByAll: 100,
        end: Moment(day: day, minute: 860), now: now)

    static func queueRow(
        _ state: CaseState, _ lane: CaseLane, _ number: String, work: WorkAnswer? = nil
    ) -> QueuePage.Row {
        QueuePage.Row(
            number: number, name: lane == .no ? "<b>Siti</b>" : "Nur Hasanah",
            nik: lane == .no ? nil : nik,
            occupation: lane == .no
                ? nil : Phrase("Pedagang kaki lima", en: "Street vendor"),
            rt: lane == .no ? nil : 3, rw: lane == .no ? nil : 11,
            decile: lane == .no ? nil : 3, state: state, lane: lane, work: work, version: 1,
            reason: lane == .ready ? nil : refusals[0].name)
    }

    static let queueRows = [
        queueRow(.open, .ready, "BKS-7K4M-92", work: .known),
        queueRow(.open, .look, "BKS-0Q2R-18"), queueRow(.open, .no, "BKS-XW31-40"),
        queueRow(.approved, .ready, "BKS-91TN-77", work: .witnessed),
        queueRow(.refused, .look, "BKS-4HHP-05", work: .not),
        queueRow(.field, .ready, "BKS-C8VZ-61"),
    ]

    static let queueChoices = QueueChoices(
        districts: choices.districts, villages: choices.villages,
        occupations: choices.occupations)

    static func queue(
        _ filter: QueueFilter = QueueFilter(), searched: String? = nil, total: Int = 318,
        rows: [QueuePage.Row] = queueRows, end: Moment? = nil,
        notice: QueuePage.Notice? = nil, next: String? = nil, record: String? = nil
    ) -> QueuePage {
        QueuePage(
            place: "Kelurahan Bekasijaya", filter: filter,
            choices: queueChoices, searched: searched, total: total, rows: rows,
            progress: end == nil
                ? progress
                : QueuePage.Progress(
                    waiting: 3, inField: 0, doneByMe: 1, doneByAll: 1, end: end, now: now),
            due: rows.isEmpty ? nil : day, card: rows.isEmpty ? nil : card(), notice: notice,
            recordHref: record,
            reasons: refusals, account: 7, key: "k2", script: "/aset/antrean.js?v=1",
            previousHref: next.map { "\($0)0" }, nextHref: next)
    }

    private static let theirs = QueueCard.Event.What.decided(.refused, reason: refusals[0].name)

    static func conflict(_ ours: QueueCard.Event.What?) -> QueueConflictPage {
        QueueConflictPage(
            number: "BKS-7K4M-92", name: "Nur Hasanah",
            conflict: QueueConflict(rival: "Dani", at: now, theirs: theirs, ours: ours),
            fields: [("langkah", "setuju"), ("versi", "3")], back: "/kerja/antrean")
    }

    static func record(_ lines: [QueueRecordPage.Line]) -> QueueRecordPage {
        QueueRecordPage(
            village: "Bekasijaya", district: "Bekasi Timur", day: day(2026, 3, 12), lines: lines,
            reasons: lines.isEmpty ? [] : [("A1", refusals[0].name, 1)],
            confirmedBy: lines.isEmpty ? [] : [("Yuni", 2)], hash: "00ff")
    }

    static let recordLines: [QueueRecordPage.Line] = [
        .init(
            number: "BKS-7K4M-92", name: "Nur Hasanah", rt: 3, rw: 11, state: .approved,
            work: .witnessed, witness: "Ketua RW 011", reason: nil),
        .init(
            number: "BKS-0Q2R-18", name: "Siti Aminah", rt: nil, rw: nil, state: .refused,
            work: nil, witness: nil, reason: refusals[0].name),
    ]

    private static let askFields = [(name: "langkah", value: "setuju")]

    static let queuePages: [any Page] = [
        queue(), queue(next: "/kerja/antrean?sesudah=BKS", record: "/kerja/antrean/berita-acara"),
        queue(
            QueueFilter(
                values: [
                    .rw: "11", .lane: "siap", .answered: "belum", .state: "lapangan",
                    .occupation: "online_ojek",
                ]), end: Moment(day: day(2026, 3, 28), minute: 500),
            notice: .decided(.approved, people: 84, skipped: 3)),
        queue(searched: "nur", notice: .undone), queue(total: 0, rows: [], notice: .noneChosen),
        queue(
            total: 0, rows: [], notice: .decided(.field, people: 1, skipped: 0),
            record: "/kerja/antrean/berita-acara"),
        queue(searched: "x", total: 0, rows: [], notice: .tooLate), queue(notice: .answered),
        QueueCasePage(card: card(trouble: .workMissing)),
        QueueCasePage(card: card(trouble: .reasonMissing, rw: nil)),
        QueueCasePage(
            card: card(
                .approved, .ready, work: .known, standing: .confirming,
                missing: [
                    .agency(Phrase("Dinas Perhubungan", en: "Transport office")),
                    .confirmations(1),
                ], objectors: [Phrase("Ketua RW", en: "The RW head")],
                events: [
                    .init(what: .decided(.approved, reason: nil), who: "Yuni", at: now),
                    .init(what: .answered(.witnessed), who: "Yuni", at: now),
                    .init(what: .undone, who: "Yuni", at: now),
                    .init(what: theirs, who: "Dani", at: now),
                ], canUndo: true, trouble: .tooLate)),
        QueueCasePage(
            card: card(.refused, .no, work: .witnessed, standing: .verified, missing: [])),
        conflict(.decided(.approved, reason: nil)), conflict(nil),
        QueueAskPage(
            step: .approve, people: [("Nur Hasanah", "BKS-7K4M-92")], skipped: 2,
            fields: askFields, back: "/kerja/antrean"),
        QueueAskPage(
            step: .field, people: [("Nur Hasanah", "BKS-7K4M-92")], skipped: 0,
            fields: askFields, back: "/kerja/antrean"),
        QueueAskPage(
            step: .refuse(refusals[0].name), people: [], skipped: 3, fields: askFields,
            back: "/kerja/antrean"),
        QueueKeysPage(reasons: refusals), record(recordLines), record([]),
    ]
}
