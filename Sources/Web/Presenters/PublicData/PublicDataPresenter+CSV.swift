import Civic
import Office
import Pages
import Store

extension PublicDataPresenter {
    static let columns = ["measure", "area_code", "area", "group", "value"]

    /// The figures of the page as one long table, with the same cells hidden and by the same marks.
    static func csv(
        _ facts: CityFacts, figures: Figures, funds: FundNames, settings: RunSettings
    ) -> String {
        let published = PublicFigures(facts, figures, funds, asOf: settings.asOf)
        var table = PublicTable(city: facts.region.code.description, name: facts.region.name)
        table.addTotals(published.totals)
        table.addDistricts(published.districts)
        table.add(.firstReason, published.reasons, overlaps: true)
        table.add(.selectedByOccupation, published.occupations, overlaps: false)
        table.add(.selectedByFund, published.funds, overlaps: false)
        table.addAges(published.ages)
        return table.text
    }
}

/// Rows of the download.
private struct PublicTable {
    private let city: String
    private let name: String
    private(set) var text = PublicDataPresenter.columns.joined(separator: ",") + "\n"

    init(city: String, name: String) {
        self.city = city
        self.name = name
    }

    mutating func addTotals(_ totals: PublicDataPage.Totals) {
        let measures: [PublicMeasure] = [
            .people, .eligible, .selected, .waiting, .ineligible, .review,
        ]
        for (measure, cell) in zip(measures, totals.publishable) { add(measure, cell) }
    }

    mutating func addDistricts(_ districts: [PublicFigures.District]) {
        let cells = SmallCells.publishable(
            table: districts.map { [$0.selected, $0.waiting, $0.eligible] })
        for (index, district) in districts.enumerated() {
            add(.eligible, cells[index][2], in: district.place)
            add(.selected, cells[index][0], in: district.place)
            add(.waiting, cells[index][1], in: district.place)
        }
    }

    /// `overlaps` is as the page treats the same groups.
    mutating func add(_ measure: PublicMeasure, _ groups: [PublicFigures.Group], overlaps: Bool) {
        let counts = groups.map(\.people)
        let cells =
            overlaps
            ? SmallCells.publishable(overlapping: counts) : SmallCells.publishable(counts)
        for (group, cell) in zip(groups, cells) { add(measure, cell, group: group.code) }
    }

    mutating func addAges(_ ages: [PublicFigures.AgeBand]) {
        let cells = SmallCells.publishable(table: ages.map { [$0.women, $0.men] })
        for (band, row) in zip(ages, cells) {
            let years = "\(band.years.lowerBound)-\(band.years.upperBound)"
            add(.selectedByAgeAndSex, row[0], group: "\(years) \(PublicDataPresenter.women)")
            add(.selectedByAgeAndSex, row[1], group: "\(years) \(PublicDataPresenter.men)")
        }
    }

    private mutating func add(
        _ measure: PublicMeasure, _ cell: SmallCells.Cell, in district: DistrictTile? = nil,
        group: String = ""
    ) {
        let row = [
            measure.rawValue, district?.code.description ?? city, district?.name ?? name, group,
            cell.mark,
        ]
        text += row.map(PublicTable.quoted).joined(separator: ",") + "\n"
    }

    /// In quotation marks where the separator, a quotation mark or a line break stands inside.
    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else {
            return field
        }
        return "\"\(field.replacing("\"", with: "\"\""))\""
    }
}

extension PublicDataPresenter {
    static let women = "P"
    static let men = "L"
    static let smallMark = "<\(SmallCells.least)"
    static let withheldMark = "–*"
}

extension SmallCells.Cell {
    /// Digits, or the mark that also stands on the page.
    fileprivate var mark: String {
        switch self {
        case .shown(let count): String(count)
        case .small: PublicDataPresenter.smallMark
        case .withheld: PublicDataPresenter.withheldMark
        }
    }
}
