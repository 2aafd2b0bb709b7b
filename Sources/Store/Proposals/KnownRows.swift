package import Civic

/// What the city knows about the people of some rows.
package struct KnownRows: Sendable {
    /// The first person with a number.
    package internal(set) var byNIK: [NIK: KnownPerson] = [:]
    package internal(set) var byName: [NameAndBirth: [KnownPerson]] = [:]
    /// Numbers on lists that were sent before.
    package internal(set) var sentNIK: [NIK: EarlierProposal] = [:]
    package internal(set) var sentName: [NameAndBirth: EarlierProposal] = [:]
    /// Rows of the same list with a number, in order.
    package internal(set) var listed: [NIK: [ListedRow]] = [:]

    package init() {}

    /// Forgets what was kept of these records of the list.
    package mutating func dropListed(_ records: Set<Int>) {
        for (nik, rows) in listed { listed[nik] = rows.filter { !records.contains($0.record) } }
    }

    package mutating func addListed(_ row: ListedRow, under nik: NIK) {
        listed[nik, default: []].append(row)
        listed[nik]?.sort { $0.record < $1.record }
    }
}

/// What tells somebody without a number.
package struct NameAndBirth: Sendable, Hashable {
    /// As ``NameSpelling/canonical(_:)`` makes it.
    package let nameKey: String
    package let birth: Day

    package init(nameKey: String, birth: Day) {
        self.nameKey = nameKey
        self.birth = birth
    }
}

/// Somebody whom the city knows already.
package struct KnownPerson: Sendable, Hashable {
    package let id: Int
    package let number: String
    package let name: String
    package let nameKey: String
    package let birth: Day?
    package let sex: Sex?
    package let nik: NIK?
    package let standing: PersonStanding
    package let reasons: [String]
    package let place: PlaceCode?
    package let proposed: Day?
    /// Stands on a list of those who propose people.
    package let isNominated: Bool
}

/// A list that was sent before with the same person.
package struct EarlierProposal: Sendable, Hashable {
    package let list: Int
    package let rw: Int?
    package let sentAt: Instant
}

/// Another row of the same list.
package struct ListedRow: Sendable, Hashable {
    package let record: Int
    package let nameKey: String

    package init(record: Int, nameKey: String) {
        self.record = record
        self.nameKey = nameKey
    }
}

extension CityStore {
    /// What is known about these numbers and names, in a few queries for all of them.
    ///
    /// - Parameters:
    ///   - niks: the numbers of the rows.
    ///   - names: names with birth dates.
    ///   - list: the list whose rows these are.
    ///   - nominator: id of the agency under whose name proposals come in.
    /// - Returns: what was found of them.
    /// - Throws: what the store throws.
    package func knownRows(
        niks: Set<NIK>, names: Set<NameAndBirth>, beside list: Int, nominator: String?
    ) async throws(Problem) -> KnownRows {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let lookup = KnownLookup(
                sealer: try sealer.named(by: reader), reader: reader, nominator: nominator ?? "")
            var known = KnownRows()
            try lookup.find(niks, beside: list, &known)
            try lookup.find(names, beside: list, &known)
            return known
        }
    }
}

/// Looks up sets of people.
struct KnownLookup {
    let sealer: Sealer
    let reader: any SQLReader
    let nominator: String

    /// So many are asked for at once.
    private static let setSize = 400

    func find(
        _ niks: Set<NIK>, beside list: Int, _ known: inout KnownRows
    ) throws(Problem) {
        for part in Array(niks).parts(of: KnownLookup.setSize) {
            var ofIndex: [[UInt8]: NIK] = [:]
            for nik in part { for index in sealer.indexes(of: nik) { ofIndex[index] = nik } }
            let indexes = ofIndex.keys.map { SQLValue.bytes($0) }
            for (index, person) in try people(
                { "p.nik_index IN (\($0.bind(indexes)))" })
            {
                guard let index, let nik = ofIndex[index], known.byNIK[nik] == nil else { continue }
                known.byNIK[nik] = person
            }
            try findRows(indexes, ofIndex, beside: list, &known)
        }
    }

    private func findRows(
        _ indexes: [SQLValue], _ ofIndex: [[UInt8]: NIK], beside list: Int,
        _ known: inout KnownRows
    ) throws(Problem) {
        var sql = SQLText()
        let set = sql.bind(indexes)
        var found: [(NIK, EarlierProposal?, Int, ListedRow)] = []
        try reader.scan(
            """
            SELECT r.nik_index, r.list_id, r.record, r.name_key, r.rw, l.rw, l.sent_at
            FROM proposal_row r JOIN proposal_list l ON l.id = r.list_id
            WHERE r.nik_index IN (\(set)) AND r.state <> 'ignored' ORDER BY r.list_id, r.record
            """, sql.values
        ) { row throws(Problem) in
            guard let nik = ofIndex[row.bytes(0)] else { return }
            let earlier =
                row.isNull(6)
                ? nil
                : EarlierProposal(
                    list: Int(row.integer(1)), rw: KnownLookup.rw(row, 4, 5),
                    sentAt: Instant(milliseconds: row.integer(6)))
            found.append(
                (
                    nik, earlier, Int(row.integer(1)),
                    ListedRow(record: Int(row.integer(2)), nameKey: row.text(3))
                ))
        }
        for (nik, earlier, owner, row) in found {
            if owner == list {
                known.listed[nik, default: []].append(row)
            } else if let earlier, known.sentNIK[nik] == nil {
                known.sentNIK[nik] = earlier
            }
        }
    }

    func find(
        _ names: Set<NameAndBirth>, beside list: Int, _ known: inout KnownRows
    ) throws(Problem) {
        for part in Array(names).parts(of: KnownLookup.setSize) {
            let wanted = Set(part)
            let keys = Set(part.map(\.nameKey)).map { SQLValue.text($0) }
            for (_, person) in try people({ "p.name_key IN (\($0.bind(keys)))" }) {
                guard let birth = person.birth else { continue }
                let name = NameAndBirth(nameKey: person.nameKey, birth: birth)
                if wanted.contains(name) { known.byName[name, default: []].append(person) }
            }
            var sql = SQLText()
            let set = sql.bind(keys)
            try reader.scan(
                """
                SELECT r.name_key, r.birth, r.list_id, r.rw, l.rw, l.sent_at
                FROM proposal_row r JOIN proposal_list l ON l.id = r.list_id
                WHERE r.name_key IN (\(set)) AND r.state = 'sent' AND r.birth IS NOT NULL
                ORDER BY r.list_id
                """, sql.values
            ) { row throws(Problem) in
                let name = NameAndBirth(
                    nameKey: row.text(0), birth: Day(number: Int32(clamping: row.integer(1))))
                guard wanted.contains(name), Int(row.integer(2)) != list,
                    known.sentName[name] == nil
                else { return }
                known.sentName[name] = EarlierProposal(
                    list: Int(row.integer(2)), rw: KnownLookup.rw(row, 3, 4),
                    sentAt: Instant(milliseconds: row.integer(5)))
            }
        }
    }

    /// The row's own neighbourhood, else the list's.
    private static func rw(_ row: any SQLRow, _ own: Int, _ list: Int) -> Int? {
        if !row.isNull(own) { return Int(row.integer(own)) }
        return row.isNull(list) ? nil : Int(row.integer(list))
    }

    /// People that a condition on `p` describes, with the index of their number.
    func people(
        _ condition: (inout SQLText) -> String
    ) throws(Problem) -> [(index: [UInt8]?, person: KnownPerson)] {
        var sql = SQLText()
        let agency = sql.bind(.text(nominator))
        let isWanted = condition(&sql)
        let summaries = SummaryReading(sealer: sealer)
        return try reader.all(
            """
            SELECT p.nik_index, p.id, p.number, p.name, p.name_key, p.birth, p.sex, p.nik_sealed,
            p.standing, p.reasons, p.district, p.village, p.proposed,
            CASE WHEN EXISTS (SELECT 1 FROM person_agency a WHERE a.agency = \(agency)
            AND a.name_key = p.name_key AND a.person_id = p.id) THEN 1 ELSE 0 END
            FROM person p WHERE \(isWanted) ORDER BY p.id
            """, sql.values
        ) { fields throws(Problem) in
            let (index, id) = (fields.optionalBytes(), fields.int())
            let (number, name, nameKey) = (fields.text(), fields.text(), fields.text())
            let birth = fields.day()
            let sex = fields.optionalInt().flatMap {
                Sex(rawValue: UInt8(truncatingIfNeeded: $0))
            }
            let nik = try summaries.nik(fields.optionalBytes(), .nik, id)
            guard let standing = PersonStanding(rawValue: fields.text()) else {
                throw Problem.storeDamaged("person.standing")
            }
            let reasons = fields.text().split(separator: ";").map(String.init)
            let (district, village) = (fields.place(), fields.place())
            return (
                index,
                KnownPerson(
                    id: id, number: number, name: name, nameKey: nameKey, birth: birth, sex: sex,
                    nik: nik, standing: standing, reasons: reasons, place: village ?? district,
                    proposed: fields.day(), isNominated: fields.int() == 1)
            )
        }
    }
}
