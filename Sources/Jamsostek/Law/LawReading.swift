import Civic

/// Reads figures of the law as of one day and remembers what was read, so that every answer can name
/// its sources.
struct LawReading {
    let law: Law
    let day: Day
    private(set) var rules = CitationSet.none

    init(_ law: Law, on day: Day) {
        self.law = law
        self.day = day
    }

    mutating func number(_ parameter: Parameter) throws(Problem) -> Int64 {
        let value = try law.parameters.value(of: parameter, on: day)
        rules.insert(value.source)
        return value.amount
    }

    mutating func count(_ parameter: Parameter) throws(Problem) -> Int {
        Int(try number(parameter))
    }

    mutating func rupiah(_ parameter: Parameter) throws(Problem) -> Rupiah {
        Rupiah(try number(parameter))
    }

    /// `numerator` of `denominator` parts of the months of income on which accident benefits rest.
    mutating func accidentShare(
        of base: Rupiah, _ numerator: Int64, over denominator: Int64
    ) throws(Problem) -> Rupiah {
        let months = try count(.accidentIncomeMonths)
        return (base * months).scaled(by: numerator, over: denominator)
    }

    /// The base of a declared income: benefits rest on what was insured, not on what was earned.
    mutating func base(of income: Rupiah) throws(Problem) -> Rupiah {
        let band = try law.tariff.inForce("tariff", on: day).band(for: income)
        rules.insert(band.source)
        return band.base
    }

    mutating func cite(_ source: CitationSet) { rules.insert(source) }

    mutating func cite(_ setting: LegalSetting) { rules.insert(law.settings.source(of: setting)) }
}
