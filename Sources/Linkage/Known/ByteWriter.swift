/// Hands arrays of plain values to whoever keeps them, byte for byte.
struct ByteWriter<Failure: Error>: ~Copyable {
    private let write: (UnsafeRawBufferPointer) throws(Failure) -> Void
    private var digest = ByteDigest()

    init(_ write: @escaping (UnsafeRawBufferPointer) throws(Failure) -> Void) { self.write = write }

    mutating func put<Element: BitwiseCopyable>(_ array: [Element]) throws(Failure) {
        try putBytes(of: [UInt64(array.count), UInt64(MemoryLayout<Element>.stride)])
        try putBytes(of: array)
    }

    mutating func put(_ text: String) throws(Failure) { try put(Array(text.utf8)) }

    /// Ends with a digest of all that was written.
    consuming func finish() throws(Failure) {
        let value = digest.value
        try putBytes(of: [value])
    }

    private mutating func putBytes<Element: BitwiseCopyable>(
        of array: [Element]
    ) throws(Failure) {
        array.withUnsafeBytes { digest.add($0) }
        try array.withUnsafeBufferPointer { (elements) throws(Failure) in
            try write(UnsafeRawBufferPointer(elements))
        }
    }
}

/// Reads back what a ``ByteWriter`` wrote.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    private var digest = ByteDigest()

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Nil when the bytes end early or are of something else.
    mutating func array<Element: BitwiseCopyable>(of type: Element.Type) -> [Element]? {
        guard let head = take(2, of: UInt64.self), head[1] == UInt64(MemoryLayout<Element>.stride),
            head[0] <= UInt64(bytes.count)
        else { return nil }
        return take(Int(head[0]), of: Element.self)
    }

    mutating func text() -> String? {
        array(of: UInt8.self).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether the digest that follows is that of all that was read.
    mutating func isWhole() -> Bool {
        let expected = digest.value
        return take(1, of: UInt64.self)?.first == expected && position == bytes.count
    }

    private mutating func take<Element: BitwiseCopyable>(
        _ count: Int, of type: Element.Type
    ) -> [Element]? {
        let size = count * MemoryLayout<Element>.stride
        guard bytes.count - position >= size else { return nil }
        let part = UnsafeRawBufferPointer(rebasing: bytes[position..<position + size])
        digest.add(part)
        position += size
        return [Element](unsafeUninitializedCapacity: count) { target, filled in
            UnsafeMutableRawBufferPointer(target).copyMemory(from: part)
            filled = count
        }
    }
}

/// A digest that finds damage by accident, at the speed of memory. It does not protect against
/// intent.
private struct ByteDigest {
    private(set) var value: UInt64 = 0x5349_4741_5031_0001

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var sum = value
        let words = bytes.count / 8
        for word in 0..<words {
            let next = bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
            sum = (sum ^ next) &* 0x9e37_79b9_7f4a_7c15
            sum ^= sum >> 29
        }
        for byte in bytes[(words * 8)...] { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
        value = sum &+ UInt64(bytes.count)
    }
}
