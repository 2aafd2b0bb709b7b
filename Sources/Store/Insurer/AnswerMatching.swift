import Civic
import Programme

/// Finds the members of whom rows of the insurer speak, some thousands at a time.
struct AnswerMatching {
    /// A member as it is before the rows.
    struct Found {
        let nameKey: String
        var standing: AnsweredMember
    }

    private static let batch = 2000

    let sealer: Sealer
    let reader: any SQLReader

    private(set) var members: [String: Found] = [:]
    /// Numbers of members by what they are found by.
    private var byNIK: [[UInt8]: String] = [:]
    /// The member who has each of the insurer's numbers.
    private(set) var byParticipant: [String: String] = [:]
    /// People whom no decree names, of files before.
    private(set) var strangers: [[UInt8]: Int] = [:]

    init(sealer: Sealer, reader: any SQLReader) {
        self.sealer = sealer
        self.reader = reader
    }

    mutating func load(_ rows: [InsurerRow]) throws(Problem) {
        let indexes = rows.compactMap(\.nik).flatMap { sealer.indexes(of: $0) }.map {
            SQLValue.bytes($0)
        }
        try find("m.nik_index", indexes)
        try find("m.number", rows.compactMap(\.number).map { SQLValue.text($0) })
        try find("m.participant", rows.compactMap(\.participant).map { SQLValue.text($0.text) })
        for start in stride(from: 0, to: indexes.count, by: AnswerMatching.batch) {
            var sql = SQLText()
            let part = indexes[start..<min(start + AnswerMatching.batch, indexes.count)]
            let found = try reader.all(
                """
                SELECT nik_index, MIN(id) FROM insurer_stranger
                WHERE nik_index IN (\(sql.bind(Array(part)))) GROUP BY nik_index
                """, sql.values
            ) { fields in (index: fields.bytes(), id: fields.int()) }
            for row in found { strangers[row.index] = row.id }
        }
    }

    /// What was answered to the latest file that told of each member's end.
    mutating func loadEndAnswers() throws(Problem) {
        let numbers = members.keys.sorted()
        for start in stride(from: 0, to: numbers.count, by: AnswerMatching.batch) {
            var sql = SQLText()
            let part = numbers[start..<min(start + AnswerMatching.batch, numbers.count)]
            let found = try reader.all(
                """
                SELECT l.number, l.effect FROM insurer_line l JOIN insurer_file f
                ON f.id = l.file_id AND f.kind = 'end' AND f.way = 'in'
                WHERE l.number IN (\(sql.bind(part.map { .text($0) })))
                AND l.effect IN ('accept', 'refuse') AND l.file_id > COALESCE((
                    SELECT MAX(s.file_id) FROM insurer_line s JOIN insurer_file t
                    ON t.id = s.file_id AND t.kind = 'end'
                    WHERE s.number = l.number AND s.effect = 'sent'), 0)
                ORDER BY l.file_id, l.line
                """, sql.values
            ) { fields in (number: fields.text(), effect: fields.text()) }
            for row in found {
                members[row.number]?.standing.endAnswer =
                    row.effect == LineEffect.accept.rawValue ? .ended : .unknown
            }
        }
    }

    /// The number of the member with this NIK.
    func number(of nik: NIK) -> String? {
        for index in sealer.indexes(of: nik) {
            if let number = byNIK[index] { return number }
        }
        return nil
    }

    func stranger(_ nik: NIK) -> Int? {
        for index in sealer.indexes(of: nik) {
            if let id = strangers[index] { return id }
        }
        return nil
    }

    /// What a row did to a member.
    mutating func note(_ standing: AnsweredMember, of number: String) {
        members[number]?.standing = standing
        if let participant = standing.participant { byParticipant[participant] = number }
    }

    mutating func note(stranger id: Int, _ nik: NIK) { strangers[sealer.index(of: nik)] = id }

    private mutating func find(_ column: String, _ values: [SQLValue]) throws(Problem) {
        for start in stride(from: 0, to: values.count, by: AnswerMatching.batch) {
            var sql = SQLText()
            let part = values[start..<min(start + AnswerMatching.batch, values.count)]
            let found = try reader.all(
                """
                SELECT m.number, m.name_key, m.nik_index, m.state, m.participant, m.active_from,
                m.cause FROM member m WHERE \(column) IN (\(sql.bind(Array(part))))
                """, sql.values
            ) { fields throws(Problem) in
                let (number, nameKey) = (fields.text(), fields.text())
                let index = fields.optionalBytes()
                let standing = AnsweredMember(
                    state: try MemberTable.state(fields.text()),
                    participant: fields.optionalText(), activeFrom: fields.day(),
                    cause: fields.optionalText())
                return (number, index, Found(nameKey: nameKey, standing: standing))
            }
            for (number, index, member) in found {
                members[number] = member
                if let index { byNIK[index] = number }
                if let participant = member.standing.participant {
                    byParticipant[participant] = number
                }
            }
        }
    }
}
