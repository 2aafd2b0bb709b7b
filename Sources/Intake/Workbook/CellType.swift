/// How a cell's `v` is to be read: the attribute `t` (ECMA-376 part 1, 18.18.11).
enum CellType: UInt8 {
    case number
    /// The number of a shared text.
    case shared
    /// Text in the cell, or the text a formula gave when the file was saved.
    case text
    case boolean
    /// Such as `#REF!`: nothing that could be used.
    case error
    /// A date in ISO 8601.
    case date

    init(_ attribute: UnsafePointer<CChar>) {
        switch UInt8(bitPattern: attribute[0]) {
        // `s` is shared, `str` is the text of a formula.
        case UInt8(ascii: "s"): self = attribute[1] == 0 ? .shared : .text
        case UInt8(ascii: "i"): self = .text
        case UInt8(ascii: "b"): self = .boolean
        case UInt8(ascii: "e"): self = .error
        case UInt8(ascii: "d"): self = .date
        default: self = .number
        }
    }
}
