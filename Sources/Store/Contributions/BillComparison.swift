import Civic
import Programme

/// Compares a bill with the insurer's, in sets.
struct BillComparison {
    let bill: Bill
    let act: Act
    let sealer: Sealer
    let writer: any SQLWriter

    private static let batch = 1000

    /// By what only the sum and the count are known of.
    func compare(people: Int?, amount: Rupiah, code: String) throws(Problem) {
        try clear()
        if amount != bill.amount || (people.map { $0 != bill.people } ?? false) {
            try writer.execute(
                """
                INSERT INTO bill_difference (bill_id, place, kind, ours, theirs)
                VALUES ($1, 1, $2, $3, $4)
                """,
                [
                    SQLValue(bill.id), .text(BillDifferenceKind.total.rawValue),
                    SQLValue(bill.amount), SQLValue(amount),
                ])
        }
        try note(people: people, amount: amount, code: code, file: nil)
    }

    /// Name by name.
    func compare(_ theirs: InsurerBill) throws(Problem) {
        let file = try file(theirs)
        try compare(file: file, code: theirs.billingCode)
    }

    /// With a file that was read before.
    func compare(file: Int, code: String?) throws(Problem) {
        try clear()
        try writer.execute(
            """
            INSERT INTO bill_difference (bill_id, place, kind, number, stranger, line, ours, theirs)
            SELECT \(bill.id), ROW_NUMBER() OVER (ORDER BY d.kind, d.number, d.line), d.kind,
            d.number, d.stranger, d.line, d.ours, d.theirs FROM (
                SELECT 'ours-only' AS kind, c.number AS number, CAST(NULL AS BIGINT) AS stranger,
                CAST(NULL AS BIGINT) AS line, c.amount AS ours, 0 AS theirs
                FROM cover_month c WHERE c.bill_id = \(bill.id) AND NOT EXISTS (
                    SELECT 1 FROM insurer_line l
                    WHERE l.number = c.number AND l.file_id = \(file))
                UNION ALL
                SELECT 'amount', c.number, CAST(NULL AS BIGINT), MIN(l.line), c.amount,
                SUM(l.amount) FROM cover_month c JOIN insurer_line l
                ON l.number = c.number AND l.file_id = \(file) WHERE c.bill_id = \(bill.id)
                GROUP BY c.number, c.amount HAVING SUM(l.amount) <> c.amount
                UNION ALL
                SELECT 'theirs-only', l.number, l.stranger, l.line, 0, l.amount
                FROM insurer_line l WHERE l.file_id = \(file) AND NOT EXISTS (
                    SELECT 1 FROM cover_month c WHERE c.number = l.number
                    AND c.month = \(bill.month.number) AND c.bill_id = \(bill.id))
            ) d
            """)
        let sums = try writer.first(
            "SELECT COUNT(*), COALESCE(SUM(amount), 0) FROM insurer_line WHERE file_id = $1",
            [SQLValue(file)]
        ) { fields in (people: fields.int(), amount: Rupiah(fields.integer())) }
        try note(
            people: sums?.people, amount: sums?.amount ?? .zero, code: code ?? bill.billingCode,
            file: file)
    }

    private func clear() throws(Problem) {
        try writer.execute(
            "DELETE FROM bill_difference WHERE bill_id = $1", [SQLValue(bill.id)])
    }

    private func note(
        people: Int?, amount: Rupiah, code: String?, file: Int?
    ) throws(Problem) {
        try writer.execute(
            """
            UPDATE bill SET billing_code = $2, billed_people = $3, billed_amount = $4,
            insurer_file = $5, version = version + 1 WHERE id = $1
            """,
            [
                SQLValue(bill.id), SQLValue(code), SQLValue(people), SQLValue(amount),
                SQLValue(file),
            ])
    }

    // MARK: The insurer's file

    /// The number of the file, which is kept once; its lines bear our numbers where we know whom
    /// they mean.
    private func file(_ theirs: InsurerBill) throws(Problem) -> Int {
        let known = try writer.first(
            """
            SELECT id, kind, month, fund FROM insurer_file WHERE way = 'in' AND digest = $1
            """, [.text(theirs.digest)]
        ) { fields in
            (
                id: fields.int(), kind: fields.text(), month: fields.month(),
                fund: fields.optionalText()
            )
        }
        if let known {
            guard known.kind == "bill", known.month == bill.month, known.fund == bill.fund else {
                throw Problem.insurerBillTaken()
            }
            return known.id
        }
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM insurer_file") + 1
        try writer.execute(
            """
            INSERT INTO insurer_file (id, way, kind, month, fund, name, digest, lines, channel,
            tries, actor, at) VALUES ($1, 'in', 'bill', $2, $3, $4, $5, $6, 'file', 1, $7, $8)
            """,
            [
                SQLValue(id), SQLValue(bill.month), .text(bill.fund), .text(theirs.fileName),
                .text(theirs.digest), SQLValue(theirs.lines.count), .text(act.actor),
                .integer(act.at.milliseconds),
            ])
        for start in stride(from: 0, to: theirs.lines.count, by: BillComparison.batch) {
            let end = min(start + BillComparison.batch, theirs.lines.count)
            try keep(Array(theirs.lines[start..<end]), of: id)
        }
        return id
    }

    private func keep(_ lines: [InsurerBill.Line], of file: Int) throws(Problem) {
        let known = try InsurerNames(sealer: sealer, writer).numbers(of: lines)
        var stranger = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM insurer_stranger")
        var (rows, strangers): ([SQLValue], [SQLValue]) = ([], [])
        for (line, number) in zip(lines, known) {
            var unknown: Int?
            if number == nil {
                stranger += 1
                unknown = stranger
                strangers += try box(line, id: stranger, file)
            }
            let effect = number == nil ? LineEffect.stranger : .list
            rows += [SQLValue(file), SQLValue(line.row), .text(effect.rawValue)]
            rows += [SQLValue(number), SQLValue(unknown)]
            rows += [.text("listed"), SQLValue(line.participant), SQLValue(line.amount)]
        }
        try writer.insert(
            into: "insurer_stranger",
            ["id", "file_id", "line", "name", "nik_sealed", "nik_index", "participant"], strangers)
        try writer.insert(
            into: "insurer_line",
            [
                "file_id", "line", "effect", "number", "stranger", "answer", "participant",
                "amount",
            ], rows)
    }

    private func box(
        _ line: InsurerBill.Line, id: Int, _ file: Int
    ) throws(Problem) -> [SQLValue] {
        var sealed: [UInt8]?
        var index: [UInt8]?
        if let nik = line.nik {
            sealed = try sealer.seal(Sealer.bytes(nik.digits), .strangerNIK, row: id)
            index = sealer.index(of: nik)
        }
        return [
            SQLValue(id), SQLValue(file), SQLValue(line.row), .text(line.name), SQLValue(sealed),
            SQLValue(index), SQLValue(line.participant),
        ]
    }
}

/// Finds the members whom lines of the insurer mean: by NIK, else by the insurer's number.
struct InsurerNames {
    private let sealer: Sealer
    private let reader: any SQLReader

    init(sealer: Sealer, _ reader: any SQLReader) {
        self.sealer = sealer
        self.reader = reader
    }

    /// One for each line; nil where nobody is meant whom we know.
    func numbers(of lines: [InsurerBill.Line]) throws(Problem) -> [String?] {
        let indexes = lines.flatMap { $0.nik.map(sealer.indexes) ?? [] }
        let byNIK = try found("nik_index", indexes.map { .bytes($0) }) { fields in fields.bytes() }
        let participants = lines.compactMap(\.participant)
        let byParticipant = try found("participant", participants.map { .text($0) }) { fields in
            fields.text()
        }
        return lines.map { line in
            let hit = line.nik.flatMap { nik in
                sealer.indexes(of: nik).lazy.compactMap { byNIK[$0] }.first
            }
            return hit ?? line.participant.flatMap { byParticipant[$0] }
        }
    }

    private func found<Key: Hashable>(
        _ column: String, _ values: [SQLValue], _ key: (inout SQLFields) -> Key
    ) throws(Problem) -> [Key: String] {
        guard !values.isEmpty else { return [:] }
        var sql = SQLText()
        let rows = try reader.all(
            "SELECT \(column), number FROM member WHERE \(column) IN (\(sql.bind(values)))",
            sql.values
        ) { fields in (key: key(&fields), number: fields.text()) }
        return Dictionary(rows.map { ($0.key, $0.number) }) { first, _ in first }
    }
}
