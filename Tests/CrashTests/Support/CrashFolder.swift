import Civic
import Foundation
import Store

/// A folder that is gone with the test.
final class CrashFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "sigap-crash-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Makes an empty city, closed again.
    func city(on engine: any StoreEngine) async throws -> KeyFile {
        let key = try KeyFile.create(at: file("city.key"))
        let act = Act(actor: "crash", at: .now())
        _ = try await CityStore.create(on: engine, key: key, region: "bekasi", by: act)
        try await engine.close()
        return key
    }
}

extension Sequence<String> {
    /// What a writer said was kept, as the keys under which it asked for it.
    var acknowledged: [String] {
        filter { !$0.hasPrefix("failed ") && $0 != "ready" && !$0.hasPrefix("refused ") }
    }
}

/// Tells a figure to whoever runs the tests.
func report(_ line: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data("\(line)\n".utf8))
}

extension Instant {
    static func now() -> Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
