import Civic

/// All boxes of a store, in order of the people they belong to.
struct SealedBoxes {
    let reader: any SQLReader

    struct Person {
        let id: Int
        let nik: [UInt8]?
        let details: [UInt8]?
    }

    struct Row {
        let person: Int
        let delivery: Int
        let record: Int
        let nik: [UInt8]
    }

    /// The secrets of an account's app.
    struct Factor {
        let account: Int
        let app: [UInt8]?
        let draft: [UInt8]?
    }

    private static let personColumns = "id, nik_sealed, private_sealed"

    func people(after id: Int, limit: Int) throws(Problem) -> [Person] {
        try reader.all(
            """
            SELECT \(SealedBoxes.personColumns) FROM person WHERE id > $1 ORDER BY id LIMIT $2
            """, [SQLValue(id), SQLValue(limit)]
        ) { fields in
            Person(id: fields.int(), nik: fields.optionalBytes(), details: fields.optionalBytes())
        }
    }

    /// The rows of people behind `id` up to `last` that have a box of their own.
    func rows(after id: Int, through last: Int) throws(Problem) -> [Row] {
        try reader.all(
            """
            SELECT person_id, delivery_id, record, nik_sealed FROM source_row
            WHERE person_id > $1 AND person_id <= $2 AND nik_sealed IS NOT NULL
            """, [SQLValue(id), SQLValue(last)]
        ) { fields in
            Row(
                person: fields.int(), delivery: fields.int(), record: fields.int(),
                nik: fields.bytes())
        }
    }

    func factors() throws(Problem) -> [Factor] {
        try reader.all(
            """
            SELECT id, app_sealed, draft_sealed FROM account
            WHERE app_sealed IS NOT NULL OR draft_sealed IS NOT NULL
            """
        ) { fields in
            Factor(
                account: fields.int(), app: fields.optionalBytes(), draft: fields.optionalBytes())
        }
    }

    private func areFactorsCurrent(_ sealer: Sealer) throws(Problem) -> Bool {
        try factors().allSatisfy { factor in
            (factor.app.map { sealer.isCurrent($0, .factor, row: factor.account) } ?? true)
                && (factor.draft.map { sealer.isCurrent($0, .factorDraft, row: factor.account) }
                    ?? true)
        }
    }

    /// Whether each box opens with the current key of `sealer`.
    func areAllCurrent(_ sealer: Sealer) throws(Problem) -> Bool {
        var isCurrent = try areFactorsCurrent(sealer)
        try reader.scan("SELECT \(SealedBoxes.personColumns) FROM person", []) {
            row throws(Problem) in
            guard isCurrent else { return }
            let id = Int(row.integer(0))
            isCurrent =
                (row.isNull(1) || sealer.isCurrent(row.bytes(1), .nik, row: id))
                && (row.isNull(2) || sealer.isCurrent(row.bytes(2), .personal, row: id))
        }
        guard isCurrent, try ProposalRotation.areAllCurrent(sealer, reader) else { return false }
        let sql = "SELECT person_id, nik_sealed FROM source_row WHERE nik_sealed IS NOT NULL"
        try reader.scan(sql, []) { row throws(Problem) in
            guard isCurrent else { return }
            isCurrent = sealer.isCurrent(row.bytes(1), .rowNIK, row: Int(row.integer(0)))
        }
        guard isCurrent else { return false }
        guard try DriverKeys(sealer: sealer).areAllCurrent(reader),
            try CorrectionBoxes(sealer: sealer).areAllCurrent(reader),
            try ReferenceRotation.isCurrent(sealer, reader),
            try MemberRotation.isCurrent(sealer, reader)
        else { return false }
        return try areDecisionsCurrent(sealer)
    }

    private func areDecisionsCurrent(_ sealer: Sealer) throws(Problem) -> Bool {
        let shelf = ShelvedBoxes(reader: reader)
        for id in try shelf.ids() {
            let areRowsCurrent = try shelf.rows(id).allSatisfy {
                sealer.isCurrent($0.nik, .rowNIK, row: id)
            }
            let isCurrent = try shelf.people(id).allSatisfy { shelf.isCurrent($0, sealer) }
            guard areRowsCurrent, isCurrent else { return false }
        }
        return try LinkNotes(sealer: sealer, reader: reader).areAllCurrent()
    }
}
