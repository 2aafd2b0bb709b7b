import Civic
import Programme

/// Takes a file of the insurer in, with its rows, inside a transaction.
struct FileTaking {
    let act: Act
    let sealer: Sealer
    let journal: JournalWriter
    let writer: any SQLWriter

    /// The same contents are taken in once.
    func take(_ file: NewInsurerFile, _ rows: [InsurerRow]) throws(Problem) -> InsurerIntake {
        if let known = try InsurerFileTable.id(.into, file.digest, writer) {
            return InsurerIntake(file: known, isKnown: true)
        }
        let id = try InsurerFileTable.insert(file, .into, lines: rows.count, by: act, writer)
        var taking = try AnswerTaking(
            file: id, file.kind, expected: rows.count, act: act, sealer: sealer,
            journal: journal, writer: writer)
        try taking.take(rows)
        var detail = ["kind": file.kind.rawValue, "digest": file.digest]
        for (effect, count) in taking.counts { detail[effect.rawValue] = String(count) }
        try journal.append(
            "insurer.answer", InsurerFileTable.subject(id), detail, by: act, to: writer)
        return InsurerIntake(file: id, isKnown: false)
    }
}
