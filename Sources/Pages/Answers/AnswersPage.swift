package import Civic

/// `/kerja/jawaban`: whom an agency is asked about, beside its own list.
package struct AnswersPage: Page {
    package static let template = "answers"
    package static let room = Room.work
    package var section: NavigationItem? { .answers }

    /// What came of the last request.
    package enum Notice: Sendable, Hashable {
        /// A yes without telling to whom.
        case mustChoose
        /// Somebody of the agency was faster.
        case alreadyAnswered
        /// The list was replaced meanwhile.
        case otherList
        case tooLate
    }

    /// What the viewer answered last, as long as it can be taken back.
    package struct Last: Sendable {
        package let at: Moment
        /// In milliseconds, for the form.
        package let instant: Int64
        package let count: Int
        package let answer: AnswerWord?
        package let number: String?

        package init(
            at: Moment, instant: Int64, count: Int, answer: AnswerWord?, number: String?
        ) {
            self.at = at
            self.instant = instant
            self.count = count
            self.answer = answer
            self.number = number
        }
    }

    /// The agency's list.
    package struct Reference: Sendable {
        package let id: Int
        package let day: Day
        /// How many months ago that was, where the list is so old that answers say so.
        package let oldMonths: Int?

        package init(id: Int, day: Day, oldMonths: Int?) {
            self.id = id
            self.day = day
            self.oldMonths = oldMonths
        }
    }

    package struct Counts: Sendable {
        package let yes: Int
        package let no: Int
        package let unknown: Int

        package init(yes: Int, no: Int, unknown: Int) {
            self.yes = yes
            self.no = no
            self.unknown = unknown
        }

        var total: Int { yes + no + unknown }
    }

    package let agency: Phrase
    package let filter: AnswersFilter
    package let districts: [PeopleChoices.Choice]
    /// By what was found on the agency's list; in the district of the filter.
    package let waiting: [AnswersFilter.Match: Int]
    package let due: Day?
    package let reference: Reference?
    package let answered: Counts
    package let rows: [Row]
    package let nextHref: String?
    package let last: Last?
    package let notice: Notice?
    /// Makes a form that is sent twice count once.
    package let key: String
    package let script: String

    package init(
        agency: Phrase, filter: AnswersFilter, districts: [PeopleChoices.Choice],
        waiting: [AnswersFilter.Match: Int], due: Day?, reference: Reference?, answered: Counts,
        rows: [Row], nextHref: String?, last: Last?, notice: Notice?, key: String, script: String
    ) {
        self.agency = agency
        self.filter = filter
        self.districts = districts
        self.waiting = waiting
        self.due = due
        self.reference = reference
        self.answered = answered
        self.rows = rows
        self.nextHref = nextHref
        self.last = last
        self.notice = notice
        self.key = key
        self.script = script
    }

    private var total: Int { waiting.values.reduce(0, +) }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(title(say)),
            "key": .text(key),
            "script": .text(script),
            "listHref": .text(Address.answers),
            "undoHref": .text(Address.answersUndo + filter.query),
            "historyHref": .text(Address.answerHistory),
            "referencesHref": .text(Address.references),
            "notice": .part(notice.map { ["noticeText": .text(text(of: $0, say))] }),
            "last": .part(last.map { view(of: $0, say) }),
            "reference": .part(referenceView(say)),
            "old": .part(oldView(say)),
            "noList": .part(noListView(say)),
            "isDone": .flag(total == 0 && filter.isEmpty),
            "isEmpty": .flag(rows.isEmpty),
            "answered": .part(answeredView(say)),
            "bulk": .part(bulkView(say)),
            "filters": .list(filters(say)),
            "isFiltered": .flag(!filter.isEmpty),
            "caption": .text(caption(say)),
            "rows": .list(rows.map { $0.view(filter.query, say) }),
            "next": .part(nextHref.map { ["href": .text($0)] }),
            "first": .part(firstView),
            "hasPages": .flag(nextHref != nil || filter.after != nil),
        ]
    }

    /// How many the filter leaves, on all pages.
    private var shown: Int { filter.match.map { waiting[$0] ?? 0 } ?? total }

    private func title(_ say: Speech) -> String {
        guard let due, total > 0 else { return say("answers-done") }
        return say(
            "answers-title",
            ["dinas": say.text(agency), "jumlah": say.number(total), "tanggal": say.day(due)])
    }

    private func caption(_ say: Speech) -> String {
        say(
            "answers-caption",
            ["tampil": say.number(rows.count), "jumlah": say.number(shown)])
    }

    private func referenceView(_ say: Speech) -> View? {
        guard let reference else { return nil }
        return [
            "referenceText": .text(say("answers-list", ["tanggal": say.day(reference.day)]))
        ]
    }

    private func oldView(_ say: Speech) -> View? {
        guard let months = reference?.oldMonths else { return nil }
        let values = ["dinas": say.text(agency), "bulan": say.number(months)]
        return ["oldText": .text(say("answers-old", values))]
    }

    private func noListView(_ say: Speech) -> View? {
        guard reference == nil else { return nil }
        return ["noListText": .text(say("answers-no-list", ["dinas": say.text(agency)]))]
    }

    private func answeredView(_ say: Speech) -> View? {
        guard answered.total > 0 else { return nil }
        let values = [
            "jumlah": say.number(answered.total), "cocok": say.number(answered.yes),
            "tidak": say.number(answered.no), "ragu": say.number(answered.unknown),
        ]
        return ["answeredText": .text(say("answers-counts", values))]
    }

    private var firstView: View? {
        guard filter.after != nil else { return nil }
        let start = AnswersFilter(match: filter.match, district: filter.district)
        return ["href": .text(start.address)]
    }

    private func bulkView(_ say: Speech) -> View? {
        guard let reference, let count = waiting[.exact], count > 0 else { return nil }
        let text = say.counted(count, one: "answers-exact-all-one", many: "answers-exact-all")
        return [
            "exactHref": .text(Address.answersExact + filter.query),
            "list": .text("\(reference.id)"),
            "exactText": .text(text),
        ]
    }

    private func view(of last: Last, _ say: Speech) -> View {
        let what =
            last.answer.map { answer in
                say(
                    "answers-last",
                    ["nomor": last.number ?? "", "jawaban": answer.text(say)])
            } ?? say.counted(last.count, one: "answers-last-one", many: "answers-last-many")
        return [
            "lastText": .text(what),
            "savedText": .text(say("answers-saved", ["jam": last.at.clock])),
            "instant": .text("\(last.instant)"),
        ]
    }

    private func text(of notice: Notice, _ say: Speech) -> String {
        switch notice {
        case .mustChoose: say("answers-must-choose")
        case .alreadyAnswered: say("answers-already")
        case .otherList: say("answers-other-list")
        case .tooLate: say("answers-too-late")
        }
    }
}

extension AnswersPage {
    private func filters(_ say: Speech) -> [View] {
        let matches = AnswersFilter.Match.allCases.map { match in
            (value: match.rawValue, name: name(of: match, say))
        }
        let places = districts.map { (value: $0.value, name: say.text($0.name)) }
        return [
            choice("cocok", say("answers-match"), matches, filter.match?.rawValue),
            choice("kec", say("field-district"), places, filter.district),
        ]
    }

    /// With how many there are.
    private func name(of match: AnswersFilter.Match, _ say: Speech) -> String {
        let count = ["jumlah": say.number(waiting[match] ?? 0)]
        return switch match {
        case .exact: say("answers-exact", count)
        case .near: say("answers-near", count)
        case .twins: say("answers-twins", count)
        case .none: say("answers-none", count)
        }
    }

    private func choice(
        _ name: String, _ label: String, _ options: [(value: String, name: String)],
        _ selected: String?
    ) -> View {
        [
            "fieldName": .text(name), "label": .text(label),
            "options": .list(
                options.map { option in
                    [
                        "value": .text(option.value), "optionName": .text(option.name),
                        "isSelected": .flag(option.value == selected),
                    ]
                }),
        ]
    }
}

/// An answer in words.
package enum AnswerWord: Sendable, Hashable, CaseIterable {
    case yes
    case no
    case unknown
    case withdrawn

    func text(_ say: Speech) -> String {
        switch self {
        case .yes: say("answers-yes")
        case .no: say("answers-no")
        case .unknown: say("answers-unknown")
        case .withdrawn: say("answers-taken-back")
        }
    }

    func badge(_ say: Speech) -> View {
        switch self {
        case .yes: Badge.view(text(say), .green, .check)
        case .no: Badge.view(text(say), .brick, .cross)
        case .unknown: Badge.view(text(say), .amber, .question)
        case .withdrawn: Badge.view(text(say), .grey, .ring)
        }
    }
}
