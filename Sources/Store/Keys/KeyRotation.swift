import Civic

/// Seals boxes anew, some people at a time. Where it stands is kept in the store, in the same
/// transaction as the boxes.
struct KeyRotation: Sendable {
    let sealer: Sealer
    let journal: JournalWriter
    let act: Act

    /// Makes the key called `id` that of the store; does nothing when it is already.
    func begin(with id: String, _ writer: any SQLWriter) throws(Problem) {
        let old = try Setting.value(.keyID, writer)
        guard old != id else { return }
        try Setting.put(.keyID, id, writer)
        try Setting.put(.keyRotation, "0", writer)
        try Setting.remove(.referenceRotation, writer)
        try Setting.remove(.memberRotation, writer)
        // The event puts the new key's seal on the end of the journal.
        try journal.append(
            "key.rotate", "", ["from": old ?? "", "to": id], by: act, to: writer)
    }

    /// Goes on by at most `batch` people, and after them rows of lists; nil when nothing is left.
    func step(_ batch: Int, _ writer: any SQLWriter) throws(Problem) -> Int? {
        guard let text = try Setting.value(.keyRotation, writer) else { return nil }
        let sealer = try sealer.named(by: writer)
        if let proposal = ProposalRotation.position(text) {
            return try lists(after: proposal, batch, sealer, writer)
        }
        guard let position = Int(text) else { throw Problem.storeDamaged("setting") }
        let boxes = SealedBoxes(reader: writer)
        let people = try boxes.people(after: position, limit: batch)
        guard let last = people.last?.id else {
            // Rows of proposals are next.
            try Setting.put(.keyRotation, ProposalRotation.text(0), writer)
            return 0
        }
        try reseal(people, sealer, writer)
        try reseal(try boxes.rows(after: position, through: last), sealer, writer)
        try Setting.put(.keyRotation, String(last), writer)
        return people.count
    }

    /// Rows of lists, one kind after the other.
    private func lists(
        after proposal: Int, _ batch: Int, _ sealer: Sealer, _ writer: any SQLWriter
    ) throws(Problem) -> Int? {
        let proposals = ProposalRotation(sealer: sealer, writer: writer)
        if let rows = try proposals.step(after: proposal, batch) { return rows }
        if let rows = try DriverKeys(sealer: sealer).step(batch, writer) { return rows }
        let members = MemberRotation(sealer: sealer, writer: writer)
        if let rows = try members.step(batch) { return rows }
        let references = ReferenceRotation(sealer: sealer, writer: writer)
        if let rows = try references.step(batch) { return rows }
        return try end(sealer, writer)
    }

    /// Nobody is left: returns nil, which ends the work.
    private func end(_ sealer: Sealer, _ writer: any SQLWriter) throws(Problem) -> Int? {
        // What is little comes last, so that whatever was sealed meanwhile is among it.
        try reseal(try SealedBoxes(reader: writer).factors(), sealer, writer)
        try resealDecisions(sealer, writer)
        try CorrectionBoxes(sealer: sealer).reseal(writer)
        try Setting.remove(.keyRotation, writer)
        try Setting.remove(.memberRotation, writer)
        try journal.append("key.rotated", "", ["to": sealer.current.id], by: act, to: writer)
        return nil
    }

    /// What decisions hold is little: as much as people decided by hand.
    private func resealDecisions(_ sealer: Sealer, _ writer: any SQLWriter) throws(Problem) {
        let shelf = PersonShelf(sealer: sealer, writer: writer)
        for id in try ShelvedBoxes(reader: writer).ids() { try shelf.reseal(id) }
        try LinkNotes(sealer: sealer, reader: writer).reseal(writer)
    }

    private func reseal(
        _ people: [SealedBoxes.Person], _ sealer: Sealer, _ writer: any SQLWriter
    ) throws(Problem) {
        var values: [SQLValue] = []
        for person in people {
            values.append(SQLValue(person.id))
            if let box = person.nik {
                let digits = try sealer.open(box, .nik, row: person.id)
                values.append(.bytes(try sealer.seal(digits, .nik, row: person.id)))
                values.append(.bytes(sealer.current.nikIndex(digits)))
            } else {
                values += [.null, .null]
            }
            values.append(SQLValue(try resealed(person.details, .personal, person.id, sealer)))
        }
        try writer.insert(
            into: "resealed_person", ["id", "nik_sealed", "nik_index", "private_sealed"], values)
        try writer.execute(
            """
            UPDATE person SET nik_sealed = n.nik_sealed, nik_index = n.nik_index,
            private_sealed = n.private_sealed
            FROM resealed_person n WHERE n.id = person.id
            """)
        try writer.execute("DELETE FROM resealed_person")
    }

    private func reseal(
        _ rows: [SealedBoxes.Row], _ sealer: Sealer, _ writer: any SQLWriter
    ) throws(Problem) {
        guard !rows.isEmpty else { return }
        var values: [SQLValue] = []
        for row in rows {
            values += [SQLValue(row.delivery), SQLValue(row.record)]
            values.append(SQLValue(try resealed(row.nik, .rowNIK, row.person, sealer)))
        }
        try writer.insert(
            into: "resealed_row", ["delivery_id", "record", "nik_sealed"], values)
        try writer.execute(
            """
            UPDATE source_row SET nik_sealed = n.nik_sealed FROM resealed_row n
            WHERE n.delivery_id = source_row.delivery_id AND n.record = source_row.record
            """)
        try writer.execute("DELETE FROM resealed_row")
    }

    /// A city has some hundred accounts at most.
    private func reseal(
        _ factors: [SealedBoxes.Factor], _ sealer: Sealer, _ writer: any SQLWriter
    ) throws(Problem) {
        for factor in factors {
            try writer.execute(
                "UPDATE account SET app_sealed = $1, draft_sealed = $2 WHERE id = $3",
                [
                    SQLValue(try resealed(factor.app, .factor, factor.account, sealer)),
                    SQLValue(try resealed(factor.draft, .factorDraft, factor.account, sealer)),
                    SQLValue(factor.account),
                ])
        }
    }

    private func resealed(
        _ box: [UInt8]?, _ column: Sealer.Column, _ row: Int, _ sealer: Sealer
    ) throws(Problem) -> [UInt8]? {
        guard let box else { return nil }
        return try sealer.seal(try sealer.open(box, column, row: row), column, row: row)
    }
}
