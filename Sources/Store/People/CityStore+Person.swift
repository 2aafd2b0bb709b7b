package import Civic

extension CityStore {
    /// Everything about one person; nil when there is no such person, or not in `scope`.
    package func person(
        _ number: PersonNumber, in scope: Scope
    ) async throws(Problem) -> PersonRecord? {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            try PersonReading(sealer: sealer, reader: reader).record(number.text, scope)
        }
    }

    /// The full identity number of a person, and the event that it was shown. Nil when the person
    /// has none; `person-unknown` when there is no such person in `scope`.
    package func revealNIK(
        of number: PersonNumber, in scope: Scope, by act: Act
    ) async throws(Problem) -> NIK? {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            var sql = SQLText()
            let isThis = "p.number = \(sql.bind(.text(number.text)))"
            let isVisible = scope.condition(on: "p", &sql) ?? "1 = 1"
            let found = try writer.first(
                "SELECT p.id, p.nik_sealed FROM person p WHERE \(isThis) AND \(isVisible)",
                sql.values
            ) { fields in (id: fields.int(), box: fields.optionalBytes()) }
            guard let found else { throw unknownPerson() }
            guard let box = found.box else { return nil }
            let nik = try SummaryReading(sealer: sealer).nik(box, .nik, found.id)
            if try RequestKeys.claim(act, "nik.reveal", writer) {
                try journal.append("nik.reveal", number.text, by: act, to: writer)
            }
            return nik
        }
    }

    func unknownPerson() -> Problem {
        Problem(
            .notFound, "person-unknown",
            Phrase("Orang ini tidak ditemukan.", en: "There is no such person."),
            do: Phrase(
                "Periksa nomor SIGAP, atau cari dengan nama.",
                en: "Check the SIGAP number, or search by name."))
    }
}
