package import Civic

/// `/kerja/acuan`: an agency's own list, and how a new one comes in.
package struct ReferencesPage: Page {
    package static let template = "references"
    package static let room = Room.work
    package var section: NavigationItem? { .references }

    /// A list as it came in.
    package struct List: Sendable {
        package let day: Day
        /// Nil for pasted cells.
        package let file: String?
        package let rows: Int
        package let who: String
        package let at: Moment

        package init(day: Day, file: String?, rows: Int, who: String, at: Moment) {
            self.day = day
            self.file = file
            self.rows = rows
            self.who = who
            self.at = at
        }
    }

    /// A column of which somebody must say what it means.
    package struct Column: Sendable {
        /// `A`, `B`.
        package let letter: String
        package let heading: String
        package let examples: [String]
        package let guess: Meaning?

        package init(letter: String, heading: String, examples: [String], guess: Meaning?) {
            self.letter = letter
            self.heading = heading
            self.examples = examples
            self.guess = guess
        }
    }

    /// What a column may mean. Raw values stand in forms.
    package enum Meaning: String, Sendable, CaseIterable {
        case name = "nama"
        case nik = "nik"
        case birth = "lahir"
        case occupation = "kerja"
        case village = "kel"
        case district = "kec"
    }

    package enum Notice: Sendable {
        case kept(rows: Int, read: Int)
        /// Say what the columns mean, then send the list again.
        case columns
        case nothingSent
        case noDay
        case problem(Problem)
    }

    /// A day as it was typed.
    package struct Typed: Sendable {
        package var day = ""
        package var month = ""
        package var year = ""

        package init(day: String = "", month: String = "", year: String = "") {
            self.day = day
            self.month = month
            self.year = year
        }
    }

    package let agency: Phrase
    /// Latest first; the first one is in use.
    package let lists: [List]
    /// How old the one in use is, where its age is pointed out.
    package let oldMonths: Int?
    package let columns: [Column]
    package let notice: Notice?
    package let typed: Typed
    package let pasted: String
    package let key: String

    package init(
        agency: Phrase, lists: [List], oldMonths: Int?, columns: [Column] = [],
        notice: Notice? = nil, typed: Typed = Typed(), pasted: String = "", key: String
    ) {
        self.agency = agency
        self.lists = lists
        self.oldMonths = oldMonths
        self.columns = columns
        self.notice = notice
        self.typed = typed
        self.pasted = pasted
        self.key = key
    }

    package func view(_ say: Speech) -> View {
        let isTrouble = notice.map { !isDone($0) } ?? false
        return [
            "title": .text(say("references-title", ["dinas": say.text(agency)])),
            "sendHref": .text(Address.references),
            "answersHref": .text(Address.answers),
            "key": .text(key),
            "done": .part(
                isTrouble ? nil : notice.map { ["noticeText": .text(text(of: $0, say))] }),
            "trouble": .part(
                isTrouble ? notice.map { ["noticeText": .text(text(of: $0, say))] } : nil),
            "old": .part(
                oldMonths.map { months in
                    [
                        "oldText": .text(
                            say(
                                "answers-old",
                                ["dinas": say.text(agency), "bulan": say.number(months)]))
                    ]
                }),
            "current": .part(lists.first.map { view(of: $0, say) }),
            "hasEarlier": .flag(lists.count > 1),
            "earlier": .list(lists.dropFirst().map { view(of: $0, say) }),
            "hasColumns": .flag(!columns.isEmpty),
            "columns": .list(columns.enumerated().map { view(of: $1, $0, say) }),
            "pasted": .text(pasted),
            "day": .text(typed.day), "month": .text(typed.month), "year": .text(typed.year),
        ]
    }

    private func isDone(_ notice: Notice) -> Bool {
        if case .kept = notice { return true }
        return false
    }

    private func text(of notice: Notice, _ say: Speech) -> String {
        switch notice {
        case .kept(let rows, let read):
            say(
                "references-kept",
                ["jumlah": say.number(rows), "semua": say.number(read)])
        case .columns: say("references-columns")
        case .nothingSent: say("references-nothing")
        case .noDay: say("references-no-day")
        case .problem(let problem): problem.sentence(say.language)
        }
    }

    private func view(of list: List, _ say: Speech) -> View {
        [
            "dayText": .text(say.day(list.day)),
            "file": .text(list.file ?? say("references-pasted")),
            "rowCount": .text(say.number(list.rows)),
            "who": .text(list.who),
            "at": .text(say.moment(list.at)),
        ]
    }

    private func view(of column: Column, _ place: Int, _ say: Speech) -> View {
        [
            "columnName": .text("kolom-\(place)"),
            "columnLabel": .text(
                say(
                    "references-column",
                    ["huruf": column.letter, "judul": column.heading])),
            "examples": .text(column.examples.joined(separator: " · ")),
            "options": .list(
                Meaning.allCases.map { meaning in
                    [
                        "value": .text(meaning.rawValue),
                        "optionName": .text(name(of: meaning, say)),
                        "isSelected": .flag(meaning == column.guess),
                    ]
                }),
        ]
    }

    private func name(of meaning: Meaning, _ say: Speech) -> String {
        switch meaning {
        case .name: say("field-name")
        case .nik: "NIK"
        case .birth: say("field-birth")
        case .occupation: say("field-occupation")
        case .village: say("field-village")
        case .district: say("field-district")
        }
    }
}
