import Civic
import Foundation
import Jamsostek
import Programme
import Testing

@testable import Store

/// The freeze of a large city. Asked for by `SIGAP_TEST_LARGE=1`, as it takes half a minute to make
/// the people.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["SIGAP_TEST_LARGE"] == "1"))
struct WaveSpeedTests {
    /// Candidates that differ as those of a city do, made by the database itself.
    private static func fill(_ store: TestStore, _ count: Int) async throws {
        try await store.engine.write { writer throws(Problem) in
            let columns = [
                "id", "number", "name", "name_key", "nik_sealed", "nik_index", "district",
                "village", "occupation", "decile", "standing", "reasons", "rank", "proposed",
                "sources", "evidence",
            ]
            var values: [SQLValue] = []
            for id in 1...count {
                let village = id * 31 % 56
                let place = "32.75.\(NumberText.padded(village % 12 + 1, to: 2))"
                values += [SQLValue(id), .text(PersonNumber(prefix: "BKS", serial: id).text)]
                values += ["NAMA", "NAMA", .bytes(Array(repeating: 7, count: 60))]
                values.append(
                    .bytes((0..<16).map { UInt8(truncatingIfNeeded: id >> ($0 % 4 * 8)) }))
                values += [.text(place), .text("\(place).10\(NumberText.padded(village, to: 2))")]
                values += [.text(id % 3 == 0 ? "online_ojek" : "street_vendor")]
                values += [SQLValue(id % 5 + 1), "waiting", "", SQLValue(id)]
                values += [SQLValue(20_000 + id % 300), 1, "[]"]
                if values.count >= 4000 * columns.count || id == count {
                    try writer.insert(into: "person", columns, values)
                    values.removeAll(keepingCapacity: true)
                }
            }
            try writer.execute(
                """
                INSERT INTO verification_case (number, name_key, district, village, occupation,
                lane, state, standing, work, version, opened, due)
                SELECT number, name_key, district, village, occupation, 'ready', 'approved',
                'verified', 'known', 1, 1, 1 FROM person
                """)
        }
    }

    /// How long is printed, not judged: machines differ.
    @Test(arguments: TestEngine.all)
    func `11,666 of 200,000 are chosen`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        try await Self.fill(store, 200_000)
        let months = WaveCity.months
        try await store.city.openFund(
            Fund(
                id: "apbd-2026", source: .apbd, title: "X", payer: "X", workerGroup: "X",
                months: months), by: .test())
        let id = try await store.city.makeWave(
            NewWave(title: "X", quota: 11_666, months: months, funds: ["apbd-2026"]),
            by: .test("make"))
        let clock = ContinuousClock()
        let supply = try await clock.measure { _ = try await store.city.waveSupply(.verified) }
        let freeze = try await clock.measure {
            try await store.city.freezeWave(
                id, by: WaveCity.rule, seed: 42, hazards: WaveCity.hazards, version: 1,
                .test("freeze"))
        }
        let page = try await clock.measure {
            _ = try await store.city.wavePlaces(id, .init(), after: 150_000, limit: 100)
        }
        let text = try await clock.measure { _ = try await store.city.waveText(id) }
        print(
            "measured \(kind): supply \(supply), freeze \(freeze), page \(page), text \(text)")
        #expect(try await store.city.wave(id)?.order?.chosen == 11_666)
    }
}
