import Civic

/// Numbers that nobody ever had.
struct FreshNumber {
    let writer: any SQLWriter

    func next(like number: PersonNumber) throws(Problem) -> PersonNumber {
        let kept = try Setting.value(.nextSerial, writer).flatMap { Int($0) }
        // Earlier versions numbered people by their place in the run.
        let people = try writer.integer(
            """
            SELECT MAX(id) FROM (SELECT COALESCE(MAX(id), 0) AS id FROM person
            UNION ALL SELECT COALESCE(MAX(id), 0) FROM shelved_person) AS ids
            """)
        let serial = kept ?? people
        try Setting.put(.nextSerial, String(serial + 1), writer)
        return PersonNumber(prefix: number.prefix, serial: serial)
    }
}
