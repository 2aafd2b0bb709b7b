import Civic
import Crypto
import Programme

/// Freezes the annex of a draft: lines that never change, identities that are sealed, and the
/// digests of both editions.
struct DecreeFreezing {
    let sealer: Sealer
    let writer: any SQLWriter

    private static let lineColumns = [
        "decree_id", "line", "change", "number", "district", "village", "occupation", "fund",
        "first_month", "last_month", "ended_month", "cause",
    ]
    private static let fundColumns = ["decree_id", "line", "first_month", "last_month", "fund"]
    private static let identityColumns = [
        "id", "decree_id", "line", "number", "name", "birth", "rt", "rw", "nik_sealed",
        "nik_index",
    ]

    /// - Returns: the lines, in order.
    /// - Throws: `decree-empty` when nobody is left on the draft.
    func freeze(_ decree: Decree) throws(Problem) -> [DecreeLine] {
        let people = try DraftLines(sealer: sealer, reader: writer).rows(of: decree.id)
        guard !people.isEmpty else { throw Problem.decreeEmpty() }
        let births = Dictionary(people.map { ($0.line.number, $0.birth) }) { first, _ in first }
        let lines = people.map(\.line).numbered()
        try insert(lines, decree.id)
        try insertIdentities(lines, births, decree.id)
        let digests = AnnexDigests(lines, of: decree.kind)
        try writer.execute(
            "UPDATE decree SET lines = $2, digest = $3, public_digest = $4 WHERE id = $1",
            [
                SQLValue(decree.id), SQLValue(lines.count), .text(digests.restricted),
                .text(digests.open),
            ])
        return lines
    }

    private func insert(_ lines: [DecreeLine], _ id: Int) throws(Problem) {
        var rows: [SQLValue] = []
        var funds: [SQLValue] = []
        rows.reserveCapacity(lines.count * DecreeFreezing.lineColumns.count)
        for line in lines {
            let months = line.months
            rows += [SQLValue(id), SQLValue(line.line), .text(line.change.rawValue)]
            rows += [.text(line.number), SQLValue(line.district?.description)]
            rows += [SQLValue(line.village?.description), SQLValue(line.occupation)]
            rows.append(SQLValue(line.funding.first?.fund))
            rows.append(SQLValue(months.map { Int($0.lowerBound.number) }))
            rows.append(SQLValue(months.map { Int($0.upperBound.number) }))
            rows.append(SQLValue(line.endedMonth.map { Int($0.number) }))
            rows.append(SQLValue(line.cause))
            for span in line.funding {
                funds += [SQLValue(id), SQLValue(line.line), SQLValue(span.months.lowerBound)]
                funds += [SQLValue(span.months.upperBound), .text(span.fund)]
            }
        }
        try writer.insert(into: "decree_line", DecreeFreezing.lineColumns, rows)
        try writer.insert(into: "decree_line_fund", DecreeFreezing.fundColumns, funds)
    }

    private func insertIdentities(
        _ lines: [DecreeLine], _ births: [String: Day?], _ id: Int
    ) throws(Problem) {
        var row = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM decree_identity")
        var values: [SQLValue] = []
        for line in lines {
            row += 1
            values += [SQLValue(row), SQLValue(id), SQLValue(line.line), .text(line.number)]
            values += [
                .text(line.name), SQLValue((births[line.number] ?? nil).map { Int($0.number) }),
            ]
            values += [SQLValue(line.rt), SQLValue(line.rw)]
            guard let nik = line.nik else {
                values += [.null, .null]
                continue
            }
            let box = try sealer.seal(Sealer.bytes(nik.digits), .decreeNIK, row: row)
            values += [.bytes(box), .bytes(sealer.index(of: nik))]
        }
        try writer.insert(into: "decree_identity", DecreeFreezing.identityColumns, values)
    }
}

/// SHA-256 of both editions of an annex, in hexadecimal digits.
struct AnnexDigests: Hashable {
    let restricted: String
    let open: String

    init(_ lines: [DecreeLine], of kind: DecreeKind) {
        func digest(_ edition: AnnexText.Edition) -> String {
            let text = AnnexText(edition, of: kind)
            var hash = SHA256()
            func add(_ part: String) { hash.update(data: Array(part.utf8)) }
            add(text.head)
            for line in lines { add(text.row(line)) }
            add(text.end(lines.count))
            return Hexadecimal.text(Array(hash.finalize()))
        }
        restricted = digest(.restricted)
        open = digest(.open)
    }
}
