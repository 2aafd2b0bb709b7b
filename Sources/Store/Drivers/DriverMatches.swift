import Civic
import Programme

/// Finds the people that rows of drivers are about, some hundred rows at a time.
struct DriverMatches {
    let sealer: Sealer
    let reader: any SQLReader

    /// So many values go into one query.
    private static let chunk = 400

    /// The people with each number, by number.
    func byNIK(_ niks: [NIK]) throws(Problem) -> [NIK: [DriverMatch]] {
        var numbers: [[UInt8]: NIK] = [:]
        for nik in niks { for index in sealer.indexes(of: nik) { numbers[index] = nik } }
        var found: [NIK: [DriverMatch]] = [:]
        try chunks(of: numbers.keys.map { .bytes($0) }) { list, values throws(Problem) in
            try reader.scan(
                """
                SELECT \(DriverMatches.columns), p.nik_index FROM person p
                WHERE p.nik_index IN (\(list))
                """, values
            ) { row throws(Problem) in
                guard let nik = numbers[row.bytes(DriverMatches.columnCount)] else { return }
                found[nik, default: []].append(try person(row))
            }
        }
        return found
    }

    /// The people of each name, by its canonical spelling.
    func byName(_ keys: Set<String>) throws(Problem) -> [String: [DriverMatch]] {
        var found: [String: [DriverMatch]] = [:]
        try chunks(of: keys.sorted().map { .text($0) }) { list, values throws(Problem) in
            try reader.scan(
                "SELECT \(DriverMatches.columns) FROM person p WHERE p.name_key IN (\(list))",
                values
            ) { row throws(Problem) in
                let person = try person(row)
                found[person.nameKey, default: []].append(person)
            }
        }
        return found
    }

    /// Those of `niks` that the platform of `list` sent in a list before it, which goes out at `sentAt`.
    func sentBefore(
        _ niks: [NIK], list: DriverList, sentAt: Instant
    ) throws(Problem) -> Set<NIK> {
        var numbers: [[UInt8]: NIK] = [:]
        for nik in niks { for index in sealer.indexes(of: nik) { numbers[index] = nik } }
        var found: Set<NIK> = []
        try chunks(of: numbers.keys.map { .bytes($0) }) { marks, values throws(Problem) in
            var values = values
            values += [.text(list.agency), .integer(sentAt.milliseconds), SQLValue(list.id)]
            let last = values.count
            try reader.scan(
                """
                SELECT r.nik_index FROM driver_row r JOIN driver_list l ON l.id = r.list_id
                WHERE r.nik_index IN (\(marks)) AND r.agency = $\(last - 2)
                AND (l.sent_at < $\(last - 1) OR (l.sent_at = $\(last - 1) AND l.id < $\(last)))
                """, values
            ) { row throws(Problem) in
                if let nik = numbers[row.bytes(0)] { found.insert(nik) }
            }
        }
        return found
    }

    private static let columns = """
        p.number, p.name_key, p.birth, CASE WHEN p.nik_index IS NULL THEN 0 ELSE 1 END, p.standing, p.reasons
        """
    private static let columnCount = 6

    private func person(_ row: any SQLRow) throws(Problem) -> DriverMatch {
        guard let standing = KnownStanding(rawValue: row.text(4)) else {
            throw Problem.storeDamaged("person.standing")
        }
        return DriverMatch(
            number: row.text(0), nameKey: row.text(1),
            birth: row.isNull(2) ? nil : Day(number: Int32(truncatingIfNeeded: row.integer(2))),
            hasNIK: row.integer(3) != 0, standing: standing,
            reasons: row.text(5).split(separator: ";").map(String.init))
    }

    private func chunks(
        of values: [SQLValue], _ body: (String, [SQLValue]) throws(Problem) -> Void
    ) throws(Problem) {
        for start in stride(from: 0, to: values.count, by: DriverMatches.chunk) {
            let part = values[start..<min(start + DriverMatches.chunk, values.count)]
            var sql = SQLText()
            let list = sql.bind(Array(part))
            try body(list, sql.values)
        }
    }
}
