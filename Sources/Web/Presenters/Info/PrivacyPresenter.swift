import Civic
import Jamsostek
import Office
import Pages

enum PrivacyPresenter {
    /// The law that gives people rights over their data, in the register of citations.
    private static let lawID = "uu-27-2022-pdp"

    /// `retention` is the table `national/retention`; `day` decides which terms are in force.
    /// Throws a problem with line and column when the table cannot be read.
    static func page(
        _ facts: CityFacts, retention: Table, on day: Day
    ) throws(Problem) -> PrivacyPage {
        PrivacyPage(
            agencies: facts.region.agencies.map(\.name),
            answerHours: try facts.law.hours(of: .dataAccess, on: day),
            retention: try retention.rows.map { (row) throws(Problem) in
                let years = try row.integer("years")
                guard (1...100).contains(years) else { throw row.wrong("years", "\(years)") }
                return PrivacyPage.Retention(
                    what: Phrase(try row.text("what_id"), en: try row.text("what_en")),
                    years: Int(years))
            },
            law: try law(facts))
    }

    private static func law(_ facts: CityFacts) throws(Problem) -> Citation {
        let entry = facts.law.register.entries.first { $0.citation.id == lawID }
        guard let entry else {
            throw Problem(
                .service, "citation-missing",
                Phrase("Sumber hukum tidak terdaftar.", en: "A source of law is not registered."),
                at: Spot(file: "citations.tsv", column: lawID),
                do: Phrase(
                    "Pasang kembali berkas data bawaan.",
                    en: "Restore the data file that came with the program."))
        }
        return entry.citation
    }
}
