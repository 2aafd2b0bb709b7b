package import Civic

/// Speaks one language of the words while one page is made.
///
/// It remembers every key and placeholder that it did not know, so that the page fails instead of
/// showing a gap. Made for one page and used by one task.
package final class Speech {
    package let language: Language
    private let words: Words
    private let statuses: StatusWords
    package private(set) var faults: [String] = []

    /// What sentences may say without being told: the names of the city and its programme.
    private let common: [String: String]

    package init(_ words: Words, _ statuses: StatusWords, of site: Site, in language: Language) {
        self.words = words
        self.statuses = statuses
        self.language = language
        common = [
            "program": site.programme, "kepanjangan": site.expansion, "kota": site.city,
            "pemerintah": site.government.text(language), "pengelola": site.owner,
            "telepon": site.insurerPhone, "batas_lapor": "\(site.accidentReportDays)",
            "contoh_nomor": site.exampleNumber,
        ]
    }

    /// The words of `key`, its placeholders filled with `values`; all of them and no others.
    package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        guard let phrase = words[key] else {
            faults.append(key)
            return ""
        }
        return filled(phrase, values, named: key)
    }

    /// One of two keys, by number: `one` for 1.
    package func counted(
        _ count: Int, one: String, many: String, _ values: [String: String] = [:]
    ) -> String {
        let counted = ["jumlah": number(count)].merging(values) { _, given in given }
        return count == 1 ? self(one, counted) : self(many, counted)
    }

    package func text(_ phrase: Phrase) -> String { phrase.text(language) }

    /// The badge of a status: look, icon and the word staff use.
    package func badge(_ status: String) -> View {
        guard let entry = statuses[status] else {
            faults.append("status:\(status)")
            return .empty
        }
        return Badge.view(text(entry.staff), entry.look, entry.icon)
    }

    /// The sentence with which a person reads of a status.
    package func openSentence(_ status: String, _ values: [String: String] = [:]) -> String {
        guard let phrase = statuses[status]?.open else {
            faults.append("status:\(status)")
            return ""
        }
        return filled(phrase, values, named: "status:\(status)")
    }

    package func look(of status: String) -> Look { statuses[status]?.look ?? .grey }

    private func filled(_ phrase: Phrase, _ values: [String: String], named key: String) -> String {
        let pattern = Words.Pattern(text(phrase))
        let wanted = pattern.placeholders
        guard !wanted.isEmpty || !values.isEmpty else { return text(phrase) }
        let wrong = wanted.subtracting(common.keys).symmetricDifference(values.keys)
        if !wrong.isEmpty { faults.append("\(key) \(wrong.sorted())") }
        return pattern.filled(common.merging(values) { _, given in given })
    }
}
