package import Civic
package import Programme

extension CityStore {
    /// The agreements with `agency`, or with everybody, in order.
    package func agreements(
        with agency: String? = nil
    ) async throws(Problem) -> [StoredAgreement] {
        try await engine.read { reader throws(Problem) in
            guard let agency else { return try AgreementTable.all(where: "1 = 1", [], reader) }
            return try AgreementTable.all(where: "a.agency = $1", [.text(agency)], reader)
        }
    }

    /// Notes what was agreed. Doing it again with the same key changes nothing; `agreement-known` for
    /// a number that is taken.
    package func addAgreement(_ terms: PartnerAgreement, by act: Act) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "agreement.add", writer) else { return }
            let isKnown =
                try writer.integer(
                    "SELECT COUNT(*) FROM partner_agreement WHERE number = $1",
                    [.text(terms.number)]) > 0
            if isKnown { throw knownAgreement() }
            let id = try writer.integer("SELECT COALESCE(MAX(id), 0) + 1 FROM partner_agreement")
            try writer.execute(
                """
                INSERT INTO partner_agreement
                (id, agency, number, valid_from, valid_to, purpose, retention_days, call_until,
                created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                [
                    SQLValue(id), .text(terms.agency), .text(terms.number), SQLValue(terms.from),
                    SQLValue(terms.to), .text(terms.purpose), SQLValue(terms.retentionDays),
                    SQLValue(terms.callUntil), .integer(act.at.milliseconds),
                ])
            try journal.append(
                "agreement.add", terms.agency,
                [
                    "number": terms.number, "from": terms.from.iso, "to": terms.to.iso,
                    "retention-days": String(terms.retentionDays),
                    "call-until": terms.callUntil?.iso ?? "",
                ], by: act, to: writer)
        }
    }

    /// Opens a call for proposals until a day, or ends it with nil.
    package func setCall(
        ofAgreement id: Int, until day: Day?, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "agreement.call", writer) else { return }
            let found = try AgreementTable.all(where: "a.id = $1", [SQLValue(id)], writer).first
            guard let found else { throw unknownAgreement() }
            guard found.terms.callUntil != day else { return }
            try writer.execute(
                "UPDATE partner_agreement SET call_until = $1 WHERE id = $2",
                [SQLValue(day), SQLValue(id)])
            try journal.append(
                "agreement.call", found.terms.agency,
                ["number": found.terms.number, "call-until": day?.iso ?? ""], by: act, to: writer)
        }
    }

    private func knownAgreement() -> Problem {
        Problem(
            .conflict, "agreement-known",
            Phrase(
                "Nomor perjanjian ini sudah dicatat.",
                en: "This agreement number is recorded already."),
            do: Phrase("Periksa nomornya.", en: "Check the number."))
    }

    private func unknownAgreement() -> Problem {
        Problem(
            .notFound, "agreement-unknown",
            Phrase("Perjanjian ini tidak ada.", en: "There is no such agreement."),
            do: Phrase("Buka daftar perjanjian.", en: "Open the list of agreements."))
    }
}
