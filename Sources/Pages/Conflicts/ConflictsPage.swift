package import Civic

/// `/kerja/konflik`: candidates about whom those who were asked disagree, with both sides.
package struct ConflictsPage: Page {
    package static let template = "conflicts"
    package static let room = Room.work
    package var section: NavigationItem? { .tasks }

    /// Somebody's word.
    package struct Word: Sendable {
        package enum Source: Sendable {
            case kelurahan
            case rw
            case agency(Phrase)
            case manager
        }

        package let source: Source
        package let answer: AnswerWord
        /// Login, and whose word it was where that is another.
        package let who: String
        package let at: Moment
        /// It rests on a list that was old.
        package let isOld: Bool

        package init(
            source: Source, answer: AnswerWord, who: String, at: Moment, isOld: Bool
        ) {
            self.source = source
            self.answer = answer
            self.who = who
            self.at = at
            self.isOld = isOld
        }
    }

    package struct Conflict: Sendable {
        package let number: String
        package let name: String
        package let nik: NIK?
        package let occupation: Phrase?
        package let village: String?
        package let daysLeft: Int
        /// Of the case that the words are about.
        package let version: Int
        package let words: [Word]

        package init(
            number: String, name: String, nik: NIK?, occupation: Phrase?, village: String?,
            daysLeft: Int, version: Int, words: [Word]
        ) {
            self.number = number
            self.name = name
            self.nik = nik
            self.occupation = occupation
            self.village = village
            self.daysLeft = daysLeft
            self.version = version
            self.words = words
        }
    }

    package enum Notice: Sendable {
        /// Somebody else decided meanwhile.
        case changed
        case noReason
    }

    package let total: Int
    package let conflicts: [Conflict]
    /// By code.
    package let reasons: [PeopleChoices.Choice]
    package let nextHref: String?
    package let notice: Notice?
    package let key: String

    package init(
        total: Int, conflicts: [Conflict], reasons: [PeopleChoices.Choice], nextHref: String?,
        notice: Notice?, key: String
    ) {
        self.total = total
        self.conflicts = conflicts
        self.reasons = reasons
        self.nextHref = nextHref
        self.notice = notice
        self.key = key
    }

    package static func address(after number: String) -> String {
        Address.conflicts + Query.text([("sesudah", number)])
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(
                total == 0
                    ? say("conflicts-none")
                    : say.counted(total, one: "conflicts-title-one", many: "conflicts-title")),
            "key": .text(key),
            "tasksHref": .text(Address.tasks),
            "isEmpty": .flag(conflicts.isEmpty),
            "notice": .part(notice.map { ["noticeText": .text(text(of: $0, say))] }),
            "conflicts": .list(conflicts.map { view(of: $0, say) }),
            "next": .part(nextHref.map { ["href": .text($0)] }),
        ]
    }

    private func text(of notice: Notice, _ say: Speech) -> String {
        switch notice {
        case .changed: say("conflicts-changed")
        case .noReason: say("conflicts-no-reason")
        }
    }

    private func view(of conflict: Conflict, _ say: Speech) -> View {
        [
            "personHref": .text(Address.person(conflict.number)),
            "action": .text(Address.conflict(conflict.number)),
            "reasonID": .text("alasan-\(conflict.number)"),
            "headingID": .text("k-\(conflict.number)"),
            "number": .text(conflict.number),
            "name": .text(conflict.name),
            "nik": .text(conflict.nik?.masked ?? "–"),
            "about": .text(
                [conflict.occupation.map(say.text), conflict.village].compactMap { $0 }
                    .joined(separator: " · ")),
            "days": .part(OfficeDays.badge(conflict.daysLeft, say)),
            "version": .text("\(conflict.version)"),
            "words": .list(conflict.words.map { view(of: $0, say) }),
            "options": .list(
                reasons.map { ["value": .text($0.value), "optionName": .text(say.text($0.name))] }),
        ]
    }

    private func view(of word: Word, _ say: Speech) -> View {
        [
            "source": .text(name(of: word.source, say)),
            "answer": .part(word.answer.badge(say)),
            "who": .text(word.who),
            "at": .text(say.moment(word.at)),
            "isOld": .flag(word.isOld),
        ]
    }

    private func name(of source: Word.Source, _ say: Speech) -> String {
        switch source {
        case .kelurahan: say("field-village")
        case .rw: say("conflicts-rw")
        case .agency(let name): say.text(name)
        case .manager: say("conflicts-manager")
        }
    }
}
