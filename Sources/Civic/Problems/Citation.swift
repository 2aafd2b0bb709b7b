/// Where a rule or a figure comes from.
package struct Citation: Hashable, Sendable, Codable {
    /// Short key of the instrument: `pp-44-2015`.
    package let id: String
    /// As lawyers write it: `PP 44/2015 Lampiran II`.
    package let title: String

    package init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}
