import Civic

/// Seals the rows of proposals anew, some at a time, after the boxes of people.
struct ProposalRotation {
    let sealer: Sealer
    let writer: any SQLWriter

    private static let mark = "proposal "

    /// How far rows have come, as it is kept; nil while people are being done.
    static func position(_ text: String) -> Int? {
        text.hasPrefix(mark) ? Int(text.dropFirst(mark.count)) : nil
    }

    static func text(_ position: Int) -> String { "\(mark)\(position)" }

    private struct Row {
        let id: Int
        let nik: [UInt8]?
        let box: [UInt8]?
    }

    /// Nil when no row is left behind `position`. Rows are no people and count as none.
    func step(after position: Int, _ batch: Int) throws(Problem) -> Int? {
        let rows = try writer.all(
            "SELECT id, nik_sealed, box FROM proposal_row WHERE id > $1 ORDER BY id LIMIT $2",
            [SQLValue(position), SQLValue(batch)]
        ) { fields in
            Row(id: fields.int(), nik: fields.optionalBytes(), box: fields.optionalBytes())
        }
        guard let last = rows.last?.id else { return nil }
        for row in rows { try reseal(row) }
        try Setting.put(.keyRotation, ProposalRotation.text(last), writer)
        return 0
    }

    private func reseal(_ row: Row) throws(Problem) {
        let digits = try row.nik.map { box throws(Problem) in
            try sealer.open(box, .proposalNIK, row: row.id)
        }
        let plain = try row.box.map { box throws(Problem) in
            try sealer.open(box, .proposal, row: row.id)
        }
        try writer.execute(
            "UPDATE proposal_row SET nik_sealed = $2, nik_index = $3, box = $4 WHERE id = $1",
            [
                SQLValue(row.id),
                SQLValue(
                    try digits.map { digits throws(Problem) in
                        try sealer.seal(digits, .proposalNIK, row: row.id)
                    }),
                SQLValue(digits.map { sealer.current.nikIndex($0) }),
                SQLValue(
                    try plain.map { plain throws(Problem) in
                        try sealer.seal(plain, .proposal, row: row.id)
                    }),
            ])
    }

    /// Whether each box opens with the current key.
    static func areAllCurrent(_ sealer: Sealer, _ reader: any SQLReader) throws(Problem) -> Bool {
        var isCurrent = true
        try reader.scan("SELECT id, nik_sealed, box FROM proposal_row", []) { row throws(Problem) in
            guard isCurrent else { return }
            let id = Int(row.integer(0))
            isCurrent =
                (row.isNull(1) || sealer.isCurrent(row.bytes(1), .proposalNIK, row: id))
                && (row.isNull(2) || sealer.isCurrent(row.bytes(2), .proposal, row: id))
        }
        return isCurrent
    }
}
