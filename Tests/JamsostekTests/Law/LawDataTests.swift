import Civic
import Jamsostek
import Testing

/// The national tables as they ship.
struct LawDataTests {
    static let tables = [
        "tariff", "contribution_rates", "discounts", "parameters", "incapacity", "disabilities",
        "scholarships", "heirs", "deadlines", "claim_documents", "holidays", "provinces",
        "settings",
    ]

    @Test func `every row cites a registered source and every source is cited`() throws {
        let known = try Set(NationalData.table("citations").rows.map { try $0.text("id") })
        var cited: Set<String> = []
        for table in Self.tables {
            for row in NationalData.table(table).rows { cited.insert(try row.text("source")) }
        }
        #expect(cited.subtracting(known).isEmpty)
        #expect(known.subtracting(cited).isEmpty)
    }

    @Test func `the tariff holds the thirty-three bands of the annex`() throws {
        let rows = NationalData.table("tariff").rows
        #expect(rows.count == 33)
        for (row, band) in zip(rows, PriceOracle.bands) {
            #expect(try row.integer("income_from") == band.edge * 1000)
            #expect(try row.integer("base") == band.base * 1000)
        }
    }

    /// Counts the rows in force on the first and the last day of every month, from the text of the
    /// tables alone.
    @Test func `exactly one tariff, rate and figure applies in every month from 2015 to 2030`()
        throws
    {
        let inForceSince = [
            "tariff": day("2015-07-01"), "contribution_rates": day("2015-07-01"),
        ]
        let names = ["tariff": "row", "contribution_rates": "program", "parameters": "name"]
        for (table, column) in names {
            let rows = NationalData.table(table).rows
            let keys = try Set(rows.map { try $0.text(column) })
            for key in keys {
                let periods = try rows.filter { try $0.text(column) == key }
                    .map { (from: try $0.day("from"), to: try $0.optionalDay("to")) }
                let since = try #require(inForceSince[table] ?? periods.map(\.from).min())
                for month in months("2015-07", "2030-12") where month.firstDay >= since {
                    for day in [month.firstDay, month.lastDay] {
                        let applying = periods.count {
                            $0.from <= day && ($0.to.map { day <= $0 } ?? true)
                        }
                        #expect(applying == 1, "\(table) \(key) on \(day)")
                    }
                }
            }
        }
    }

    @Test func `every month from the start of PP 44/2015 has a price, none before`() throws {
        let person = ContributionClass(sector: .other, fund: .selfPaid)
        for month in months("2015-07", "2030-12") {
            #expect(try law.rate(for: person, in: month).total > .zero)
        }
        for month in months("2015-01", "2015-06") {
            #expect(throws: Problem.self) { try law.rate(for: person, in: month) }
        }
    }

    @Test func `there are thirty-eight provinces, and retired codes lead to current ones`() {
        let current = law.provinces.filter(\.isCurrent)
        #expect(current.count == 38)
        let codes = Set(current.map(\.code))
        let expected: Set<Int> = Set(
            Array(11...19) + [21] + Array(31...36) + Array(51...53) + Array(61...65)
                + Array(71...76) + [81, 82] + Array(91...96))
        #expect(codes == expected)
        for province in law.provinces { #expect(codes.isSuperset(of: province.successors)) }
        #expect(law.provinces.contains { $0.code == 54 && !$0.isCurrent })
    }

    @Test func `holidays fall on the weekdays people remember`() throws {
        let isra = try #require(law.holidays.first { $0.day == day("2026-01-16") })
        #expect(isra.day.weekday == 5)
        #expect(isra.kind == .national)
        for year in 2025...2027 {
            #expect(law.holidays.contains { $0.day == day("\(year)-08-17") })
            let national = law.holidays.filter { $0.day.year == year && $0.kind == .national }
            #expect((17...18).contains(national.count))
        }
    }

    @Test func `every contested rule is a question with its options`() {
        #expect(law.settings.questions.map(\.setting) == LegalSetting.allCases)
        for question in law.settings.questions { #expect(question.options.count >= 2) }
    }
}
