/// What a list is filtered by, as it stands in the query of an address: the raw values of `Field` are
/// the names there.
package struct FilterValues<Field>: Sendable, Hashable
where Field: RawRepresentable & CaseIterable & Hashable & Sendable, Field.RawValue == String {
    private var values: [Field: String] = [:]

    package init(_ values: [Field: String] = [:]) { self.values = values }

    /// The filters in the query of an address. Names that are no filter, and empty values, are
    /// ignored.
    package init(query: (String) -> String?) {
        for field in Field.allCases {
            guard let value = query(field.rawValue), !value.isEmpty else { continue }
            values[field] = value
        }
    }

    package subscript(field: Field) -> String? {
        get { values[field] }
        set { values[field] = newValue }
    }

    package var isEmpty: Bool { values.isEmpty }

    package func without(_ field: Field) -> FilterValues {
        var others = self
        others.values[field] = nil
        return others
    }

    /// `list` with these filters and `more`, such as the key from which a page goes on.
    package func address(
        of list: String, with more: [(name: String, value: String?)] = []
    ) -> String {
        list + Query.text(Field.allCases.map { (name: $0.rawValue, value: values[$0]) } + more)
    }
}
