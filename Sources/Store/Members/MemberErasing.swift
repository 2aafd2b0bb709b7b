import Civic

/// Takes out what tells who a member is. The decree's line, the months and what was paid for them
/// stay, under the SIGAP number; the insurer goes on knowing the member by its own.
struct MemberErasing {
    let sealer: Sealer
    let writer: any SQLWriter

    func erase(_ person: Erasing.Person) throws(Problem) {
        let values: [SQLValue] = [.text(person.number), .text(Erasing.name)]
        try writer.execute(
            """
            UPDATE member SET name = $2, name_key = '', birth = NULL, rt = NULL, rw = NULL,
            nik_sealed = NULL, nik_index = NULL WHERE number = $1
            """, values)
        try writer.execute(
            """
            UPDATE decree_identity SET name = $2, birth = NULL, rt = NULL, rw = NULL,
            nik_sealed = NULL, nik_index = NULL WHERE number = $1
            """, values)
        guard let nik = person.nik else { return }
        for index in sealer.indexes(of: nik) {
            // Members of older cohorts bear numbers of their own.
            try writer.execute(
                """
                UPDATE member SET name = $2, name_key = '', birth = NULL, rt = NULL, rw = NULL,
                nik_sealed = NULL, nik_index = NULL WHERE nik_index = $1
                """, [.bytes(index), .text(Erasing.name)])
            try writer.execute(
                """
                UPDATE insurer_stranger SET name = $2, nik_sealed = NULL, nik_index = NULL
                WHERE nik_index = $1
                """, [.bytes(index), .text(Erasing.name)])
        }
    }
}
