import Civic
import Foundation
import Store
import StorePostgres
import StoreSQLite

/// Times a store on one engine: `store-bench STORE KEY PEOPLE`. Makes the store, which must not be
/// there yet, and prints a line for each figure: name, value, unit.
@main
struct StoreBench {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let people = Int(arguments[3]) else {
            FileHandle.standardError.write(Data("usage: store-bench STORE KEY PEOPLE\n".utf8))
            exit(2)
        }
        let (place, key) = (arguments[1], arguments[2])
        let engine: any StoreEngine =
            PostgresPlace.isAddress(place)
            ? try PostgresEngine(try PostgresPlace(place), .create)
            : try SQLiteEngine(place, .create)
        let act = Act(actor: "bench", at: Instant(milliseconds: 1_762_318_800_000))
        let store = try await CityStore.create(
            on: engine, key: try KeyFile.create(at: key), region: "bekasi", by: act)
        let bench = StoreBench(
            store: store, engine: engine, city: BenchCity(people: people), act: act)
        try await bench.load()
        try await bench.lookUp()
        try await bench.list()
        try await bench.record()
        try await engine.close()
    }

    let store: CityStore
    let engine: any StoreEngine
    let city: BenchCity
    let act: Act

    private static let lookUps = 20_000
    private static let pages = 2_000
    private static let events = 20_000

    private func load() async throws {
        let run = city.run()
        let time = try await ContinuousClock().measure { try await store.importRun(run, by: act) }
        var rows = 0
        for table in ["person", "source_row", "name_word", "person_agency", "tally", "delivery"] {
            rows += try await engine.read { reader throws(Problem) in
                try reader.integer("SELECT COUNT(*) FROM \(table)")
            }
        }
        say("load_rows", Double(rows), "rows")
        say("load_seconds", time / .seconds(1), "s")
        say("load_speed", Double(rows) / (time / .seconds(1)), "rows/s")
    }

    private func lookUp() async throws {
        var random = SystemRandomNumberGenerator()
        var times: [Duration] = []
        for _ in 0..<StoreBench.lookUps {
            let serial = Int.random(in: 0..<city.people, using: &random)
            guard let identity = city.identity(serial) else { continue }
            let start = ContinuousClock.now
            let answer = try await store.status(nik: identity.nik, birth: identity.birth)
            times.append(ContinuousClock.now - start)
            guard answer?.person.number == PersonNumber(prefix: "BKS", serial: serial).text
            else { throw Problem.storeFailed("status") }
        }
        say("look_up", times)
    }

    /// The same number of pages of the whole city and of one kelurahan, one after the other.
    private func list() async throws {
        let scopes = [
            ("list_city", Scope.city),
            ("list_kelurahan", Scope.areas([BenchCity.village])),
        ]
        for (name, scope) in scopes {
            var (times, position) = ([Duration](), PagePosition.first)
            for _ in 0..<StoreBench.pages {
                let start = ContinuousClock.now
                let page = try await store.people(
                    matching: PersonFilter(), in: scope, at: position, limit: 50)
                times.append(ContinuousClock.now - start)
                position = page.next ?? .first
            }
            say(name, times)
        }
    }

    private func record() async throws {
        let time = try await ContinuousClock().measure {
            for number in 0..<StoreBench.events {
                try await store.record("list.export", "BKS-\(number)", ["rows": "12"], by: act)
            }
        }
        say("record_speed", Double(StoreBench.events) / (time / .seconds(1)), "events/s")
    }

    private func say(_ name: String, _ times: [Duration]) {
        let sorted = times.sorted()
        for (part, share) in [("p50", 0.5), ("p99", 0.99)] {
            let time = sorted[Int(Double(sorted.count - 1) * share)]
            say("\(name)_\(part)", time / .milliseconds(1), "ms")
        }
    }

    private func say(_ name: String, _ value: Double, _ unit: String) {
        let line = "\(name)\t\(String(format: "%.3f", value))\t\(unit)\n"
        try? FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
    }
}
