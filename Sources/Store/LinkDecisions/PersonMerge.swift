import Civic
import Programme

/// Makes one person of two.
struct PersonMerge {
    let sealer: Sealer
    let terms: LinkTerms
    let writer: any SQLWriter

    /// The number and the fields of the one who outlives the other stay; gaps in them are filled
    /// from the other. Returns the two in that order.
    func join(
        _ first: LinkedPerson, _ second: LinkedPerson
    ) throws(Problem) -> (survivor: LinkedPerson, other: LinkedPerson) {
        let isFirst = first.side(terms).outlives(second.side(terms))
        let (survivor, other) = isFirst ? (first, second) : (second, first)
        let nik = survivor.nik ?? other.nik
        let rows = RowMove(sealer: sealer, writer: writer)
        let index = PersonIndex(writer: writer)
        let words = try index.words(of: other.id, other.nameKey)
        try index.remove(other.id, other.nameKey, words: words)
        try rows.move(other.rows, to: survivor.id, nik: nik, link: .decided)
        // With a number found elsewhere its own rows may be those that agree with it.
        if survivor.nik == nil, nik != nil {
            try rows.move(survivor.rows, to: survivor.id, nik: nik, link: nil)
        }
        try fill(survivor, from: other, nik)
        try index.add(survivor.id, survivor.nameKey, words: words)
        try judge(survivor, other)
        try writer.execute("DELETE FROM person WHERE id = $1", [SQLValue(other.id)])
        try PersonAlias.put(other.number, survivor.number, writer)
        return (survivor, other)
    }

    private func fill(
        _ survivor: LinkedPerson, from other: LinkedPerson, _ nik: NIK?
    ) throws(Problem) {
        let id = survivor.id
        var details = survivor.details
        details.familyCard = details.familyCard ?? other.details.familyCard
        details.phone = details.phone ?? other.details.phone
        details.motherName = details.motherName ?? other.details.motherName
        let takesAddress = details.address == nil && other.details.address != nil
        if takesAddress { details.address = other.details.address }
        if survivor.nik == nil, let nik {
            try PersonNIK(sealer: sealer, writer: writer).put(nik, id)
        }
        if details.text != survivor.details.text {
            let box = try details.text.map { (text) throws(Problem) in
                try sealer.seal(Array(text.utf8), .personal, row: id)
            }
            try writer.execute(
                "UPDATE person SET private_sealed = $2 WHERE id = $1",
                [SQLValue(id), SQLValue(box)])
        }
        try writer.execute(
            "UPDATE person SET birth = $2, sex = $3, rt = $4, rw = $5, sources = $6 WHERE id = $1",
            [
                SQLValue(id), SQLValue(survivor.birth ?? other.birth),
                SQLValue(survivor.sex ?? other.sex),
                SQLValue(takesAddress ? other.rt : survivor.rt),
                SQLValue(takesAddress ? other.rw : survivor.rw),
                SQLValue(survivor.rows.count + other.rows.count),
            ])
    }

    /// Where the rules said different things of the two, nobody knows what they say of the one
    /// before they are applied anew.
    private func judge(_ survivor: LinkedPerson, _ other: LinkedPerson) throws(Problem) {
        guard survivor.standing.outcome != other.standing.outcome else { return }
        try Recheck(terms: terms, writer: writer).mark(survivor.id)
    }
}
