import Civic
import Pages
import Programme

extension Samples {
    private static let transport = Phrase("Dinas Perhubungan", en: "Transport office")
    private static let driver = Phrase("Ojek pangkalan", en: "Base motorcycle taxi driver")
    private static let moment = Moment(day: day, minute: 642)

    private static func found(
        _ id: Int, _ name: String, score: Int, isSameBirth: Bool?
    ) -> AnswersPage.Found {
        AnswersPage.Found(
            id: id, record: id + 1, score: score, name: name, nik: nik,
            birth: day(1990, 7, 5), isSameBirth: isSameBirth, occupation: driver)
    }

    private static let answerRows = [
        AnswersPage.Row(
            number: "BKS-7K4M-92", name: "Nur Hasanah", nik: nik, occupation: driver, daysLeft: 3,
            match: .exact, found: [found(1, "NUR HASANAH", score: 100, isSameBirth: true)]),
        AnswersPage.Row(
            number: "BKS-91TN-77", name: "Eka Lestari", nik: nil, occupation: nil, daysLeft: 0,
            match: .near, found: [found(2, "EKA LASTARI", score: 93, isSameBirth: false)]),
        AnswersPage.Row(
            number: "BKS-2M7D-33", name: "Budi Santoso", nik: nik, occupation: driver,
            daysLeft: -2, match: .twins,
            found: [
                found(3, "BUDI SANTOSA", score: 90, isSameBirth: nil),
                found(4, "BUDY SANTOSO", score: 89, isSameBirth: true),
            ]),
        AnswersPage.Row(
            number: "BKS-C8VZ-61", name: "Agus Setiawan", nik: nil, occupation: driver,
            daysLeft: 5, match: .none, found: []),
    ]

    static let answers = answersPage(
        waiting: [.exact: 188, .near: 9, .twins: 1, .none: 16], rows: answerRows,
        filter: AnswersFilter(match: .exact, district: "bekasi-timur", after: "BKS-7K4M-92"),
        notice: .mustChoose, last: (1, .no))

    static let answerPages: [any Page] =
        [
            answers,
            answersPage(
                waiting: [.exact: 1], rows: Array(answerRows.prefix(1)), hasList: false,
                notice: .alreadyAnswered, last: (188, nil)),
            answersPage(
                waiting: [.near: 2], rows: [], filter: AnswersFilter(match: .exact),
                notice: .otherList),
            answersPage(waiting: [:], rows: [], notice: .tooLate),
        ] + [
            noAnswers, givenAnswers, references, columnChoice, emptyReferences, conflicts,
            noConflicts,
        ]
        + [tasks, TasksPage(tasks: [])]

    private static func answersPage(
        waiting: [AnswersFilter.Match: Int], rows: [AnswersPage.Row],
        filter: AnswersFilter = AnswersFilter(), hasList: Bool = true,
        notice: AnswersPage.Notice? = nil, last: (count: Int, answer: AnswerWord?)? = nil
    ) -> AnswersPage {
        AnswersPage(
            agency: transport, filter: filter,
            districts: [
                PeopleChoices.Choice(
                    value: "bekasi-timur", name: Phrase("Bekasi Timur", en: "Bekasi Timur"))
            ], waiting: waiting, due: waiting.isEmpty ? nil : day,
            reference: hasList
                ? AnswersPage.Reference(id: 7, day: day(2025, 1, 20), oldMonths: 14) : nil,
            answered: AnswersPage.Counts(yes: 188, no: 9, unknown: 17), rows: rows,
            nextHref: "/kerja/jawaban?sesudah=BKS-91TN-77",
            last: last.map { last in
                AnswersPage.Last(
                    at: moment, instant: 1_774_580_520_000, count: last.count,
                    answer: last.answer, number: last.answer.map { _ in "BKS-7K4M-92" })
            }, notice: notice, key: "k1", script: "/aset/jawaban.js")
    }

    private static let noAnswers = AnswerHistoryPage(
        agency: transport, answered: AnswersPage.Counts(yes: 0, no: 0, unknown: 0), rows: [],
        nextHref: nil)

    private static let givenAnswers = AnswerHistoryPage(
        agency: transport, answered: AnswersPage.Counts(yes: 2, no: 1, unknown: 1),
        rows: AnswerWord.allCases.enumerated().map { place, word in
            AnswerHistoryPage.Row(
                number: "BKS-7K4M-92", name: "Nur Hasanah", answer: word, isOld: place == 0,
                isExact: place == 1, who: "hendra", at: moment)
        }, nextHref: AnswerHistoryPage.address(behind: 1_774_580_520_000, "BKS-7K4M-92"))

    private static let lists = [
        ReferencesPage.List(
            day: day(2026, 3, 1), file: "acuan.xlsx", rows: 3200, who: "hendra", at: moment),
        ReferencesPage.List(day: day(2025, 3, 1), file: nil, rows: 3000, who: "hendra", at: moment),
    ]

    private static let references = ReferencesPage(
        agency: transport, lists: lists, oldMonths: 14, notice: .kept(rows: 3200, read: 3201),
        key: "k1")

    private static let columnChoice = ReferencesPage(
        agency: transport, lists: lists, oldMonths: nil,
        columns: [
            ReferencesPage.Column(
                letter: "A", heading: "WNI", examples: ["NUR", "EKA"], guess: .name),
            ReferencesPage.Column(letter: "B", heading: "", examples: [], guess: nil),
        ], notice: .columns,
        typed: ReferencesPage.Typed(day: "1", month: "3", year: "2026"), pasted: "a\tb", key: "k1")

    private static let emptyReferences = ReferencesPage(
        agency: transport, lists: [], oldMonths: nil, notice: .nothingSent, key: "k1")

    private static let conflicts = ConflictsPage(
        total: 2,
        conflicts: [
            ConflictsPage.Conflict(
                number: "BKS-7K4M-92", name: "Nur Hasanah", nik: nik, occupation: driver,
                village: "Bekasijaya", daysLeft: 1, version: 2,
                words: [
                    ConflictsPage.Word(
                        source: .kelurahan, answer: .yes, who: "yuni (RW 011)", at: moment,
                        isOld: false),
                    ConflictsPage.Word(
                        source: .agency(transport), answer: .no, who: "hendra", at: moment,
                        isOld: true),
                    ConflictsPage.Word(
                        source: .rw, answer: .unknown, who: "yuni", at: moment, isOld: false),
                    ConflictsPage.Word(
                        source: .manager, answer: .withdrawn, who: "ratna", at: moment,
                        isOld: false),
                ])
        ],
        reasons: [
            PeopleChoices.Choice(value: "A9", name: Phrase("Pekerjaan belum pasti", en: "Unsure"))
        ], nextHref: ConflictsPage.address(after: "BKS-7K4M-92"), notice: .changed, key: "k1")

    private static let noConflicts = ConflictsPage(
        total: 0, conflicts: [], reasons: [], nextHref: nil, notice: .noReason, key: "k1")

    static let tasks = TasksPage(
        tasks: TaskKind.allCases.enumerated().map { place, kind in
            TasksPage.Task(
                kind: kind, count: [318, 4, 1][place % 3], age: place == 5 ? nil : place,
                due: place == 5 ? nil : day, daysLeft: place == 5 ? nil : 3 - place)
        }, further: [.funds, .decrees])

    static let askedAgencies = [
        PersonPage.Asked(
            agency: transport, answer: .no, day: day, isOld: true, due: day(2026, 4, 3)),
        PersonPage.Asked(
            agency: transport, answer: nil, day: nil, isOld: false, due: day(2026, 4, 3)),
    ]
}
