internal import Civic

/// What was found when the people of a kelurahan were verified.
package struct VerificationFindings: Hashable, Sendable {
    /// A reason and how many were refused for it.
    package struct Refusal: Hashable, Sendable {
        package var reason: String
        package var people: Int

        package init(_ reason: String, _ people: Int) {
            self.reason = reason
            self.people = people
        }
    }

    /// What was found in one RW.
    package struct Neighbourhood: Hashable, Sendable {
        package var name: String
        package var checked: Int
        package var eligible: Int
        package var refused: Int

        package init(_ name: String, checked: Int, eligible: Int, refused: Int) {
            self.name = name
            self.checked = checked
            self.eligible = eligible
            self.refused = refused
        }
    }

    package var checked: Int
    package var eligible: Int
    package var refusals: [Refusal]
    /// Who said that they work.
    package var confirmedBy: String
    package var neighbourhoods: [Neighbourhood]

    package init(
        checked: Int, eligible: Int, refusals: [Refusal], confirmedBy: String,
        neighbourhoods: [Neighbourhood]
    ) {
        self.checked = checked
        self.eligible = eligible
        self.refusals = refusals
        self.confirmedBy = confirmedBy
        self.neighbourhoods = neighbourhoods
    }

    package var refused: Int { refusals.reduce(0) { $0 + $1.people } }

    /// Results a to d, in the usual form.
    package var results: [MinutesResult] {
        func people(_ count: Int) -> String { "\(NumberText.grouped(count)) orang" }
        return [
            MinutesResult("diperiksa \(people(checked));"),
            MinutesResult("memenuhi syarat \(people(eligible));"),
            MinutesResult(
                "tidak memenuhi syarat \(people(refused))\(refusals.isEmpty ? ";" : ", karena:")",
                parts: refusals.map { "\($0.reason): \(people($0.people))" }),
            MinutesResult("status aktif bekerja dikonfirmasi oleh \(confirmedBy)."),
        ]
    }

    /// The table by RW.
    package var table: MinutesTable {
        func cells(_ counts: [Int]) -> [String] { counts.map { NumberText.grouped($0) } }
        let rows = neighbourhoods.map { [$0.name] + cells([$0.checked, $0.eligible, $0.refused]) }
        let sums = cells([
            neighbourhoods.reduce(0) { $0 + $1.checked },
            neighbourhoods.reduce(0) { $0 + $1.eligible },
            neighbourhoods.reduce(0) { $0 + $1.refused },
        ])
        return MinutesTable(
            "Hasil per RW",
            PaperTable(
                columns: [
                    PaperColumn("RW", 40), PaperColumn("Diperiksa", 40, .right),
                    PaperColumn("Memenuhi syarat", 40, .right),
                    PaperColumn("Tidak memenuhi", 40, .right),
                ], rows: rows, totals: [PaperTotal("Jumlah", sums)]
            ).with { $0.size = 9.5 })
    }
}
