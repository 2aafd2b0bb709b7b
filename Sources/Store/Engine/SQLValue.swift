/// What a column or a placeholder can hold in both engines. Money, days, instants and row ids are
/// integers; sealed boxes and hashes are bytes.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])

    package init(_ value: Int) { self = .integer(Int64(value)) }

    package init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .null }

    package init(_ value: String?) { self = value.map { .text($0) } ?? .null }

    package init(_ value: [UInt8]?) { self = value.map { .bytes($0) } ?? .null }
}

extension SQLValue: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
}

extension SQLValue: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int64) { self = .integer(value) }
}
