import Civic

/// Contribution law changes a few times in a decade. All its states are put together once, so that
/// asking for a month is a look into a handful of entries.
struct ContributionEras: Sendable {
    private struct Era: Sendable {
        let from: Month
        /// Nil where some part of the law is not in force.
        let tariff: MonthlyTariff?
    }

    /// Newest first, because most questions are about now.
    private let eras: [Era]
    /// From this month on nothing changes any more, as far as is known.
    let lastTurn: Month

    init(
        tariff: Timeline<IncomeTable>, rates: ProgramRates, discounts: DiscountTable,
        settings: LegalSettings
    ) {
        let timelines = [rates.workAccident, rates.death, rates.oldAge]
        let turns = tariff.turns + timelines.flatMap(\.turns) + discounts.turns
        let months = Set(turns.map(\.month)).sorted(by: >)
        lastTurn = months.first ?? Month(number: 0)
        eras = months.map { month in
            let day = month.firstDay
            guard let bands = tariff.value(on: day),
                let workAccident = rates.workAccident.value(on: day),
                let death = rates.death.value(on: day), let oldAge = rates.oldAge.value(on: day)
            else { return Era(from: month, tariff: nil) }
            return Era(
                from: month,
                tariff: MonthlyTariff(
                    bands: bands, workAccident: workAccident, death: death, oldAge: oldAge,
                    transport: discounts.discounts(for: .transport, on: day),
                    other: discounts.discounts(for: .other, on: day),
                    discountsEmployers: settings.discountForEmployers,
                    donorReading: settings.source(of: .discountForCsrPsr)))
        }
    }

    /// - Throws: a problem of kind input when no tariff is in force.
    func tariff(in month: Month) throws(Problem) -> MonthlyTariff {
        guard let tariff = eras.first(where: { $0.from <= month })?.tariff else {
            throw Problem.notInForce("tariff", month.firstDay)
        }
        return tariff
    }
}
