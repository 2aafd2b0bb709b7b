import FoundationEssentials

/// The bytes of a file that a test is about to spoil.
enum FileBytes {
    static func read(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path)))
    }
}
