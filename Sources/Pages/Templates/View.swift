/// What a template may name, every value ready to be shown: texts, flags, lists and parts.
///
/// A name that a view lacks is looked up in the views around it, then in the frame of the page,
/// then among the words; a name that nobody knows fails the page (see ``PageTemplates``).
package struct View: ExpressibleByDictionaryLiteral, Sendable {
    package enum Value: Sendable {
        case text(String)
        case flag(Bool)
        case list([View])
        /// A section that is shown once, or not at all when there is nothing.
        case part(View?)
    }

    package private(set) var values: [String: Value]

    package init(dictionaryLiteral elements: (String, Value)...) {
        values = Dictionary(elements) { _, _ in
            preconditionFailure("a view names a value twice")
        }
    }

    package static let empty: View = [:]

    /// This view with the values of another; the two must not share a name.
    package func with(_ other: View) -> View {
        var joined = self
        joined.values.merge(other.values) { _, _ in
            preconditionFailure("two views name the same value")
        }
        return joined
    }
}
