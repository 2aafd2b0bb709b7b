import Civic
import Papers
import Programme

/// What all papers of the agency have in common.
extension Region {
    private static let nameless = "(……………………………………)"

    var letterhead: Letterhead {
        let head = papers.letterhead
        return Letterhead(
            .agency, government: head.government, office: head.office, address: head.address)
    }

    /// The wording of a paper with its blanks filled in: the city's own, and `values`.
    func worded(_ text: String, _ values: [String: String] = [:]) -> String {
        let own = [
            "program": programmeName, "kepanjangan": programmeExpansion, "kota": name,
        ]
        return WordingBlanks.filled(text, own.merging(values) { $1 })
    }

    func signer(_ officer: PaperTerms.Officer, _ values: [String: String] = [:]) -> Signer {
        Signer(
            office: officer.office.map { worded($0, values) },
            name: officer.name.isEmpty ? Region.nameless : officer.name)
    }

    func signers(
        _ officers: [PaperTerms.Officer], _ values: [String: String] = [:]
    ) -> [Signer] { officers.map { signer($0, values) } }

    /// `Bekasi, 18 Maret 2026`, above a signature.
    func opening(on day: Day) -> [String] {
        ["\(papers.place), \(CalendarWords.text(day, .indonesian))"]
    }

    func paperFacts(
        _ title: String, number: String = "", on day: Day, size: PaperSize = .f4,
        check: PaperCheck? = nil
    ) -> PaperFacts {
        PaperFacts(
            title: title.replacing("\n", with: " "), number: number, author: programmeOwner,
            created: day, size: size, check: check)
    }

    /// Nil for a place that is not of the city.
    func placeName(_ place: PlaceCode?) -> String? {
        place.flatMap { places.position(of: $0) }.map { places.entries[$0].name }
    }
}
