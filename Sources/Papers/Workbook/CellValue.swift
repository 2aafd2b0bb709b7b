package import Civic

/// What one cell of a sheet holds.
package enum CellValue: Hashable, Sendable {
    /// Always written as text: sixteen digits stay sixteen, and a formula stays words.
    case text(String)
    case number(Int64)
    case date(Day)
    case empty
}

/// A column of a sheet: its heading and how its cells are shown.
package struct SheetColumn: Hashable, Sendable {
    package enum Kind: Sendable, CaseIterable {
        /// Stays text when somebody types into it, so that a NIK keeps its digits and zeros.
        case text
        case number
        /// Whole rupiah, shown as `Rp16.800`.
        case rupiah
        /// A day, shown as `2025-11-05`.
        case date
    }

    package let title: String
    /// In characters, as Excel counts widths.
    package let width: Double
    package let kind: Kind

    package init(_ title: String, width: Double, kind: Kind = .text) {
        self.title = title
        self.width = width
        self.kind = kind
    }
}
