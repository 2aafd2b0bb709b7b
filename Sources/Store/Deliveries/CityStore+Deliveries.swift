package import Civic

extension CityStore {
    /// The lists of the latest run in the order in which they were read: all of them, or those of
    /// one agency. They tell nothing about single people, so places do not narrow them.
    package func deliveries(of agency: String? = nil) async throws(Problem) -> [DeliveryRecord] {
        try await engine.read { reader throws(Problem) in
            let reading = DeliveryReading(reader: reader)
            return try reading.records().filter { agency == nil || $0.agency == agency }
        }
    }
}

struct DeliveryReading {
    let reader: any SQLReader

    func records() throws(Problem) -> [DeliveryRecord] {
        let faults = try faults()
        let warnings = try warnings()
        return try reader.all(
            """
            SELECT id, source, file, agency, digest, rows_read, rows_linked, rows_rejected,
            rows_idle, people, data_day, received_at
            FROM delivery ORDER BY id
            """
        ) { fields in
            let id = fields.int()
            return DeliveryRecord(
                source: fields.text(), file: fields.text(), agency: fields.text(),
                digest: fields.text(), read: fields.int(), linked: fields.int(),
                rejected: fields.int(), idle: fields.int(), people: fields.int(),
                dataDay: fields.day(), receivedAt: Instant(milliseconds: fields.integer()),
                faults: faults[id] ?? [:], warnings: warnings[id] ?? [])
        }
    }

    private func faults() throws(Problem) -> [Int: [String: Int]] {
        var found: [Int: [String: Int]] = [:]
        let sql = "SELECT delivery_id, code, count FROM delivery_fault"
        try reader.scan(sql, []) { row throws(Problem) in
            found[Int(row.integer(0)), default: [:]][row.text(1)] = Int(row.integer(2))
        }
        return found
    }

    private func warnings() throws(Problem) -> [Int: [DeliveryWarning]] {
        var found: [Int: [DeliveryWarning]] = [:]
        try reader.scan(
            """
            SELECT delivery_id, code, sentence_id, sentence_en FROM delivery_warning
            ORDER BY delivery_id, place
            """, []
        ) { row throws(Problem) in
            let warning = DeliveryWarning(
                code: row.text(1), sentence: Phrase(row.text(2), en: row.text(3)))
            found[Int(row.integer(0)), default: []].append(warning)
        }
        return found
    }
}
