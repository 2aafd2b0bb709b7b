import Civic
import Programme

/// What is sealed of a request. Each box belongs to the row of its request.
struct CorrectionBoxes {
    let sealer: Sealer

    func seal(
        _ datum: CorrectedDatum, _ column: Sealer.Column, _ id: Int
    ) throws(Problem) -> SQLValue {
        .bytes(try sealer.seal(Array(datum.text.utf8), column, row: id))
    }

    func datum(
        _ box: [UInt8]?, _ field: CorrectionField, _ column: Sealer.Column, _ id: Int
    ) throws(Problem) -> CorrectedDatum? {
        guard let box else { return nil }
        let text = String(decoding: try sealer.open(box, column, row: id), as: UTF8.self)
        guard let datum = CorrectedDatum(field, text) else {
            throw Problem.storeDamaged("correction.\(column.rawValue)")
        }
        return datum
    }

    /// Seals all boxes anew with the current key.
    func reseal(_ writer: any SQLWriter) throws(Problem) {
        for row in try CorrectionBoxes.rows(writer) {
            try writer.execute(
                """
                UPDATE correction SET asked_sealed = $2, decided_sealed = $3, before_sealed = $4
                WHERE id = $1
                """,
                [
                    SQLValue(row.id), try resealed(row.asked, .asked, row.id),
                    try resealed(row.decided, .decided, row.id),
                    try resealed(row.before, .before, row.id),
                ])
        }
    }

    private func resealed(
        _ box: [UInt8]?, _ column: Sealer.Column, _ id: Int
    ) throws(Problem) -> SQLValue {
        guard let box else { return .null }
        let plain = try sealer.open(box, column, row: id)
        return .bytes(try sealer.seal(plain, column, row: id))
    }

    /// Whether each box opens with the current key.
    func areAllCurrent(_ reader: any SQLReader) throws(Problem) -> Bool {
        func isCurrent(_ box: [UInt8]?, _ column: Sealer.Column, _ id: Int) -> Bool {
            guard let box else { return true }
            return sealer.isCurrent(box, column, row: id)
        }
        return try CorrectionBoxes.rows(reader).allSatisfy { row in
            isCurrent(row.asked, .asked, row.id) && isCurrent(row.decided, .decided, row.id)
                && isCurrent(row.before, .before, row.id)
        }
    }

    private struct Row {
        let id: Int
        let asked: [UInt8]?
        let decided: [UInt8]?
        let before: [UInt8]?
    }

    private static func rows(_ reader: any SQLReader) throws(Problem) -> [Row] {
        try reader.all(
            """
            SELECT id, asked_sealed, decided_sealed, before_sealed FROM correction
            WHERE asked_sealed IS NOT NULL OR decided_sealed IS NOT NULL
            OR before_sealed IS NOT NULL ORDER BY id
            """
        ) { fields in
            Row(
                id: fields.int(), asked: fields.optionalBytes(), decided: fields.optionalBytes(),
                before: fields.optionalBytes())
        }
    }
}

/// By what a person was known in the lists before a correction, so that the next lists, in which
/// nothing is corrected yet, are about the same person.
struct IdentityBefore: Hashable {
    let nik: NIK?
    let nameKey: String
    let birth: Day?
    let village: PlaceCode?
    let rt: Int?
    let rw: Int?

    init(_ person: ImportedPerson) {
        (nik, birth, rt, rw) = (person.nik, person.birth, person.rt, person.rw)
        village = person.place.flatMap { $0.level == .village ? $0 : nil }
        nameKey = NameSpelling.canonical(person.name)
    }

    /// Reads what ``text`` wrote.
    init(_ text: String) throws(Problem) {
        let parts = try StoredList.strings(text)
        guard parts.count == 6, let name = parts[1] else {
            throw Problem.storeDamaged("correction.before_sealed")
        }
        nik = parts[0].flatMap { UInt64($0) }.flatMap { NIK(digits: $0) }
        nameKey = name
        birth = parts[2].flatMap { Day(iso: $0) }
        village = parts[3].flatMap { PlaceCode($0) }
        (rt, rw) = (parts[4].flatMap { Int($0) }, parts[5].flatMap { Int($0) })
    }

    var text: String {
        var json = JSONText()
        let number = nik.map { String($0.digits) }
        let home = [village?.description, rt.map { "\($0)" }, rw.map { "\($0)" }]
        json.list([number, nameKey, birth?.iso] + home)
        return json.text
    }
}
