import Civic
import Jamsostek

/// How funds are called on pages: the table `national/funds` with the columns `code`, `name_id` and
/// `name_en`. `{kota}` in a name stands for the city.
struct FundNames: Sendable {
    /// In the order of the table.
    let funds: [(code: String, name: Phrase)]

    /// Throws a problem for a fund that does not exist, stands twice or has no name.
    init(_ table: Table, city: String) throws(Problem) {
        var funds: [(code: String, name: Phrase)] = []
        for row in table.rows {
            let code = try row.text("code")
            let isNew = !funds.contains { $0.code == code }
            guard isNew, FundingSource(rawValue: code) != nil else { throw row.wrong("code", code) }
            let name = Phrase(try row.text("name_id"), en: try row.text("name_en"))
            funds.append((code, name.filled(["kota": .same(city)])))
        }
        for fund in FundingSource.allCases
        where !funds.contains(where: { $0.code == fund.rawValue }) {
            throw FundNames.missing(fund, in: table.name)
        }
        self.funds = funds
    }

    /// The name of a fund; nil for nobody's.
    subscript(code: String?) -> Phrase? {
        guard let code else { return nil }
        return funds.first { $0.code == code }?.name
    }

    private static func missing(_ fund: FundingSource, in table: String) -> Problem {
        Problem(
            .service, "data-table",
            Phrase(
                "Sumber dana \"\(fund.rawValue)\" belum punya nama.",
                en: "The fund \"\(fund.rawValue)\" has no name."),
            at: Spot(file: table),
            do: Phrase(
                "Tambahkan barisnya, atau pasang kembali berkas data bawaan.",
                en: "Add its row, or restore the data file that came with the program."))
    }
}
