import Civic
import Foundation
import Ledger
import Store
import StorePostgres
import StoreSQLite

/// Times a store on one engine: `store-bench STORE KEY PEOPLE`. Makes the store, which must not be
/// there yet, a backup beside the key and another store from that, and prints a line for each figure:
/// name, value, unit. With `contributions` behind them, a month of contributions instead; with a number
/// of people, a wave that chooses so many and its way to the insurer and back.
@main
struct StoreBench {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard 4...5 ~= arguments.count, let people = Int(arguments[3]) else {
            FileHandle.standardError.write(
                Data("usage: store-bench STORE KEY PEOPLE [contributions|CHOSEN]\n".utf8))
            exit(2)
        }
        let engine = try engine(arguments[1])
        let store = try await CityStore.create(
            on: engine, key: try KeyFile.create(at: arguments[2]), region: "bekasi", by: act)
        let bench = StoreBench(store: store, engine: engine, city: BenchCity(people: people))
        if arguments.last == "contributions" {
            try await ContributionBench(store: store, city: bench.city, say: bench.say).run()
        } else if arguments.count == 5, let quota = Int(arguments[4]) {
            try await WaveBench(
                store: store, engine: engine, city: bench.city, quota: quota, say: bench.say
            ).run()
        } else {
            try await bench.run(at: arguments[1], key: arguments[2])
        }
        try await engine.close()
    }

    private func run(at place: String, key: String) async throws {
        try await load()
        try await lookUp()
        try await list()
        try await record()
        try await post()
        try await verify()
        try await carry(place, key: key)
    }

    private static func engine(_ place: String) throws -> any StoreEngine {
        PostgresPlace.isAddress(place)
            ? try PostgresEngine(try PostgresPlace(place), .create)
            : try SQLiteEngine(place, .create)
    }

    /// A store beside that at `place`, to be filled.
    private static func draft(beside place: String) throws -> any StoreDraft {
        PostgresPlace.isAddress(place)
            ? try PostgresDraft(try PostgresPlace(place).scratch(), isScratch: true)
            : try SQLiteDraft("\(place).restored")
    }

    private static let act = Act(actor: "bench", at: Instant(milliseconds: 1_762_318_800_000))

    let store: CityStore
    let engine: any StoreEngine
    let city: BenchCity

    private var act: Act { StoreBench.act }

    private static let lookUps = 20_000
    private static let pages = 2_000
    private static let events = 20_000
    private static let sets = 20
    private static let setSize = 10_000

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

    /// A month's bills of many people, set by set.
    private func post() async throws {
        let fund = "apbd-2026"
        try await store.openFund(fund, by: act)
        let all = Rupiah(Int64(StoreBench.sets * StoreBench.setSize) * 16_800)
        let given = [Flow.allotment, .commitment].map { flow in
            Transfer("all-\(flow)", .post(Movement(fund: fund, flow, all)))
        }
        try await store.post(given, by: act)
        let time = try await ContinuousClock().measure {
            for set in 0..<StoreBench.sets {
                let bills = (0..<StoreBench.setSize).map { person in
                    Transfer(
                        "2026-03/\(set)/\(person)",
                        .hold(Movement(fund: fund, .payment, Rupiah(16_800))))
                }
                try await store.post(bills, by: act)
            }
        }
        let transfers = Double(StoreBench.sets * StoreBench.setSize)
        say("post_speed", transfers / (time / .seconds(1)), "transfers/s")
    }

    private func verify() async throws {
        var (events, time) = (0, Duration.zero)
        for _ in 0..<10 {
            let start = ContinuousClock.now
            let check = try await store.verifyJournal()
            time += ContinuousClock.now - start
            guard check.fault == nil else { throw Problem.storeFailed("journal") }
            events += check.sound
        }
        say("verify_speed", Double(events) / (time / .seconds(1)), "events/s")
        let start = ContinuousClock.now
        guard try await store.checkLedger().fault == nil else {
            throw Problem.storeFailed("ledger")
        }
        say("check_ledger_seconds", (ContinuousClock.now - start) / .seconds(1), "s")
    }

    private func carry(_ place: String, key: String) async throws {
        let backup = "\(key).backup"
        let made = try await ContinuousClock().measure {
            try await store.backUp(to: backup, by: act)
        }
        say("backup_seconds", made / .seconds(1), "s")
        let keyFile = try KeyFile.load(from: key)
        let restored = try await ContinuousClock().measure {
            _ = try await CityRestore(backup, keyFile)
                .rehearse(in: try StoreBench.draft(beside: place), at: act.at)
        }
        say("restore_seconds", restored / .seconds(1), "s")
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
