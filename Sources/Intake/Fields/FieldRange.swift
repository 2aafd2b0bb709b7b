/// A field's bytes inside its row's buffer: from `start` up to, not including, `end`, in bytes.
@frozen package struct FieldRange: BitwiseCopyable, Hashable, Sendable {
    package var start: UInt32
    package var end: UInt32

    @inlinable package init(start: UInt32, end: UInt32) {
        self.start = start
        self.end = end
    }

    /// The field of a missing cell.
    @inlinable package static var empty: FieldRange { FieldRange(start: 0, end: 0) }

    @inlinable package var isEmpty: Bool { start == end }

    @inlinable package var indices: Range<Int> { Int(start)..<Int(end) }
}
