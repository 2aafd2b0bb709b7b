import Civic

/// A temporary relief from one programme's contribution in one sector.
struct Discount: Sendable {
    let percent: Int64
    /// Months paid from these funds cost the full price.
    let excludedFunds: FundingSet
    let source: CitationSet

    /// Cut to whole rupiah in favour of the payer, who is never charged more than the rule names.
    func reduced(_ price: Rupiah) -> Rupiah { price.scaled(by: 100 - percent, over: 100) }
}

/// The reliefs of one month and sector.
struct SectorDiscounts: Sendable {
    let workAccident: Discount?
    let death: Discount?
    let oldAge: Discount?
}

/// All temporary reliefs (PP 50/2025 and whatever follows).
struct DiscountTable: Sendable {
    private let timelines: [String: Timeline<Discount>]

    /// - Throws: a problem of kind service when two reliefs overlap.
    init(
        _ table: Table, citations: CitationRegister, settings: LegalSettings
    ) throws(Problem) {
        timelines = try table.timelines(
            by: { (row) throws(Problem) in
                let program: InsuranceProgram = try row.choice("program")
                let sector: Occupation.Sector = try row.choice("sector")
                return DiscountTable.key(program, sector)
            }, mayPause: true,
            reading: { (row) throws(Problem) in
                _ = try row.period().wholeMonths(table.name)
                let percent = try row.integer("percent")
                guard (0...100).contains(percent) else {
                    throw row.wrong("percent", String(percent))
                }
                return Discount(
                    percent: percent,
                    excludedFunds: try DiscountTable.excludedFunds(row, settings: settings),
                    source: try citations.source(of: row))
            })
    }

    private static func excludedFunds(
        _ row: Table.Row, settings: LegalSettings
    ) throws(Problem) -> FundingSet {
        var excluded = FundingSet(settings.discountForCsrPsr ? [] : [.csr, .psr])
        for cell in row.list("excluded_funds") {
            guard let fund = FundingSource(rawValue: cell) else {
                throw row.wrong("excluded_funds", cell)
            }
            excluded.insert(fund)
        }
        return excluded
    }

    func discounts(for sector: Occupation.Sector, on day: Day) -> SectorDiscounts {
        func discount(_ program: InsuranceProgram) -> Discount? {
            timelines[DiscountTable.key(program, sector)]?.value(on: day)
        }
        return SectorDiscounts(
            workAccident: discount(.workAccident), death: discount(.death),
            oldAge: discount(.oldAge))
    }

    /// Every day on which a relief begins, or the day after one ends.
    var turns: [Day] { timelines.values.flatMap(\.turns) }

    private static func key(_ program: InsuranceProgram, _ sector: Occupation.Sector) -> String {
        "\(program.rawValue) \(sector.rawValue)"
    }
}
