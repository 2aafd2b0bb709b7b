package import Civic

/// Every word on the pages, by key, in all languages: the table `words/pages.tsv` with the columns
/// `key`, `id` and `en`.
package struct Words: Sendable {
    private let phrases: [String: Phrase]

    /// - Throws: a problem with line and column when a key is doubled or is none, a translation is
    ///   missing, or the languages do not have the same placeholders.
    package init(_ table: Table) throws(Problem) {
        var phrases: [String: Phrase] = [:]
        for row in table.rows {
            let key = try row.text("key")
            let phrase = Phrase(try row.text("id"), en: try row.text("en"))
            guard Words.isKey(key), phrases[key] == nil else { throw row.wrong("key", key) }
            guard Words.haveSamePlaceholders(phrase) else { throw row.wrong("en", phrase.english) }
            phrases[key] = phrase
        }
        self.phrases = phrases
    }

    static func haveSamePlaceholders(_ phrase: Phrase) -> Bool {
        Pattern(phrase.indonesian).placeholders == Pattern(phrase.english).placeholders
    }

    package var keys: Set<String> { Set(phrases.keys) }

    package subscript(key: String) -> Phrase? { phrases[key] }

    /// Keys have a hyphen, names of page values have none: `home-title`, `title`.
    package static func isKey(_ name: String) -> Bool { name.utf8.contains(UInt8(ascii: "-")) }
}
