import Civic
import Jamsostek
import Programme
import Testing

@testable import Store

/// A city with verified candidates and two funds.
struct WaveCity {
    static let policy = VerificationPolicy(
        confirmationsNeeded: 0, makerCounts: false, agencies: [:], deadlineDays: 5,
        escalationDays: 3, undoMinutes: 10, linkDays: 7, linkTries: 3, oldReferenceDays: 365,
        source: Citation(id: "x", title: "x"))
    static let rule = WaveRule(
        version: "2025-11", requirement: .verified, decileGroups: [[1, 2, 3], [4, 5]], floor: 3)
    static let hazards = ["online_ojek": 1, "street_vendor": 4]
    static let months = Month(year: 2026, month: 1)...Month(year: 2026, month: 12)

    let store: TestStore
    /// Those who can be in a wave.
    let ready: [ImportedPerson]

    init(_ kind: TestEngine, people: Int = 600) async throws {
        store = try await TestStore(kind)
        let city = SampleCity(people: people, seed: 4)
        try await store.city.importRun(city.run(verifiedBy: WaveCity.policy), by: .test())
        ready = city.people.filter { $0.standing.outcome == .eligible && $0.nik != nil }
        // Everybody whom the rules let in was looked at and found to be right.
        try await store.tamper(
            """
            UPDATE verification_case SET state = 'approved', standing = 'verified', work = 'known'
            WHERE number IN (SELECT number FROM person
                WHERE standing IN ('selected', 'waiting'))
            """)
        for (id, source) in [("apbd-2026", FundingSource.apbd), ("csr-2026", .csr)] {
            try await store.city.openFund(
                Fund(
                    id: id, source: source, title: id, payer: "Kota", workerGroup: "W-\(id)",
                    months: WaveCity.months), by: .test())
        }
    }

    var city: CityStore { store.city }

    func act(_ key: String?) -> Act { Act(actor: "ratna", at: TestStore.noon, key: key) }

    func plan(quota: Int = 60, title: String = "Gelombang 1") -> NewWave {
        NewWave(
            title: title, quota: quota, months: WaveCity.months,
            funds: ["csr-2026", "apbd-2026"])
    }

    /// A wave whose order is frozen.
    func frozen(quota: Int = 60, seed: UInt64 = 42, key: String = "w") async throws -> Int {
        let id = try await city.makeWave(plan(quota: quota), by: act(key))
        try await freeze(id, seed: seed)
        return id
    }

    func freeze(_ id: Int, seed: UInt64 = 42) async throws {
        let version = try #require(try await city.wave(id)).version
        try await city.freezeWave(
            id, by: WaveCity.rule, seed: seed, hazards: WaveCity.hazards, version: version,
            act("freeze \(id)"))
    }

    func wave(_ id: Int) async throws -> Wave { try #require(try await city.wave(id)) }

    /// Puts somebody among the members.
    func insure(_ person: ImportedPerson, number: String? = nil, state: String) async throws {
        let nik = try #require(person.nik)
        let sealer = store.city.sealer
        let isOver = state == "ended" || state == "refused"
        try await store.engine.write { writer throws(Problem) in
            let id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM member") + 1
            try writer.execute(
                """
                INSERT INTO member (id, number, cohort, name, name_key, nik_sealed, nik_index,
                state, first_month, last_month, active_from, ended_month, cause, version)
                VALUES ($1, $2, 'rtrw', 'X', 'X', $3, $4, $5, 24300, 24311, 20000, $6, $7, 1)
                """,
                [
                    SQLValue(id), .text(number ?? person.number.text),
                    .bytes(try sealer.seal(Sealer.bytes(nik.digits), .memberNIK, row: id)),
                    .bytes(sealer.index(of: nik)), .text(state),
                    state == "ended" ? 24_305 : .null, isOver ? "X" : .null,
                ])
        }
    }
}
