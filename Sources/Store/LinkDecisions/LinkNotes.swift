import Civic

/// Why somebody decided as they did, sealed, as it may name people. Goes with whoever is erased.
struct LinkNotes {
    let sealer: Sealer
    let reader: any SQLReader

    func note(of decision: Int) throws(Problem) -> String? {
        let box = try reader.first(
            "SELECT note_sealed FROM link_note WHERE decision_id = $1", [SQLValue(decision)]
        ) { fields in fields.bytes() }
        guard let box else { return nil }
        let plain = try sealer.open(box, .linkNote, row: decision)
        return String(decoding: plain, as: UTF8.self)
    }

    func put(_ note: String?, _ decision: Int, _ writer: any SQLWriter) throws(Problem) {
        guard let note, !note.isEmpty else { return }
        let box = try sealer.seal(Array(note.utf8), .linkNote, row: decision)
        try writer.execute(
            "INSERT INTO link_note (decision_id, note_sealed) VALUES ($1, $2)",
            [SQLValue(decision), .bytes(box)])
    }

    /// Seals every note with the current key.
    func reseal(_ writer: any SQLWriter) throws(Problem) {
        for (id, box) in try all() where !sealer.isCurrent(box, .linkNote, row: id) {
            let plain = try sealer.open(box, .linkNote, row: id)
            try writer.execute(
                "UPDATE link_note SET note_sealed = $2 WHERE decision_id = $1",
                [SQLValue(id), .bytes(try sealer.seal(plain, .linkNote, row: id))])
        }
    }

    func areAllCurrent() throws(Problem) -> Bool {
        try all().allSatisfy { sealer.isCurrent($0.box, .linkNote, row: $0.id) }
    }

    private func all() throws(Problem) -> [(id: Int, box: [UInt8])] {
        try reader.all("SELECT decision_id, note_sealed FROM link_note ORDER BY decision_id") {
            fields in (fields.int(), fields.bytes())
        }
    }
}
