import Civic
import Foundation
import Ledger
import Store

/// One kind of write, each from a task of its own.
enum Work: String, CaseIterable {
    case event
    case account
    case run
    case ledger

    /// Writes what can be found again by `id`.
    func write(_ id: String, to store: CityStore) async throws(Problem) {
        let act = Act(actor: "crash", at: .now(), key: "\(rawValue) \(id)")
        switch self {
        case .event: try await store.record("list.export", id, by: act)
        case .account:
            let new = NewAccount(
                login: id, name: id, role: "auditor", agency: nil, areas: [],
                password: "kata sandi \(id)")
            try await store.createAccount(new, by: act)
        case .run: try await store.importRun(Work.run(id), by: act)
        case .ledger:
            try await store.openFund(Work.fund, by: Act(actor: "crash", at: .now(), key: "fund"))
            try await store.post(Work.transfers(id), by: act)
        }
    }

    private static let fund = "apbd-2026"

    /// What one person costs: money given and set aside, a bill that is paid and one that is not.
    private static func transfers(_ id: String) -> [Transfer] {
        func move(_ flow: Flow, _ amount: Int64) -> Movement {
            Movement(fund: fund, flow, Rupiah(amount))
        }
        return [
            Transfer("\(id)-given", .post(move(.allotment, 50_000))),
            Transfer("\(id)-aside", .post(move(.commitment, 33_600))),
            Transfer("\(id)-bill", .hold(move(.payment, 16_800))),
            Transfer("\(id)-other", .hold(move(.payment, 16_800))),
            Transfer("\(id)-paid", .settle(of: "\(id)-bill")),
            Transfer("\(id)-gone", .void(of: "\(id)-other")),
        ]
    }

    /// People who all bear the name of the run, so that those of two runs cannot be mixed unseen.
    private static func run(_ id: String) -> ImportRun {
        let count = 50 + (id.utf8.reduce(0) { $0 &* 31 &+ Int($1) } & 0xFF)
        let settings = RunSettings(
            asOf: Day(number: 20_400), ruleVersion: id, seed: 1, plan: "{}", summary: "{}")
        return ImportRun(settings: settings, deliveries: [], pairs: []) { add throws(Problem) in
            for serial in 0..<count {
                var person = ImportedPerson(
                    number: PersonNumber(prefix: "BKS", serial: serial), name: id, standing: .review
                )
                person.reasons = ["A7"]
                person.nik = NIK(digits: 3_275_010_101_800_000 + UInt64(serial + 1))
                try add(person)
            }
        }
    }
}

extension Instant {
    static func now() -> Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
