import Civic
import Programme

/// Turns the rows of one list into people, beside those who are there.
struct ProposalWriter {
    let list: Int
    let sending: ProposalSending
    let sealer: Sealer
    let receivedAt: Instant
    let writer: any SQLWriter

    func send(by act: Act) throws(Problem) -> ProposalReceipt {
        try requireUnchanged()
        let receipt = try ProposalReceipt.next(
            sending.receiptPrefix, year: sending.year, writer)
        let before = PersonLoader.Before(
            // Whoever was joined to somebody else comes back under the same id.
            people: try writer.integer(
                """
                SELECT MAX(id) FROM (SELECT id FROM person UNION ALL SELECT id FROM shelved_person)
                AS everybody
                """),
            deliveries: try writer.integer("SELECT MAX(id) FROM delivery"))
        guard let delivery = sending.run.deliveries.first else { throw Problem.proposalMoved() }
        try insert(delivery, id: before.deliveries + 1, receipt)
        let (numbers, totals) = try addPeople(after: before)
        let attached = try attach(to: before.deliveries + 1, delivery.agency)
        var counts = totals.sheet.counts
        for (key, count) in attached.counts {
            counts[.agency(delivery.agency), default: [:]][key, default: 0] += count
        }
        try TallyTable(writer: writer).add(counts)
        try writer.execute(
            "UPDATE delivery SET people = $1 WHERE id = $2",
            [SQLValue(totals.count + attached.people), SQLValue(before.deliveries + 1)])
        try insertPairs(after: before.people, totals, attached.ids)
        try close(receipt, numbers.merging(attached.numbers) { first, _ in first }, by: act)
        return receipt
    }

    /// What was judged must be what is sent.
    private func requireUnchanged() throws(Problem) {
        var versions: [Int: Int] = [:]
        try writer.scan(
            "SELECT record, version FROM proposal_row WHERE list_id = $1 AND state = 'ready'",
            [SQLValue(list)]
        ) { row throws(Problem) in versions[Int(row.integer(0))] = Int(row.integer(1)) }
        guard versions == sending.versions else { throw Problem.proposalMoved() }
    }

    private func insert(
        _ delivery: ImportedDelivery, id: Int, _ receipt: ProposalReceipt
    ) throws(Problem) {
        try writer.insert(
            into: "delivery",
            [
                "id", "source", "file", "agency", "digest", "rows_read", "rows_linked",
                "rows_rejected", "rows_idle", "people", "data_day", "received_at",
            ],
            [
                SQLValue(id), .text("usulan-\(receipt.text)"),
                .text(delivery.file), .text(delivery.agency), .text(delivery.digest),
                SQLValue(delivery.read), SQLValue(delivery.linked), SQLValue(delivery.rejected),
                SQLValue(delivery.idle), 0, SQLValue(delivery.dataDay),
                .integer(receivedAt.milliseconds),
            ])
    }

    // MARK: Who is new

    /// The SIGAP number of each record, and what everybody comes to.
    private func addPeople(
        after before: PersonLoader.Before
    ) throws(Problem) -> ([Int: String], PersonTotals) {
        let numbering = try NumberBook(new: sealer, writer)
        var loader = PersonLoader(
            sending.run, sealer: sealer, erasedMarks: try ErasureTable.all(writer),
            numbers: numbering, cases: CaseBook(new: sending.run.verification, on: receivedAt),
            after: before)
        var ranks = try RankTail(writer)
        var numbers: [Int: String] = [:]
        try sending.run.people { found throws(Problem) in
            var person = found
            try ranks.place(&person)
            let number = try loader.add(person)
            for row in person.rows { numbers[row.record] = number.text }
            if let batch = loader.fullBatch() { try batch.write(to: writer) }
        }
        try loader.takeBatch().write(to: writer)
        if loader.totals.count > 0 {
            try Setting.put(.nextSerial, String(loader.totals.nextSerial), writer)
        }
        return (numbers, loader.totals)
    }

    // MARK: Who is known

    private struct Known {
        let id: Int
        let nameKey: String
        let nikIndex: [UInt8]?
        let isListed: Bool
        let group: PeopleGroup
        let place: PlaceCode?
        let rw: Int?
        let hasCase: Bool
    }

    private struct AttachTotals {
        /// Ids by SIGAP number.
        var ids: [String: Int] = [:]
        var numbers: [Int: String] = [:]
        /// Of people who were on no list of the agency before.
        var counts: [CountKey: Int] = [:]
        var people: Int { ids.count }
    }

    private func attach(to delivery: Int, _ agency: String) throws(Problem) -> AttachTotals {
        var totals = AttachTotals()
        let wanted = sending.attached.map(\.number) + sending.pairs.map(\.known)
        let known = try known(Set(wanted), agency)
        for item in sending.attached {
            guard let person = known[item.number] else { throw Problem.proposalMoved() }
            let isFirst = totals.ids.updateValue(person.id, forKey: item.number) == nil
            totals.numbers[item.row.record] = item.number
            try insert(item, of: person, delivery)
            if isFirst, !person.hasCase { try openCase(item.number, person) }
            guard isFirst, !person.isListed else { continue }
            try writer.execute(
                "INSERT INTO person_agency (agency, name_key, person_id) VALUES ($1, $2, $3)",
                [.text(agency), .text(person.nameKey), SQLValue(person.id)])
            for key in person.group.keys { totals.counts[key, default: 0] += 1 }
        }
        return totals
    }

    /// Whoever was proposed is owed an answer, even where a rule stands against it.
    private func openCase(_ number: String, _ known: Known) throws(Problem) {
        var person = ImportedPerson(
            number: PersonNumber(known: number), name: "", standing: known.group.standing)
        (person.place, person.rw) = (known.place, known.rw)
        person.occupation = known.group.occupation
        person.lane = known.group.standing.outcome == .review ? .look : .no
        let book = CaseBook(new: sending.run.verification, on: receivedAt)
        try writer.insert(
            into: "verification_case", CaseBook.columns,
            book.rows(of: person, nameKey: known.nameKey))
    }

    private func insert(
        _ item: ProposalSending.Attached, of person: Known, _ delivery: Int
    ) throws(Problem) {
        let row = item.row
        let isSame = row.nik.map { sealer.indexes(of: $0).contains(person.nikIndex ?? []) } ?? false
        var nik: [SQLValue] = [row.nik == nil ? "none" : "same", .null]
        if let other = row.nik, !isSame {
            nik = [
                "other",
                .bytes(try sealer.seal(Sealer.bytes(other.digits), .rowNIK, row: person.id)),
            ]
        }
        try writer.insert(
            into: "source_row",
            [
                "person_id", "delivery_id", "record", "name", "birth", "nik", "nik_sealed", "link",
                "weight",
            ],
            [
                SQLValue(person.id), SQLValue(delivery), SQLValue(row.record), .text(row.name),
                SQLValue(row.birth),
            ] + nik + [.text(row.link.rawValue), SQLValue(row.weight)])
        try writer.execute(
            """
            UPDATE person SET sources = sources + 1,
            proposed = CASE WHEN proposed IS NULL OR proposed > $2 THEN $2 ELSE proposed END
            WHERE id = $1
            """, [SQLValue(person.id), SQLValue(item.proposed)])
    }

    private func known(_ numbers: Set<String>, _ agency: String) throws(Problem) -> [String: Known]
    {
        var found: [String: Known] = [:]
        let asOf = sending.run.settings.asOf
        for part in Array(numbers).parts(of: 400) {
            var sql = SQLText()
            let agency = sql.bind(.text(agency))
            let list = sql.bind(part.map { .text($0) })
            try writer.scan(
                """
                SELECT p.number, p.id, p.name_key, p.nik_index, p.standing, p.first_reason,
                p.occupation, p.decile, p.fund, p.birth, p.sex,
                CASE WHEN EXISTS (SELECT 1 FROM person_agency a WHERE a.agency = \(agency)
                AND a.name_key = p.name_key AND a.person_id = p.id) THEN 1 ELSE 0 END,
                p.district, p.village, p.rw,
                CASE WHEN EXISTS (SELECT 1 FROM verification_case v WHERE v.number = p.number)
                THEN 1 ELSE 0 END
                FROM person p WHERE p.number IN (\(list))
                """, sql.values
            ) { row throws(Problem) in
                var fields = SQLFields(row)
                let (number, id, nameKey) = (fields.text(), fields.int(), fields.text())
                let index = fields.optionalBytes()
                let group = try ProposalWriter.group(&fields, asOf)
                let isListed = fields.int() == 1
                let (district, village) = (fields.place(), fields.place())
                found[number] = Known(
                    id: id, nameKey: nameKey, nikIndex: index, isListed: isListed, group: group,
                    place: village ?? district, rw: fields.optionalInt(),
                    hasCase: fields.int() == 1)
            }
        }
        return found
    }

    private static func group(
        _ fields: inout SQLFields, _ asOf: Day
    ) throws(Problem) -> PeopleGroup {
        guard let standing = PersonStanding(rawValue: fields.text()) else {
            throw Problem.storeDamaged("person.standing")
        }
        let (reason, occupation) = (fields.optionalText(), fields.optionalText())
        let (decile, fund, birth) = (fields.optionalInt(), fields.optionalText(), fields.day())
        let sex = fields.optionalInt().flatMap { Sex(rawValue: UInt8(truncatingIfNeeded: $0)) }
        let isSelected = standing == .selected
        return PeopleGroup(
            standing: standing, reason: reason, occupation: occupation, decile: decile,
            fund: fund, age: isSelected ? birth?.age(on: asOf) : nil,
            sex: isSelected ? sex : nil)
    }

    // MARK: Doubts and the end

    private func insertPairs(
        after people: Int, _ totals: PersonTotals, _ attached: [String: Int]
    ) throws(Problem) {
        guard !sending.pairs.isEmpty else { return }
        let known = try known(Set(sending.pairs.map(\.known)), "")
        var id = try writer.integer(
            """
            SELECT MAX(id) FROM (SELECT id FROM review_pair UNION ALL SELECT id FROM shelved_pair)
            AS pairs
            """)
        var values: [SQLValue] = []
        for pair in sending.pairs {
            let person = people + pair.person + 1
            guard let other = known[pair.known]?.id, !totals.erased.contains(person) else {
                continue
            }
            id += 1
            var json = JSONText()
            json.list(pair.evidence) { json, finding in json.list(finding.parts) }
            values += [
                SQLValue(id), SQLValue(min(person, other)), SQLValue(max(person, other)),
                SQLValue(pair.weight), SQLValue(pair.probability), .text(json.text), "open",
            ]
        }
        try writer.insert(
            into: "review_pair",
            ["id", "person_a", "person_b", "weight", "probability", "evidence", "state"], values)
    }

    private func close(
        _ receipt: ProposalReceipt, _ numbers: [Int: String], by act: Act
    ) throws(Problem) {
        for record in sending.versions.keys.sorted() {
            try writer.execute(
                """
                UPDATE proposal_row SET state = 'sent', number = $3, version = version + 1
                WHERE list_id = $1 AND record = $2
                """, [SQLValue(list), SQLValue(record), SQLValue(numbers[record])])
        }
        try writer.execute(
            """
            UPDATE proposal_list SET state = 'sent', sent_at = $2, sent_by = $3,
            receipt_prefix = $4, receipt_year = $5, receipt_number = $6 WHERE id = $1
            """,
            [
                SQLValue(list), .integer(act.at.milliseconds), .text(act.actor),
                .text(receipt.prefix), SQLValue(receipt.year), SQLValue(receipt.number),
            ])
    }
}

/// The end of the ranking, behind which new people queue until the next run ranks everybody.
private struct RankTail {
    private let writer: any SQLWriter
    private var rank: Int
    private var places: [String: Int] = [:]

    init(_ writer: any SQLWriter) throws(Problem) {
        self.writer = writer
        rank = try writer.integer("SELECT MAX(rank) FROM person")
    }

    mutating func place(_ person: inout ImportedPerson) throws(Problem) {
        guard person.standing == .waiting else { return }
        rank += 1
        person.rank = rank
        guard let place = person.place, place.level == .village else { return }
        let village = place.description
        if places[village] == nil {
            places[village] = try writer.integer(
                "SELECT MAX(waiting_place) FROM person WHERE village = $1", [.text(village)])
        }
        places[village, default: 0] += 1
        person.waitingPlace = places[village]
    }
}

/// Adds to the maintained counts.
struct TallyTable {
    let writer: any SQLWriter

    func add(_ counts: [TallyScope: [CountKey: Int]]) throws(Problem) {
        for (scope, keys) in counts {
            for (key, count) in keys where count > 0 {
                try writer.execute(
                    """
                    INSERT INTO tally (scope, key, value) VALUES ($1, $2, $3)
                    ON CONFLICT (scope, key) DO UPDATE SET value = tally.value + excluded.value
                    """, [.text(scope.text), .text(key.text), SQLValue(count)])
            }
        }
    }
}
