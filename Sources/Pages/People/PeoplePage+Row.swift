package import Civic

extension PeoplePage {
    /// One person in a list.
    package struct Row: Sendable {
        /// SIGAP number.
        package let number: String
        package let name: String
        package let nik: NIK?
        package let village: String?
        package let occupation: Phrase?
        package let decile: Int?
        /// Code of the status table.
        package let status: String
        /// Place in the ranking, from 1; nil for people who are not ranked.
        package let rank: Int?
        /// Short names of the reasons that hold the person back.
        package let reasons: [Phrase]

        package init(
            number: String, name: String, nik: NIK?, village: String?, occupation: Phrase?,
            decile: Int?, status: String, rank: Int?, reasons: [Phrase]
        ) {
            self.number = number
            self.name = name
            self.nik = nik
            self.village = village
            self.occupation = occupation
            self.decile = decile
            self.status = status
            self.rank = rank
            self.reasons = reasons
        }

        func view(_ say: Speech) -> View {
            [
                "href": .text(Address.person(number)),
                "name": .text(name),
                "number": .text(number),
                "nik": .text(nik?.masked ?? "–"),
                "village": .text(village ?? "–"),
                "occupation": .text(occupation.map(say.text) ?? "–"),
                "decile": .text(decile.map { "\($0)" } ?? "–"),
                "badge": .part(say.badge(status)),
                "note": .text(note(say)),
            ]
        }

        private func note(_ say: Speech) -> String {
            if !reasons.isEmpty { return reasons.map(say.text).joined(separator: "; ") }
            return rank.map { say("people-rank", ["nomor": say.number($0)]) } ?? "–"
        }
    }
}
