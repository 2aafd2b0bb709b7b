import Civic

/// A zip archive whose entries are stored as they are, one after the other.
final class StoredZip {
    private let file: FileOutput
    private var entries: [Entry] = []

    private struct Entry {
        let name: [UInt8]
        let start: UInt32
        var checksum = Checksum()
        var size: UInt32 = 0
    }

    init(_ path: String) throws(Problem) { file = try FileOutput(path) }

    /// Begins an entry; what is appended next belongs to it.
    func begin(_ name: String) throws(Problem) {
        try closeEntry()
        entries.append(Entry(name: Array(name.utf8), start: UInt32(file.size)))
        let entry = entries[entries.count - 1]
        try file.append { StoredZip.appendHeader(entry, to: &$0) }
    }

    func append(_ bytes: [UInt8]) throws(Problem) {
        entries[entries.count - 1].checksum.add(bytes)
        entries[entries.count - 1].size += UInt32(bytes.count)
        try file.append { $0.append(contentsOf: bytes) }
    }

    /// Writes the directory; the archive is complete afterwards.
    func finish() throws(Problem) {
        try closeEntry()
        let start = UInt32(file.size)
        var directory: [UInt8] = []
        for entry in entries { StoredZip.appendDirectory(entry, to: &directory) }
        let size = UInt32(directory.count)
        directory.append(contentsOf: [0x50, 0x4B, 5, 6, 0, 0, 0, 0])
        StoredZip.append(short: UInt16(entries.count), to: &directory)
        StoredZip.append(short: UInt16(entries.count), to: &directory)
        StoredZip.append(long: size, to: &directory)
        StoredZip.append(long: start, to: &directory)
        StoredZip.append(short: 0, to: &directory)
        try file.append { $0.append(contentsOf: directory) }
        try file.finish()
    }

    /// Checksum and size are known only now: the header is written once more.
    private func closeEntry() throws(Problem) {
        guard let entry = entries.last else { return }
        var header: [UInt8] = []
        StoredZip.appendHeader(entry, to: &header)
        try file.overwrite(header, at: Int(entry.start))
    }

    private static func appendHeader(_ entry: Entry, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: [0x50, 0x4B, 3, 4])
        appendFacts(entry, to: &bytes)
        append(short: 0, to: &bytes)
        bytes.append(contentsOf: entry.name)
    }

    private static func appendDirectory(_ entry: Entry, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: [0x50, 0x4B, 1, 2, 20, 0])
        appendFacts(entry, to: &bytes)
        // No extra field, comment, disk number or attributes.
        bytes.append(contentsOf: Array(repeating: 0, count: 12))
        append(long: entry.start, to: &bytes)
        bytes.append(contentsOf: entry.name)
    }

    /// The part that header and directory share, up to the length of the name.
    private static func appendFacts(_ entry: Entry, to bytes: inout [UInt8]) {
        // Version 2.0, UTF-8 names, stored, 1 January 1980: the same bytes on every day.
        bytes.append(contentsOf: [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0])
        append(long: entry.checksum.value, to: &bytes)
        append(long: entry.size, to: &bytes)
        append(long: entry.size, to: &bytes)
        append(short: UInt16(entry.name.count), to: &bytes)
    }

    private static func append(short value: UInt16, to bytes: inout [UInt8]) {
        bytes.append(UInt8(value & 0xFF))
        bytes.append(UInt8(value >> 8))
    }

    private static func append(long value: UInt32, to bytes: inout [UInt8]) {
        append(short: UInt16(value & 0xFFFF), to: &bytes)
        append(short: UInt16(value >> 16), to: &bytes)
    }
}

/// The CRC-32 of zip archives, byte by byte.
struct Checksum {
    private var state = UInt32.max

    var value: UInt32 { ~state }

    mutating func add(_ bytes: [UInt8]) {
        for byte in bytes {
            state = Checksum.table[Int((state ^ UInt32(byte)) & 0xFF)] ^ state >> 8
        }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { rest, _ in
            rest & 1 == 1 ? 0xEDB8_8320 ^ rest >> 1 : rest >> 1
        }
    }
}
