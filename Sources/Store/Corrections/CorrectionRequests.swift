import Civic
import Programme

/// Whoever a request is about, as far as the request needs to know.
struct RequestedPerson {
    let occupation: String?
    let district: String?
    let village: String?

    /// Nil when there is no such person in `scope`, or nothing of the person is left to correct.
    static func find(
        _ number: PersonNumber, _ scope: Scope, _ reader: any SQLReader
    ) throws(Problem) -> RequestedPerson? {
        var sql = SQLText()
        let isThis = "p.number = \(sql.bind(.text(number.text)))"
        let isVisible = scope.condition(on: "p", &sql) ?? "1 = 1"
        return try reader.first(
            """
            SELECT p.occupation, p.district, p.village FROM person p
            WHERE \(isThis) AND p.name_key <> '' AND \(isVisible)
            """, sql.values
        ) { fields in
            RequestedPerson(
                occupation: fields.optionalText(), district: fields.optionalText(),
                village: fields.optionalText())
        }
    }
}

/// Opens requests, inside a transaction.
struct CorrectionRequests {
    let terms: CorrectionTerms
    let sealer: Sealer
    let journal: JournalWriter
    let writer: any SQLWriter

    func open(
        _ new: NewCorrection, about person: RequestedPerson, prefix: String, by act: Act
    ) throws(Problem) -> String {
        if let open = try waiting(new) { throw CorrectionRequests.isOpen(open) }
        let field = new.datum.field
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) + 1 FROM correction")
        let receipt = PersonNumber(prefix: prefix, serial: id).text
        let office = terms.route(field, person.occupation).first(new.proof)
        var values: [SQLValue] = [SQLValue(id), .text(receipt), .text(new.number.text)]
        values += [.text(field.rawValue), SQLValue(person.occupation)]
        values += [SQLValue(person.district), SQLValue(person.village), .text(act.actor)]
        values += [.text(new.proof.rawValue), .text(CorrectionState.open.rawValue)]
        values += [.text(office), 1, SQLValue(Day.jakarta(at: act.at)), SQLValue(new.due)]
        values.append(try CorrectionBoxes(sealer: sealer).seal(new.datum, .asked, id))
        try writer.insert(
            into: "correction",
            [
                "id", "receipt", "number", "field", "occupation", "district", "village",
                "requester", "proof", "state", "office", "version", "opened", "due",
                "asked_sealed",
            ], values)
        try CorrectionTable.append(
            CorrectionEvent(
                seq: 1, step: .request, office: office, proof: new.proof, reason: nil,
                actor: act.actor, at: act.at), to: id, writer)
        try journal.append(
            "correction.request", new.number.text,
            ["receipt": receipt, "field": field.rawValue, "office": office], by: act, to: writer)
        return receipt
    }

    /// The receipt of the latest request about the same datum by the same person.
    func latest(_ new: NewCorrection, by actor: String) throws(Problem) -> String? {
        try writer.first(
            """
            SELECT receipt FROM correction WHERE number = $1 AND field = $2 AND requester = $3
            ORDER BY id DESC LIMIT 1
            """, [.text(new.number.text), .text(new.datum.field.rawValue), .text(actor)]
        ) { fields in fields.text() }
    }

    private func waiting(_ new: NewCorrection) throws(Problem) -> String? {
        try writer.first(
            "SELECT receipt FROM correction WHERE number = $1 AND field = $2 AND state = 'open'",
            [.text(new.number.text), .text(new.datum.field.rawValue)]
        ) { fields in fields.text() }
    }

    private static func isOpen(_ receipt: String) -> Problem {
        Problem(
            .conflict, "correction-open",
            Phrase(
                "Perbaikan data ini sudah diajukan: \(receipt).",
                en: "This correction was asked for already: \(receipt)."),
            do: Phrase(
                "Tunggu jawabannya, atau buka nomor itu.",
                en: "Wait for the answer, or open that number."))
    }
}
