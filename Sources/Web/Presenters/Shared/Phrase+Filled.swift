import Civic
import Pages

extension Phrase {
    /// The phrase with every placeholder that `values` knows filled in, in each language.
    func filled(_ values: [String: Phrase]) -> Phrase {
        Phrase(
            Words.Pattern(indonesian).filled(values.mapValues(\.indonesian)),
            en: Words.Pattern(english).filled(values.mapValues(\.english)))
    }

    /// What is the same in every language: a number, a name.
    static func same(_ text: String) -> Phrase { Phrase(text, en: text) }

    static func joined(_ phrases: [Phrase], by separator: String = ", ") -> Phrase {
        Phrase(
            phrases.map(\.indonesian).joined(separator: separator),
            en: phrases.map(\.english).joined(separator: separator))
    }
}
