package import Civic

/// An identity number in a cell of any table; small slips are repaired as in lists of people.
package enum WrittenNIK: Sendable, Hashable {
    case valid(NIK)
    case damaged(RejectCode)

    /// Nil for an empty cell, or one that says "nothing".
    package static func read(_ cell: String) -> WrittenNIK? {
        var cell = cell
        return cell.withUTF8 { bytes in
            let whole = Span(_unsafeElements: bytes)
            let range = FieldRange(start: 0, end: UInt32(whole.count))
            let text = CellText.trimmed(whole, range)
            guard !CellText.isNothing(text) else { return nil }
            switch NIKCell.read(text) {
            case .valid(let digits, _): return NIK(digits: digits).map { .valid($0) }
            case .damaged(let code, _): return .damaged(code)
            }
        }
    }
}
