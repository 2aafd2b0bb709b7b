package import Civic

extension DashboardPage {
    /// One file that was read, and how far it can be trusted.
    package struct SourceFile: Sendable {
        package let agency: Phrase
        package let file: String
        package let rows: Int
        package let people: Int
        /// Values that could not be used.
        package let rejected: Int
        /// The day of the data, where the file tells it.
        package let dated: Day?
        /// Older than the city accepts.
        package let isOld: Bool

        package init(
            agency: Phrase, file: String, rows: Int, people: Int, rejected: Int, dated: Day?,
            isOld: Bool
        ) {
            self.agency = agency
            self.file = file
            self.rows = rows
            self.people = people
            self.rejected = rejected
            self.dated = dated
            self.isOld = isOld
        }

        func view(on today: Day, _ say: Speech) -> View {
            [
                "agency": .text(say.text(agency)),
                "file": .text(file),
                "rows": .text(say.number(rows)),
                "people": .text(say.number(people)),
                "rejected": .text(say.number(rejected)),
                "dated": .text(dated.map(say.day) ?? "–"),
                "age": .text(
                    dated.map {
                        say.counted(max(0, today - $0), one: "age-day", many: "age-days")
                    } ?? "–"),
                "isOld": .flag(isOld),
            ]
        }
    }
}
