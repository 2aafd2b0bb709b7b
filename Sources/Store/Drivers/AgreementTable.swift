import Civic
import Programme

/// Rows of the table of agreements.
enum AgreementTable {
    /// In the order in which ``agreement(_:)`` reads them, of a table called `a`.
    static let columns = """
        a.id, a.agency, a.number, a.valid_from, a.valid_to, a.purpose, a.retention_days,
        a.call_until
        """

    static func agreement(_ fields: inout SQLFields) throws(Problem) -> StoredAgreement {
        let (id, agency, number) = (fields.int(), fields.text(), fields.text())
        guard let from = fields.day(), let to = fields.day() else {
            throw Problem.storeDamaged("partner_agreement")
        }
        return StoredAgreement(
            id: id,
            terms: PartnerAgreement(
                agency: agency, number: number, from: from, to: to, purpose: fields.text(),
                retentionDays: fields.int(), callUntil: fields.day()))
    }

    static func all(
        where condition: String, _ values: [SQLValue], _ reader: any SQLReader
    ) throws(Problem) -> [StoredAgreement] {
        try reader.all(
            """
            SELECT \(columns) FROM partner_agreement a WHERE \(condition)
            ORDER BY a.agency, a.id
            """, values, agreement)
    }

    /// The agreement under which `agency` may send drivers on `today`; `agreement-closed` when there
    /// is none.
    static func open(
        for agency: String, on today: Day, _ reader: any SQLReader
    ) throws(Problem) -> StoredAgreement {
        let all = try all(where: "a.agency = $1", [.text(agency)], reader)
        let open = all.map(\.terms).filter { $0.state(on: today) == .open }
        guard let best = open.decisive(on: today),
            let found = all.first(where: { $0.terms.number == best.number })
        else { throw closed() }
        return found
    }

    private static func closed() -> Problem {
        Problem(
            .conflict, "agreement-closed",
            Phrase(
                "Panggilan usulan untuk mitra Anda sedang tidak dibuka.",
                en: "There is no open call for proposals for your platform."),
            do: Phrase(
                "Hubungi pengelola program. Tidak ada data yang kami simpan.",
                en: "Ask the programme manager. No data were kept."))
    }
}
