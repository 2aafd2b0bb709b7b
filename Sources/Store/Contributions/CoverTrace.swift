package import Civic
import Programme

/// Where one month of somebody's cover comes from: from the fund over the line of a decree and the
/// bill to the payment, with the transfers of the ledger that carry it.
package struct CoverTrace: Sendable {
    package let number: String
    package let name: String
    package let cohort: String
    package let month: CoverMonth
    package let fund: Fund
    /// Number of the decree as it was signed; nil for an older cohort.
    package let decree: String?
    package let decreeSigned: Day?
    package let bill: Bill?
    /// In order.
    package let transfers: [LedgerLine]
    package let bridges: [FundBridge]
}

/// A month that another fund took over.
package struct FundBridge: Sendable, Hashable {
    package let month: Month
    package let from: String
    package let to: String
    package let actor: String
    package let at: Instant
}

extension CityStore {
    /// Nil when nobody of this number in `scope` has the month.
    package func trace(
        _ number: String, _ month: Month, in scope: Scope
    ) async throws(Problem) -> CoverTrace? {
        try await engine.read { reader throws(Problem) in
            try CoverTracing(number: number, month: month, reader: reader).trace(in: scope)
        }
    }
}

struct CoverTracing {
    let number: String
    let month: Month
    let reader: any SQLReader

    func trace(in scope: Scope) throws(Problem) -> CoverTrace? {
        var sql = SQLText()
        let isThis = "m.number = \(sql.bind(.text(number)))"
        let isInScope = scope.memberCondition(on: "m", &sql)
        let member = try reader.first(
            "SELECT m.name, m.cohort FROM member m WHERE \(isThis) AND \(isInScope)", sql.values
        ) { fields in (name: fields.text(), cohort: fields.text()) }
        guard let member else { return nil }
        let months = try MemberTable.months(of: number, reader)
        guard let cover = months.first(where: { $0.month == month }) else { return nil }
        let funds = try FundTable.all(reader)
        guard let fund = funds.first(where: { $0.id == cover.fund }) else {
            throw Problem.storeDamaged("fund")
        }
        var bill: Bill?
        if let id = cover.bill { bill = try BillTable.bill(id, reader) }
        let decree = try decree(cover.decree)
        return CoverTrace(
            number: number, name: member.name, cohort: member.cohort, month: cover, fund: fund,
            decree: decree?.number, decreeSigned: decree?.signed, bill: bill,
            transfers: try transfers(cover, bill), bridges: try bridges())
    }

    private func decree(
        _ line: DecreeLineName?
    ) throws(Problem) -> (number: String?, signed: Day?)? {
        guard let line else { return nil }
        return try reader.first(
            "SELECT number, signed_on FROM decree WHERE id = $1", [SQLValue(line.decree)]
        ) { fields in (number: fields.optionalText(), signed: fields.day()) }
    }

    /// What was set aside by the decree and the cohort, and all that was done for the bill.
    private func transfers(
        _ cover: CoverMonth, _ bill: Bill?
    ) throws(Problem) -> [LedgerLine] {
        var documents = try promises()
        if let decree = cover.decree { documents.append("decree \(decree.decree)") }
        if let bill { documents.append(BillWords.subject(bill.id)) }
        guard !documents.isEmpty else { return [] }
        var sql = SQLText()
        let isFund = "fund = \(sql.bind(.text(cover.fund)))"
        let isMonth = "period = \(sql.bind(SQLValue(month)))"
        let isDocument = "decree IN (\(sql.bind(documents.map { .text($0) })))"
        let keys = try reader.all(
            """
            SELECT key FROM ledger_transfer WHERE \(isFund) AND \(isMonth) AND \(isDocument)
            ORDER BY id
            """, sql.values
        ) { fields in fields.text() }
        return try LedgerReading.lines(keys, reader).sorted { $0.id < $1.id }
    }

    /// What promised months to the person, where that was no decree: a list, a bridge.
    private func promises() throws(Problem) -> [String] {
        try reader.all(
            """
            SELECT DISTINCT document FROM member_event
            WHERE number = $1 AND document IS NOT NULL AND event IN ('cohort', 'bridge', 'settle')
            AND first_month <= $2 AND last_month >= $2
            """, [.text(number), SQLValue(month)]
        ) { fields in fields.text() }
    }

    private func bridges() throws(Problem) -> [FundBridge] {
        try reader.all(
            """
            SELECT month, from_fund, to_fund, actor, at FROM fund_bridge
            WHERE number = $1 AND month = $2 ORDER BY id
            """, [.text(number), SQLValue(month)]
        ) { fields in
            FundBridge(
                month: fields.month(), from: fields.text(), to: fields.text(),
                actor: fields.text(), at: Instant(milliseconds: fields.integer()))
        }
    }
}
