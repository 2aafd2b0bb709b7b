import Civic
import Jamsostek
import Ledger
import Programme

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Rows of the table of funds.
enum FundTable {
    static func all(_ reader: any SQLReader) throws(Problem) -> [Fund] {
        try reader.all(
            """
            SELECT id, source, title, payer, worker_group, first_month, last_month, restrictions
            FROM fund ORDER BY id
            """, [], fund)
    }

    static func insert(_ fund: Fund, by act: Act, _ writer: any SQLWriter) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO fund (id, source, title, payer, worker_group, first_month, last_month,
            restrictions, actor, at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)
            """,
            [
                .text(fund.id), .text(fund.source.rawValue), .text(fund.title),
                .text(fund.payer), .text(fund.workerGroup), SQLValue(fund.months.lowerBound),
                SQLValue(fund.months.upperBound), .text(try text(fund.terms)), .text(act.actor),
                .integer(act.at.milliseconds),
            ])
    }

    private static func fund(_ fields: inout SQLFields) throws(Problem) -> Fund {
        let (id, source) = (fields.text(), FundingSource(rawValue: fields.text()))
        guard let source else { throw Problem.storeDamaged("fund.source") }
        return Fund(
            id: id, source: source, title: fields.text(), payer: fields.text(),
            workerGroup: fields.text(), months: fields.month()...fields.month(),
            terms: try terms(fields.text()))
    }

    private static func text(_ terms: FundTerms) throws(Problem) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        guard let data = try? encoder.encode(terms) else {
            throw Problem.storeFailed("fund.restrictions")
        }
        return String(decoding: data, as: UTF8.self)
    }

    private static func terms(_ text: String) throws(Problem) -> FundTerms {
        guard let terms = try? JSONDecoder().decode(FundTerms.self, from: Data(text.utf8)) else {
            throw Problem.storeDamaged("fund.restrictions")
        }
        return terms
    }
}
