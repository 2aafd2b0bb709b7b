package import Civic

/// What does a month of cover cost?
package struct ContributionQuestion: Sendable {
    let month: Month
    let contributionClass: ContributionClass
    let programs: [InsuranceProgram]

    /// Reads the arguments of `sigap calc contribution`.
    /// - Parameters:
    ///   - income: rupiah a month; nil for the lowest band.
    ///   - month: `2026-02`.
    ///   - sector: `transport` or `other`.
    ///   - fund: `apbd`, `apbn`, `csr`, `psr` or `self`.
    ///   - programs: `jkk,jkm`, or with `jht`.
    /// - Throws: a problem of kind usage.
    package init(
        income: String?, month: String?, sector: String?, fund: String?, programs: String?
    ) throws(Problem) {
        self.month = try Argument("--month", month).month()
        self.programs = try Argument("--programs", programs).choices(of: InsuranceProgram.allCases)
        contributionClass = ContributionClass(
            sector: try Argument("--sector", sector).choice(of: [.transport, .other]),
            fund: try Argument("--fund", fund).choice(of: FundingSource.allCases),
            declaredIncome: try Argument("--income", income).given?.amount() ?? .zero,
            savesForOldAge: self.programs.contains(.oldAge))
    }
}

extension Law {
    /// Answers `sigap calc contribution`: base, contribution of each programme and total, in rupiah.
    /// - Throws: a problem of kind usage when an obligatory programme is left out, of kind input
    ///   when no tariff is in force.
    package func answer(_ question: ContributionQuestion) throws(Problem) -> CalculatorAnswer {
        for program in InsuranceProgram.allCases
        where rates.obligatory.contains(program) && !question.programs.contains(program) {
            throw Problem.obligatory(rates.obligatory)
        }
        let breakdown = try rate(for: question.contributionClass, in: question.month)
        return CalculatorAnswer(
            [
                JSONValue.Member("base", .rupiah(breakdown.base)),
                JSONValue.Member("jkk", .rupiah(breakdown.workAccident)),
                JSONValue.Member("jkm", .rupiah(breakdown.death)),
                JSONValue.Member("jht", .rupiah(breakdown.oldAge)),
                JSONValue.Member("total", .rupiah(breakdown.total)),
            ], rules: citations(of: breakdown.rules))
    }
}

extension Problem {
    fileprivate static func obligatory(_ programs: [InsuranceProgram]) -> Problem {
        let names = programs.map(\.rawValue).joined(separator: ",")
        return Problem(
            .usage, "programs-obligatory",
            Phrase(
                "Program \(names) selalu dibeli bersama.",
                en: "The programmes \(names) are always bought together."),
            do: Phrase(
                "Tulis --programs \(names), bila perlu dengan program tambahan.",
                en: "Write --programs \(names), with others if wanted."))
    }
}
