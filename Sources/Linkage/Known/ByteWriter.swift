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

    /// Nil when the bytes are not whole: nothing is made of what is damaged.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard ByteReader.isWhole(bytes) else { return nil }
        self.bytes = bytes
    }

    /// Walks from array to array and compares the digest at the end.
    private static func isWhole(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var digest = ByteDigest()
        var position = 0
        while position < bytes.count - 8 {
            guard bytes.count - position >= 24 else { return false }
            let count = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            let stride = bytes.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self)
            let (size, overflow) = count.multipliedReportingOverflow(by: stride)
            guard !overflow, size <= UInt64(bytes.count - position - 24) else { return false }
            digest.add(UnsafeRawBufferPointer(rebasing: bytes[position..<position + 16]))
            let end = position + 16 + Int(size)
            digest.add(UnsafeRawBufferPointer(rebasing: bytes[position + 16..<end]))
            position = end
        }
        return position == bytes.count - 8
            && bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) == digest.value
    }

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

    /// Whether everything was read.
    var isAtEnd: Bool { position == bytes.count - 8 }

    private mutating func take<Element: BitwiseCopyable>(
        _ count: Int, of type: Element.Type
    ) -> [Element]? {
        let size = count * MemoryLayout<Element>.stride
        guard bytes.count - position >= size else { return nil }
        let part = UnsafeRawBufferPointer(rebasing: bytes[position..<position + size])
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
