/// The portable form of rows. Every value stands behind a mark of its kind: a whole number in eight
/// bytes, text and bytes behind their length, the most significant byte first. Equal rows have equal
/// bytes whichever engine they come from, and different rows have different ones.
package enum RowForm {
    static let null: UInt8 = 0
    static let integer: UInt8 = 1
    static let text: UInt8 = 2
    static let bytes: UInt8 = 3

    package static func appendNull(to bytes: inout [UInt8]) { bytes.append(null) }

    package static func append(_ number: Int64, to bytes: inout [UInt8]) {
        bytes.append(integer)
        append(bits: number, to: &bytes)
    }

    package static func append(text content: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
        append(text, content, to: &bytes)
    }

    package static func append(bytes content: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
        append(self.bytes, content, to: &bytes)
    }

    private static func append(
        _ mark: UInt8, _ content: UnsafeRawBufferPointer, to bytes: inout [UInt8]
    ) {
        bytes.append(mark)
        append(bits: UInt32(content.count), to: &bytes)
        bytes.append(contentsOf: content)
    }

    static func append(bits number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
