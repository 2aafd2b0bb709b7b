import Civic
import Programme

/// Rows of the tables of waves and of the funds they may use.
enum WaveTable {
    /// What the journal calls a wave.
    static func subject(_ id: Int) -> String { "wave-\(id)" }

    static func waves(_ reader: any SQLReader) throws(Problem) -> [Wave] {
        try waves(where: "1 = 1", [], reader)
    }

    static func wave(_ id: Int, _ reader: any SQLReader) throws(Problem) -> Wave? {
        try waves(where: "w.id = $1", [SQLValue(id)], reader).first
    }

    /// Newest first.
    private static func waves(
        where condition: String, _ values: [SQLValue], _ reader: any SQLReader
    ) throws(Problem) -> [Wave] {
        var funds: [Int: [String]] = [:]
        let sql = """
            SELECT f.wave_id, f.fund FROM wave_fund f JOIN wave w ON w.id = f.wave_id
            WHERE \(condition) ORDER BY f.wave_id, f.place
            """
        try reader.scan(sql, values) { row throws(Problem) in
            funds[Int(row.integer(0)), default: []].append(row.text(1))
        }
        return try reader.all(
            """
            SELECT w.id, w.title, w.quota, w.first_month, w.months, w.state, w.version,
            w.branch_confirmed_by, w.branch_confirmed_at, w.seed, w.rule, w.digest, w.frozen_by,
            w.frozen_at, (SELECT SUM(q.eligible) FROM wave_quota q WHERE q.wave_id = w.id),
            (SELECT SUM(q.places) FROM wave_quota q WHERE q.wave_id = w.id)
            FROM wave w WHERE \(condition) ORDER BY w.id DESC
            """, values
        ) { fields throws(Problem) in try wave(&fields, funds) }
    }

    private static func wave(
        _ fields: inout SQLFields, _ funds: [Int: [String]]
    ) throws(Problem) -> Wave {
        let (id, title, quota) = (fields.int(), fields.text(), fields.int())
        let (first, months) = (fields.month(), fields.int())
        guard let state = WaveState(rawValue: fields.text()) else {
            throw Problem.storeDamaged("wave.state")
        }
        let version = fields.int()
        let (confirmer, confirmedAt) = (fields.optionalText(), fields.optionalInt())
        var confirmed: WaveConfirmation?
        if let confirmer, let confirmedAt {
            confirmed = WaveConfirmation(
                actor: confirmer, at: Instant(milliseconds: Int64(confirmedAt)))
        }
        return Wave(
            id: id,
            plan: NewWave(
                title: title, quota: quota, months: first...(first + (months - 1)),
                funds: funds[id] ?? []),
            state: state, order: try order(&fields), branchConfirmed: confirmed, version: version)
    }

    private static func order(_ fields: inout SQLFields) throws(Problem) -> FrozenOrder? {
        let (seed, rule) = (fields.text(), fields.optionalText())
        let (digest, actor) = (fields.optionalText(), fields.optionalText())
        let at = fields.optionalInt()
        let (eligible, chosen) = (fields.optionalInt() ?? 0, fields.optionalInt() ?? 0)
        guard let digest, let at else { return nil }
        guard let seed = UInt64(seed), let rule = rule.flatMap(WaveRule.init(text:)) else {
            throw Problem.storeDamaged("wave.seed")
        }
        return FrozenOrder(
            seed: seed, rule: rule, digest: digest, actor: actor ?? "",
            at: Instant(milliseconds: Int64(at)), eligible: eligible, chosen: chosen)
    }

    static func insert(
        _ wave: NewWave, by act: Act, _ writer: any SQLWriter
    ) throws(Problem) -> Int {
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM wave") + 1
        try writer.execute(
            """
            INSERT INTO wave (id, title, quota, first_month, months, state, seed, key, actor, at,
            version) VALUES ($1, $2, $3, $4, $5, 'draft', '', $6, $7, $8, 1)
            """,
            [
                SQLValue(id), .text(wave.title), SQLValue(wave.quota),
                SQLValue(wave.months.lowerBound), SQLValue(count(wave.months)),
                SQLValue(act.key), .text(act.actor), .integer(act.at.milliseconds),
            ])
        try insert(wave.funds, of: id, writer)
        return id
    }

    static func update(
        _ id: Int, to wave: NewWave, _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.execute(
            """
            UPDATE wave SET title = $2, quota = $3, first_month = $4, months = $5,
            branch_confirmed_at = NULL, branch_confirmed_by = NULL, version = version + 1
            WHERE id = $1
            """,
            [
                SQLValue(id), .text(wave.title), SQLValue(wave.quota),
                SQLValue(wave.months.lowerBound), SQLValue(count(wave.months)),
            ])
        try writer.execute("DELETE FROM wave_fund WHERE wave_id = $1", [SQLValue(id)])
        try insert(wave.funds, of: id, writer)
    }

    private static func insert(
        _ funds: [String], of id: Int, _ writer: any SQLWriter
    ) throws(Problem) {
        var values: [SQLValue] = []
        for (place, fund) in funds.enumerated() {
            values += [SQLValue(id), SQLValue(place + 1), .text(fund)]
        }
        try writer.insert(into: "wave_fund", ["wave_id", "place", "fund"], values)
    }

    private static func count(_ months: ClosedRange<Month>) -> Int {
        months.upperBound - months.lowerBound + 1
    }
}
