import Civic
import Programme

/// Makes a person of their own of some rows of a person.
struct PersonSplit {
    let sealer: Sealer
    let terms: LinkTerms
    let writer: any SQLWriter

    /// False when none or all rows would leave, so that nothing was done.
    func part(
        _ person: LinkedPerson, _ number: String, isLeaving: (LinkedRow) -> Bool
    ) throws(Problem) -> Bool {
        let leaving = person.rows.filter(isLeaving)
        let staying = person.rows.filter { !isLeaving($0) }
        guard !leaving.isEmpty, !staying.isEmpty else { return false }
        let index = PersonIndex(writer: writer)
        let words = NameWord.words(person.nameKey)
        try index.remove(person.id, person.nameKey, words: words)
        let id = try nextID()
        let name = leaving.first { !$0.name.isEmpty }?.name ?? ""
        let nik = leaving.lazy.compactMap(\.nik).first
        try insert(id, number, name, leaving, nik, beside: person.id)
        try RowMove(sealer: sealer, writer: writer)
            .move(leaving, to: id, nik: nik, link: .decided)
        try PersonNIK(sealer: sealer, writer: writer).put(nik, id)
        try rest(person, staying, leaving)
        let nameKey = NameSpelling.canonical(name)
        try index.add(id, nameKey, words: NameWord.words(nameKey))
        try index.add(person.id, person.nameKey, words: words)
        try PersonAlias.remove([number], writer)
        return true
    }

    /// No id of the living or of the shelf.
    private func nextID() throws(Problem) -> Int {
        try writer.integer(
            """
            SELECT MAX(id) FROM (SELECT COALESCE(MAX(id), 0) AS id FROM person
            UNION ALL SELECT COALESCE(MAX(id), 0) FROM shelved_person) AS ids
            """) + 1
    }

    /// What the rows say is known; where the person lives, whoever was taken for them may live as
    /// well. All else waits for the next run.
    private func insert(
        _ id: Int, _ number: String, _ name: String, _ rows: [LinkedRow], _ nik: NIK?,
        beside other: Int
    ) throws(Problem) {
        let birth = rows.lazy.compactMap(\.birth).first
        try writer.execute(
            """
            INSERT INTO person (id, number, name, name_key, birth, sex, district, village, standing,
            reasons, first_reason, sources, evidence)
            SELECT $1, $2, $3, $4, $5, $6, district, village, 'review', $7, $7, $8, '[]'
            FROM person WHERE id = $9
            """,
            [
                SQLValue(id), .text(number), .text(name), .text(NameSpelling.canonical(name)),
                SQLValue(birth), SQLValue(nik.map { Int($0.sex.rawValue) }),
                .text(terms.recheckReason), SQLValue(rows.count), SQLValue(other),
            ])
    }

    /// What stays of the person whose rows left: a number that none of its rows bears was theirs.
    private func rest(
        _ person: LinkedPerson, _ staying: [LinkedRow], _ leaving: [LinkedRow]
    ) throws(Problem) {
        try writer.execute(
            "UPDATE person SET sources = $2 WHERE id = $1",
            [SQLValue(person.id), SQLValue(staying.count)])
        let numbers = staying.compactMap(\.nik)
        let isOwn = person.nik.map { numbers.contains($0) } ?? true
        if !isOwn {
            try PersonNIK(sealer: sealer, writer: writer).put(numbers.first, person.id)
            try RowMove(sealer: sealer, writer: writer)
                .move(staying, to: person.id, nik: numbers.first, link: nil)
        }
        // A verdict that rested on a list that left rests on nothing.
        let gone = Set(leaving.map(\.agency)).subtracting(staying.map(\.agency))
        let isAffected = person.verdicts.contains { verdict in
            verdict.agency.map { gone.contains($0) } ?? false
        }
        if !isOwn || isAffected { try Recheck(terms: terms, writer: writer).mark(person.id) }
    }
}
