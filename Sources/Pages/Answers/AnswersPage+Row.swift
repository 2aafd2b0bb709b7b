package import Civic

extension AnswersPage {
    /// A row of the agency's own list.
    package struct Found: Sendable {
        package let id: Int
        /// What a spreadsheet shows at the left.
        package let record: Int
        package let score: Int
        package let name: String
        package let nik: NIK?
        package let birth: Day?
        /// Whether the candidate's is the same; nil where one of both is unknown.
        package let isSameBirth: Bool?
        package let occupation: Phrase?

        package init(
            id: Int, record: Int, score: Int, name: String, nik: NIK?, birth: Day?,
            isSameBirth: Bool?, occupation: Phrase?
        ) {
            self.id = id
            self.record = record
            self.score = score
            self.name = name
            self.nik = nik
            self.birth = birth
            self.isSameBirth = isSameBirth
            self.occupation = occupation
        }
    }

    /// A candidate the agency is asked about: name, masked NIK, the work claimed, and what its own
    /// list says. Nothing else.
    package struct Row: Sendable {
        package let number: String
        package let name: String
        package let nik: NIK?
        package let occupation: Phrase?
        package let daysLeft: Int
        package let match: AnswersFilter.Match
        /// Best first.
        package let found: [Found]

        package init(
            number: String, name: String, nik: NIK?, occupation: Phrase?, daysLeft: Int,
            match: AnswersFilter.Match, found: [Found]
        ) {
            self.number = number
            self.name = name
            self.nik = nik
            self.occupation = occupation
            self.daysLeft = daysLeft
            self.match = match
            self.found = found
        }

        func view(_ query: String, _ say: Speech) -> View {
            let form = "j-\(number)"
            return [
                "rowForm": .text(form),
                "action": .text(Address.answer(number) + query),
                "name": .text(name),
                "nik": .text(nik?.masked ?? "–"),
                "occupation": .text(occupation.map(say.text) ?? "–"),
                "days": .part(OfficeDays.badge(daysLeft, say)),
                "score": .part(score(say)),
                "isTwins": .flag(match == .twins),
                "choices": .list(match == .twins ? found.map { choice($0, form, say) } : []),
                "match": .part(match == .twins ? nil : found.first.map { record($0, say) }),
                "isMissing": .flag(found.isEmpty),
            ]
        }

        private func score(_ say: Speech) -> View {
            let best = say.number(found.first?.score ?? 0)
            return switch match {
            case .exact: Badge.view(say("answers-exact-score"), .green, .check)
            case .near: Badge.view(say("answers-near-score", ["skor": best]), .amber, .attention)
            case .twins: Badge.view(say("answers-twins-score", ["skor": best]), .violet, .question)
            case .none: Badge.view(say("answers-none-score"), .grey, .ring)
            }
        }

        private func choice(_ found: Found, _ form: String, _ say: Speech) -> View {
            record(found, say).with([
                "choice": .text("\(found.id)"), "choiceID": .text("\(form)-\(found.id)"),
                "choiceForm": .text(form),
            ])
        }

        private func record(_ found: Found, _ say: Speech) -> View {
            [
                "letters": .list(NameDifference.view(of: found.name, against: name)),
                "recordText": .text(details(found, say)),
            ]
        }

        private func details(_ found: Found, _ say: Speech) -> String {
            var parts = [found.nik.map { "NIK \($0.masked)" }]
            if let birth = found.birth {
                let day = ["tanggal": say.day(birth)]
                switch found.isSameBirth {
                case true?: parts.append(say("answers-birth-same", day))
                case false?: parts.append(say("answers-birth-other", day))
                case nil: parts.append(say("answers-birth", day))
                }
            }
            parts.append(found.occupation.map(say.text))
            parts.append(say("answers-record", ["baris": say.number(found.record)]))
            return parts.compactMap { $0 }.joined(separator: " · ")
        }
    }
}
