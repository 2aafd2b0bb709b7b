/// Words in braces in the wording of decrees and of the city's other papers, to be filled in when a
/// paper is made.
package enum WordingBlanks {
    package static func filled(_ text: String, _ values: [String: String]) -> String {
        values.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// The first one that is not among `known`; nil when there is none.
    package static func unknown(in text: String, but known: Set<String>) -> String? {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().lazy
            .map { String($0.prefix { $0 != "}" }) }
            .first { !known.contains($0) }
    }
}
