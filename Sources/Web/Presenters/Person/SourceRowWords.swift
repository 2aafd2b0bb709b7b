import Civic
import Pages
import Store

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One row of a list that is about a person, in words.
enum SourceRowWords {
    static func row(
        _ facts: CityFacts, _ row: SourceRowRecord, of person: PersonSummary
    ) -> PersonPage.SourceRow {
        PersonPage.SourceRow(
            agency: facts.agencyName(row.agency) ?? .same(row.agency), file: row.file,
            row: row.record, nameAsWritten: row.name, certainty: certainty(row),
            differences: differences(row, person), place: "\(row.delivery)-\(row.record)")
    }

    private static func certainty(_ row: SourceRowRecord) -> PersonPage.SourceRow.Certainty {
        switch row.link {
        case .certain: .certain
        case .probable: .probable(percent: percent(weight: row.weight))
        case .decided: .decided
        }
    }

    /// The probability that belongs to a weight of evidence in thousandths of a bit, at most 99 per
    /// cent: evidence never makes certain. A row that stands alone, which the weight 0 tells, needs
    /// none.
    private static func percent(weight: Int) -> Int {
        weight == 0 ? 100 : min(99, Int(100 / (1 + exp2(-Double(weight) / 1000))))
    }

    private static func differences(
        _ row: SourceRowRecord, _ person: PersonSummary
    ) -> [Phrase] {
        var differences: [Phrase] = []
        if let birth = row.birth, birth != person.birth {
            differences.append(
                Phrase(
                    "Lahir \(CalendarWords.text(birth, .indonesian))",
                    en: "Born \(CalendarWords.text(birth, .english))"))
        }
        if let nik = row.nik, nik != person.nik { differences.append(.same("NIK \(nik.masked)")) }
        return differences
    }
}
