import Civic

/// What people do for a living by sex, age and welfare, and the words that lists have for it.
struct Workforce: Sendable {
    struct Job: Sendable {
        let occupation: Int
        let standing: Occupation.Standing
        /// As the civil registry writes it.
        let registry: [Word]
        /// As agencies and the welfare registry write it.
        let lists: [Word]
    }

    struct Word: Sendable {
        let text: [UInt8]
        /// What a reader learns from the word.
        let standing: Occupation.Standing
    }

    let jobs: [Job]
    /// Words a ward uses for people whose work is not informal.
    let claims: [Word]
    /// By sex, age up to 100 and decile; each with the positions of jobs it chooses from.
    private var choices: [Choice]
    private let positions: [String: Int]

    private struct Choice: Sendable {
        var weights = WeightedChoice()
        var jobs: [UInt16] = []
    }

    init(
        occupations: OccupationCatalogue, settings: Settings,
        _ table: (String) throws(Problem) -> Table
    ) throws(Problem) {
        var jobs: [Job] = []
        var positions: [String: Int] = [:]
        for row in try table("synth/occupation-words").rows {
            let code = try row.text("code")
            guard let known = occupations.position(code: code) else {
                throw row.wrong("code", code)
            }
            positions[code] = jobs.count
            jobs.append(
                Job(
                    occupation: known, standing: occupations[known].standing,
                    registry: try Workforce.words(row, "registry", occupations),
                    lists: try Workforce.words(row, "lists", occupations)))
        }
        self.jobs = jobs
        self.positions = positions
        claims = try Workforce.words(try settings.row("claimed_words"), "value", occupations)
        choices = Array(repeating: Choice(), count: 2 * 101 * 10)
        for row in try table("synth/workforce").rows { try add(row) }
    }

    private static func words(
        _ row: Table.Row, _ column: String, _ occupations: OccupationCatalogue
    ) throws(Problem) -> [Word] {
        var words: [Word] = []
        for text in row.list(column) {
            guard let known = occupations.position(named: LetterKey(text)) else {
                throw row.wrong(column, text)
            }
            words.append(Word(text: Array(text.utf8), standing: occupations[known].standing))
        }
        guard !words.isEmpty else { throw row.wrong(column, "") }
        return words
    }

    private mutating func add(_ row: Table.Row) throws(Problem) {
        let code = try row.text("code")
        guard let job = positions[code] else { throw row.wrong("code", code) }
        let weight = try row.number("weight")
        let deciles = try row.range("decile_from", "decile_to").clamped(to: 1...10)
        for sex in try row.sexes("sex") {
            for age in try row.range("age_from", "age_to").clamped(to: 0...100) {
                for decile in deciles {
                    let place = Workforce.place(sex, age, decile)
                    choices[place].weights.add(weight)
                    choices[place].jobs.append(UInt16(job))
                }
            }
        }
    }

    private static func place(_ sex: Sex, _ age: Int, _ decile: Int) -> Int {
        (sex.index * 101 + min(max(age, 0), 100)) * 10 + decile - 1
    }

    /// A job for a person; the first of the table where the table has none for such people.
    func pick(_ sex: Sex, age: Int, decile: Int, _ dice: inout SeededGenerator) -> Int {
        let choice = choices[Workforce.place(sex, age, decile)]
        return choice.jobs.isEmpty ? 0 : Int(choice.jobs[choice.weights.pick(&dice)])
    }

    func position(of code: String) -> Int? { positions[code] }
}
