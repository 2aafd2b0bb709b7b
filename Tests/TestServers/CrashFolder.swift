import Foundation

/// A folder that is gone with the test.
package final class CrashFolder: Sendable {
    package let path: String

    package init() throws {
        path = NSTemporaryDirectory() + "sigap-crash-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    package func file(_ name: String) -> String { "\(path)/\(name)" }
}
