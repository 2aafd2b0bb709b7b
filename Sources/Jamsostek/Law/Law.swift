package import Civic

/// The national law of social insurance for workers without an employer, as dated data with
/// citations: contributions, cover, benefits, claims and deadlines.
///
/// A value of this type has been checked when it was made: no rule is missing, contradicts another
/// on the same day, or names a source that is not registered. What the sources leave open is
/// decided by ``settings``.
package struct Law: Sendable {
    package let register: CitationRegister
    package let settings: LegalSettings
    package let provinces: [Province]
    let parameters: ParameterTable
    let tariff: Timeline<IncomeTable>
    let rates: ProgramRates
    let contributionEras: ContributionEras
    let incapacitySteps: Timeline<[IncapacityStep]>
    package let disabilities: DisabilityTable
    package let scholarships: Timeline<[ScholarshipLevel]>
    let heirOrder: Timeline<[HeirRule]>
    let deadlines: DeadlineTable
    let calendar: WorkingCalendar
    let claimPapers: ClaimPaperTable

    /// Makes the law from its tables.
    ///
    /// - Parameters:
    ///   - table: gives the table of a name such as `tariff`, without folder and extension.
    ///   - overrides: answers to contested rules that differ from `settings.tsv`, by name.
    /// - Throws: a problem of kind service for the first fault of a table.
    package init(
        reading table: (String) throws(Problem) -> Table,
        overriding overrides: [String: String] = [:]
    ) throws(Problem) {
        let register = try CitationRegister(try table("citations"))
        let settings = try LegalSettings(
            try table("settings"), citations: register, overriding: overrides)
        self.register = register
        self.settings = settings
        provinces = try Province.all(try table("provinces"), citations: register)
        parameters = try ParameterTable(try table("parameters"), citations: register)
        tariff = try IncomeTable.timeline(try table("tariff"), citations: register)
        rates = try ProgramRates(try table("contribution_rates"), citations: register)
        contributionEras = ContributionEras(
            tariff: tariff, rates: rates,
            discounts: try DiscountTable(
                try table("discounts"), citations: register, settings: settings),
            settings: settings)
        incapacitySteps = try IncapacityStep.timeline(
            try table("incapacity"), citations: register)
        disabilities = try DisabilityTable(try table("disabilities"), citations: register)
        scholarships = try ScholarshipLevel.timeline(
            try table("scholarships"), citations: register)
        heirOrder = try HeirRule.timeline(try table("heirs"), citations: register)
        deadlines = try DeadlineTable(try table("deadlines"), citations: register)
        calendar = try WorkingCalendar(
            try table("holidays"), citations: register,
            jointLeaveIsWorkingDay: settings.jointLeaveIsWorkingDay)
        claimPapers = try ClaimPaperTable(try table("claim_documents"), citations: register)
    }

    /// The sources of an answer, in the order of the register.
    package func citations(of rules: CitationSet) -> [Citation] { register.citations(in: rules) }
}
