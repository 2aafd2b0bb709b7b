import Civic
import Foundation
import Store
import StorePostgres
import StoreSQLite

/// Writes to a store for as long as it lives, in as many ways as the store has, and says on standard
/// output what the store acknowledged: a line `kind id` for each. It is there to be killed.
@main
struct CrashWriter {
    /// Arguments: the store, its key file, and a name by which this life's writes are told apart.
    static func main() async throws {
        let arguments = CommandLine.arguments
        let store: CityStore
        do {
            store = try await open(arguments[1], key: arguments[2])
        } catch {
            return Acknowledgement.say("refused \(error.code)")
        }
        Acknowledgement.say("ready")
        await withTaskGroup(of: Void.self) { group in
            for work in Work.allCases {
                group.addTask { await repeatedly(work, on: store, life: arguments[3]) }
            }
        }
    }

    private static func open(_ place: String, key: String) async throws(Problem) -> CityStore {
        let engine: any StoreEngine =
            PostgresPlace.isAddress(place)
            ? try PostgresEngine(try PostgresPlace(place), .write)
            : try SQLiteEngine(place, .write)
        return try await CityStore.open(engine, key: try KeyFile.load(from: key), at: .now())
    }

    private static func repeatedly(_ work: Work, on store: CityStore, life: String) async {
        for number in 1... {
            let id = "\(life)-\(number)"
            do {
                try await work.write(id, to: store)
                Acknowledgement.say("\(work.rawValue) \(id)")
            } catch {
                Acknowledgement.say("failed \(error.code)")
                try? await Task.sleep(for: .milliseconds(20))
            }
        }
    }
}

enum Acknowledgement {
    /// One write for a line, so that a killed writer has said all of it or nothing.
    static func say(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    }
}
