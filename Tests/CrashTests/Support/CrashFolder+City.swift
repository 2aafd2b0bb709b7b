import Civic
import Foundation
import Store
import TestServers

extension CrashFolder {
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

extension Instant {
    static func now() -> Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
