package import Civic

/// A level of schooling and what its scholarship is worth.
package struct ScholarshipLevel: Sendable {
    /// `tk`, `sd`, `smp`, `sma`, `pt`; `belum` before school.
    package let code: String
    package let name: Phrase
    /// Order of schooling.
    let order: Int64
    package let perYear: Rupiah
    package let yearsMax: Int
    let source: CitationSet

    static func timeline(
        _ table: Table, citations: CitationRegister
    ) throws(Problem) -> Timeline<[ScholarshipLevel]> {
        try table.versions { (row) throws(Problem) in
            ScholarshipLevel(
                code: try row.text("level"), name: try row.phrase("name"),
                order: try row.integer("order"), perYear: try row.rupiah("per_year"),
                yearsMax: Int(try row.integer("years_max")),
                source: try citations.source(of: row))
        }
    }
}

/// A child of a member who died or can never work again.
package struct ScholarChild: Hashable, Sendable {
    /// Code of the present ``ScholarshipLevel``.
    package let level: String
    package let birthDate: Day?
    /// School years of the present level that were already paid.
    package let yearsPaid: Int
    /// Married or working: either ends the scholarship.
    package let standsAlone: Bool

    package init(
        level: String, birthDate: Day? = nil, yearsPaid: Int = 0, standsAlone: Bool = false
    ) {
        self.level = level
        self.birthDate = birthDate
        self.yearsPaid = yearsPaid
        self.standsAlone = standsAlone
    }
}

/// Scholarships of one family.
package struct ScholarshipAmount: Hashable, Sendable {
    /// In the coming school year.
    package let perYear: Rupiah
    /// If every child goes through all levels still before it.
    package let maximum: Rupiah

    package static let none = ScholarshipAmount(perYear: .zero, maximum: .zero)
}

extension Law {
    /// Scholarships for a family, paid year by year: at most two children, until a child turns 23,
    /// marries or works. Of more children those count who get most this year.
    /// - Parameters:
    ///   - children: all children of the family.
    ///   - day: the day of the yearly claim.
    /// - Returns: for all children together.
    /// - Throws: a problem of kind usage for an unknown level, of kind input for a day without law.
    package func scholarship(
        for children: [ScholarChild], on day: Day
    ) throws(Problem) -> ScholarshipAmount {
        var reading = LawReading(self, on: day)
        return try scholarship(for: children, &reading)
    }

    func scholarship(
        for children: [ScholarChild], _ reading: inout LawReading
    ) throws(Problem) -> ScholarshipAmount {
        guard !children.isEmpty else { return .none }
        let levels = try scholarships.inForce("scholarships", on: reading.day)
        let ageEnd = try reading.count(.scholarshipAgeEnd)
        let childrenMax = try reading.count(.scholarshipChildrenMax)
        var amounts: [ScholarshipAmount] = []
        for child in children {
            guard let level = levels.first(where: { $0.code == child.level }) else {
                throw Problem.unknownLevel(child.level, levels.map(\.code))
            }
            reading.cite(level.source)
            let hasEnded = child.birthDate.map { $0.age(on: reading.day) >= ageEnd } ?? false
            guard !hasEnded, !child.standsAlone else { continue }
            amounts.append(amount(for: child, at: level, levels))
        }
        amounts.sort { ($0.perYear, $0.maximum) > ($1.perYear, $1.maximum) }
        return amounts.prefix(childrenMax).reduce(.none) { sum, next in
            ScholarshipAmount(
                perYear: sum.perYear + next.perYear, maximum: sum.maximum + next.maximum)
        }
    }

    private func amount(
        for child: ScholarChild, at level: ScholarshipLevel, _ levels: [ScholarshipLevel]
    ) -> ScholarshipAmount {
        let yearsLeft = max(0, level.yearsMax - child.yearsPaid)
        let later = levels.lazy.filter { $0.order > level.order }
        let maximum = later.reduce(level.perYear * yearsLeft) { $0 + $1.perYear * $1.yearsMax }
        return ScholarshipAmount(perYear: yearsLeft > 0 ? level.perYear : .zero, maximum: maximum)
    }
}

extension Problem {
    fileprivate static func unknownLevel(_ level: String, _ known: [String]) -> Problem {
        Problem(
            .usage, "scholarship-level",
            Phrase(
                "Jenjang sekolah \"\(level)\" tidak dikenal.",
                en: "There is no school level \"\(level)\"."),
            do: Phrase(
                "Pakai salah satu: \(known.joined(separator: ", ")).",
                en: "Use one of: \(known.joined(separator: ", "))."))
    }
}
