import Civic
import Crypto

/// What is kept of an erased person: enough to recognise the same person in a later list or in a
/// restored backup, and to whoever lacks the key file nothing at all.
struct ErasureMark: Hashable, Sendable {
    /// Keyed, 16 bytes.
    let bytes: [UInt8]

    private static let size = 16

    init?(_ bytes: [UInt8]) {
        guard bytes.count == ErasureMark.size else { return nil }
        self.bytes = bytes
    }

    private init(_ kind: String, _ value: String, _ key: SymmetricKey) {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("\(kind) \(value)".utf8), using: key)
        bytes = Array(code.prefix(ErasureMark.size))
    }

    /// One by the identity number, and one by name, birth date and mother together, each only where
    /// all of it is known. Any of them recognises the person.
    static func marks(
        nik: NIK?, nameKey: String, birth: Day?, motherName: String?, _ key: SymmetricKey
    ) -> Set<ErasureMark> {
        var marks: Set<ErasureMark> = []
        if let nik { marks.insert(ErasureMark("nik", String(nik.digits), key)) }
        if let birth, let mother = motherName.map(NameSpelling.canonical), !mother.isEmpty {
            marks.insert(ErasureMark("person", "\(nameKey)|\(birth.iso)|\(mother)", key))
        }
        return marks
    }
}

/// Rows of the table of erased people.
enum ErasureTable {
    static func all(_ reader: any SQLReader) throws(Problem) -> Set<ErasureMark> {
        var marks: Set<ErasureMark> = []
        try reader.scan("SELECT mark FROM erased_mark", []) { row throws(Problem) in
            if let mark = ErasureMark(row.bytes(0)) { marks.insert(mark) }
        }
        return marks
    }

    /// The SIGAP numbers under which erased people are kept, by what they are recognised by.
    static func numbers(_ reader: any SQLReader) throws(Problem) -> [ErasureMark: String] {
        var numbers: [ErasureMark: String] = [:]
        try reader.scan("SELECT mark, number FROM erased_mark WHERE number IS NOT NULL", []) {
            row throws(Problem) in
            if let mark = ErasureMark(row.bytes(0)) { numbers[mark] = row.text(1) }
        }
        return numbers
    }

    /// Notes that the person of these marks, which are in the table, is kept under `number`.
    static func note(
        _ number: String, of marks: Set<ErasureMark>, _ writer: any SQLWriter
    ) throws(Problem) {
        for mark in marks {
            try writer.execute(
                "UPDATE erased_mark SET number = $2 WHERE mark = $1",
                [.bytes(mark.bytes), .text(number)])
        }
    }

    static func add(
        _ marks: Set<ErasureMark>, at instant: Instant, _ writer: any SQLWriter
    ) throws(Problem) {
        for mark in marks {
            try writer.execute(
                """
                INSERT INTO erased_mark (mark, erased_at) VALUES ($1, $2)
                ON CONFLICT (mark) DO NOTHING
                """, [.bytes(mark.bytes), .integer(instant.milliseconds)])
        }
    }
}
