import Civic

/// Titles before and after names.
struct Titles: Sendable {
    struct Title: Sendable {
        let text: [UInt8]
        let before: Bool
        let sex: Sex
        let ageFrom: Int
        let weight: Int
    }

    private let titles: [Title]

    init(_ table: Table) throws(Problem) {
        var titles: [Title] = []
        for row in table.rows {
            for sex in try row.sexes("sex") {
                titles.append(
                    Title(
                        text: Array(try row.text("text").utf8),
                        before: try row.text("place") == "before", sex: sex,
                        ageFrom: try row.number("age_from"), weight: try row.number("weight")))
            }
        }
        self.titles = titles
    }

    /// A title that suits such a person; nil when none does.
    func pick(_ sex: Sex, age: Int, _ dice: inout SeededGenerator) -> Title? {
        let fitting = titles.filter { $0.sex == sex && age >= $0.ageFrom }
        guard !fitting.isEmpty else { return nil }
        return fitting[WeightedChoice(fitting.map(\.weight)).pick(&dice)]
    }
}
