/// What became of the records of a delivery. `read` is always the sum of the other three groups.
package struct RowCounts: Sendable, Hashable {
    package internal(set) var read = 0
    /// Rows that hold a person and take part in linkage.
    package internal(set) var linked = 0
    /// Rows that hold something, but no usable name or number.
    package internal(set) var rejected = 0
    /// Headers, titles, totals and blank rows.
    package internal(set) var repeatedOrEmpty = 0
    /// Identity numbers that were usable after a small repair; counted in `linked` as well.
    package internal(set) var repaired = 0

    package init() {}

    package static func += (left: inout RowCounts, right: RowCounts) {
        left.read += right.read
        left.linked += right.linked
        left.rejected += right.rejected
        left.repeatedOrEmpty += right.repeatedOrEmpty
        left.repaired += right.repaired
    }
}
