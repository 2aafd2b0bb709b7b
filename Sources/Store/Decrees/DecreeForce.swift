import Civic
import Jamsostek
import Ledger
import Programme

/// Puts a decree in force, inside a transaction: whoever it adds becomes a member, whoever it removes
/// ends, and every month it promises gets its money.
struct DecreeForce {
    let decree: Decree
    let prices: CoverPrices
    let sealer: Sealer
    let book: CoverBook
    let writer: any SQLWriter

    private var act: Act { book.act }
    private var document: String { DecreeTable.document(decree.id) }

    func run() throws(Problem) {
        let rows = try DecreeLines(sealer: sealer, reader: writer).rows(of: decree.id)
        guard AnnexDigests(rows.map(\.line), of: decree.kind).restricted == decree.digest else {
            throw Problem.annexDiffers()
        }
        try add(rows.filter { $0.line.change == .add })
        try remove(rows.map(\.line).filter { $0.change == .remove })
        let altered = rows.map(\.line).filter { $0.change == .alter }
        try alter(altered)
        try promise(rows.map(\.line))
        if let wave = decree.wave {
            try writer.execute(
                """
                UPDATE wave SET state = 'decreed', version = version + 1
                WHERE id = $1 AND state = 'frozen'
                """, [SQLValue(wave)])
        }
    }

    // MARK: Members

    private func add(_ rows: [DecreeLines.Row]) throws(Problem) {
        try requireNobodyStands()
        let known = Set(
            try writer.all(
                """
                SELECT m.number FROM member m JOIN decree_line l ON l.number = m.number
                WHERE l.decree_id = $1 AND l.change = 'add'
                """, [SQLValue(decree.id)]
            ) { fields in fields.text() })
        try determineAgain()
        try MemberInserting(decree: decree.id, sealer: sealer, writer: writer).insert(
            rows.filter { !known.contains($0.line.number) })
        try MemberEvents.append(
            "determine",
            rows.map { row in
                MemberEvents.Line(
                    number: row.line.number, state: .determined, months: row.line.months,
                    fund: row.line.funding.first?.fund, document: document)
            }, by: act, writer)
    }

    /// - Throws: `decree-members-stand` when another decree or list pays for somebody meanwhile.
    private func requireNobodyStands() throws(Problem) {
        let count = try writer.integer(
            """
            SELECT COUNT(*) FROM decree_line l
            JOIN decree_identity i ON i.decree_id = l.decree_id AND i.line = l.line
            WHERE l.decree_id = $1 AND l.change = 'add'
            AND (EXISTS (SELECT 1 FROM member m WHERE m.number = l.number
                    AND m.state IN ('determined', 'enrolled', 'active'))
                OR EXISTS (SELECT 1 FROM member n WHERE n.nik_index = i.nik_index
                    AND n.number <> l.number))
            """, [SQLValue(decree.id)])
        guard count == 0 else { throw Problem.decreeMembersStand(count) }
    }

    /// Whoever was refused or has ended begins anew, under the same number of the insurer. Months
    /// that nobody paid then may be promised again.
    private func determineAgain() throws(Problem) {
        let values: [SQLValue] = [SQLValue(decree.id)]
        try writer.execute(
            """
            DELETE FROM cover_month WHERE state = 'void' AND bill_id IS NULL
            AND number IN (SELECT l.number FROM decree_line l
                WHERE l.decree_id = $1 AND l.change = 'add')
            """, values)
        try writer.execute(
            """
            UPDATE member SET state = 'determined', decree_id = l.decree_id, line = l.line,
            first_month = l.first_month, last_month = l.last_month, district = l.district,
            village = l.village, occupation = l.occupation, active_from = NULL,
            ended_month = NULL, cause = NULL, version = member.version + 1
            FROM decree_line l WHERE l.decree_id = $1 AND l.change = 'add'
            AND l.number = member.number
            """, values)
    }

    /// Whoever has left before, because it was noted, stays as he is.
    private func remove(_ lines: [DecreeLine]) throws(Problem) {
        let standing = Set(
            try writer.all(
                """
                SELECT m.number FROM member m JOIN decree_line l ON l.number = m.number
                WHERE l.decree_id = $1 AND l.change = 'remove'
                AND m.state IN ('determined', 'enrolled', 'active')
                """, [SQLValue(decree.id)]
            ) { fields in fields.text() })
        let lines = lines.filter { standing.contains($0.number) }
        guard !lines.isEmpty else { return }
        try writer.execute(
            """
            UPDATE member SET state = 'ended', ended_month = l.ended_month, cause = l.cause,
            version = member.version + 1
            FROM decree_line l WHERE l.decree_id = $1 AND l.change = 'remove'
            AND l.number = member.number
            AND member.state IN ('determined', 'enrolled', 'active')
            """, [SQLValue(decree.id)])
        try MemberEvents.append(
            "end",
            lines.map { line in
                MemberEvents.Line(
                    number: line.number, state: .ended, cause: line.cause,
                    day: line.endedMonth?.firstDay, document: document)
            }, by: act, writer)
        try release(lines) { $0.endedMonth }
    }

    /// What was promised from the first of the new months on is let go of; somebody else promises
    /// it.
    private func alter(_ lines: [DecreeLine]) throws(Problem) {
        guard !lines.isEmpty else { return }
        try release(lines) { $0.months?.lowerBound }
        try writer.execute(
            """
            DELETE FROM cover_month WHERE state = 'void' AND bill_id IS NULL
            AND EXISTS (SELECT 1 FROM decree_line l WHERE l.decree_id = $1
                AND l.change = 'alter' AND l.number = cover_month.number
                AND cover_month.month BETWEEN l.first_month AND l.last_month)
            """, [SQLValue(decree.id)])
        try writer.execute(
            """
            UPDATE member SET last_month = l.last_month, version = member.version + 1
            FROM decree_line l WHERE l.decree_id = $1 AND l.change = 'alter'
            AND l.number = member.number
            """, [SQLValue(decree.id)])
        try MemberEvents.append(
            "alter", try standings(lines), by: act, writer)
    }

    private func standings(_ lines: [DecreeLine]) throws(Problem) -> [MemberEvents.Line] {
        var states: [String: String] = [:]
        try writer.scan(
            """
            SELECT m.number, m.state FROM member m JOIN decree_line l ON l.number = m.number
            WHERE l.decree_id = $1 AND l.change = 'alter'
            """, [SQLValue(decree.id)]
        ) { row throws(Problem) in states[row.text(0)] = row.text(1) }
        return try lines.map { line throws(Problem) in
            MemberEvents.Line(
                number: line.number, state: try MemberTable.state(states[line.number] ?? ""),
                cause: line.cause, months: line.months, fund: line.funding.first?.fund,
                document: document)
        }
    }

    // MARK: Money

    private func release(
        _ lines: [DecreeLine], from month: (DecreeLine) -> Month?
    ) throws(Problem) {
        let groups = Dictionary(grouping: lines) { month($0) ?? decree.months.lowerBound }
        for (first, group) in groups.sorted(by: { $0.key < $1.key }) {
            let change = group.first?.change.rawValue ?? ""
            try book.release(
                group.map(\.number), from: first, by: "\(document) \(change) \(first.iso)")
        }
    }

    /// - Throws: `decree-fund-short`, with all funds that have not enough.
    private func promise(_ lines: [DecreeLine]) throws(Problem) {
        let funds = Dictionary(
            try FundTable.all(writer).map { ($0.id, $0) }
        ) { first, _ in first }
        var promises: [CoverBook.Promise] = []
        var needed: [String: Rupiah] = [:]
        for line in lines {
            let name = DecreeLineName(decree: decree.id, line: line.line)
            for span in line.funding {
                guard let fund = funds[span.fund] else { throw Problem.storeDamaged("fund") }
                for month in span.months.lowerBound.number...span.months.upperBound.number {
                    let month = Month(number: month)
                    guard let price = prices.price(month, fund.source, line.occupation) else {
                        throw Problem.storeFailed("cover price")
                    }
                    promises.append(
                        CoverBook.Promise(
                            number: line.number, month: month, fund: fund.id, decree: name,
                            price: price))
                    needed[fund.id, default: .zero] += price
                }
            }
        }
        try requireUnpaid()
        try requireMoney(needed, funds)
        try book.promise(promises, by: document)
    }

    /// - Throws: `amendment-line` for a month that somebody pays already.
    private func requireUnpaid() throws(Problem) {
        let paid = try writer.first(
            """
            SELECT l.number FROM decree_line_fund f
            JOIN decree_line l ON l.decree_id = f.decree_id AND l.line = f.line
            JOIN cover_month c ON c.number = l.number
                AND c.month BETWEEN f.first_month AND f.last_month
            WHERE f.decree_id = $1 ORDER BY l.line LIMIT 1
            """, [SQLValue(decree.id)]
        ) { fields in fields.text() }
        if let paid { throw Problem.amendmentLine(paid) }
    }

    private func requireMoney(
        _ needed: [String: Rupiah], _ funds: [String: Fund]
    ) throws(Problem) {
        let accounts = try LedgerReading.accounts(of: needed.keys.sorted(), writer)
            .filter { $0.name.kind == .available }
        let available = Dictionary(
            accounts.map { ($0.name.fund, $0.balance.free(.available)) }
        ) { first, _ in first }
        let short = needed.sorted { $0.key < $1.key }.compactMap { id, amount in
            let free = available[id] ?? .zero
            return free < amount
                ? (title: funds[id]?.title ?? id, needed: amount, available: free) : nil
        }
        guard short.isEmpty else { throw Problem.decreeFundShort(short) }
    }
}

/// Adds those who were never members.
struct MemberInserting {
    let decree: Int
    let sealer: Sealer
    let writer: any SQLWriter

    private static let columns = [
        "id", "number", "cohort", "name", "name_key", "birth", "nik_sealed", "nik_index",
        "district", "village", "rt", "rw", "occupation", "state", "decree_id", "line",
        "first_month", "last_month", "version",
    ]

    func insert(_ rows: [DecreeLines.Row]) throws(Problem) {
        var id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM member")
        var values: [SQLValue] = []
        values.reserveCapacity(rows.count * MemberInserting.columns.count)
        for row in rows {
            id += 1
            let line = row.line
            guard let months = line.months else { throw Problem.annexDiffers() }
            values += [SQLValue(id), .text(line.number), .text(Member.programmeCohort)]
            values += [.text(line.name), .text(NameSpelling.canonical(line.name))]
            values.append(SQLValue(row.birth.map { Int($0.number) }))
            if let nik = line.nik {
                let box = try sealer.seal(Sealer.bytes(nik.digits), .memberNIK, row: id)
                values += [.bytes(box), .bytes(sealer.index(of: nik))]
            } else {
                values += [.null, .null]
            }
            values += [SQLValue(line.district?.description)]
            values += [SQLValue(line.village?.description), SQLValue(line.rt)]
            values += [SQLValue(line.rw), SQLValue(line.occupation)]
            values += [.text(MemberState.determined.rawValue), SQLValue(decree)]
            values += [SQLValue(line.line), SQLValue(months.lowerBound)]
            values += [SQLValue(months.upperBound), 1]
        }
        try writer.insert(into: "member", MemberInserting.columns, values)
    }
}
