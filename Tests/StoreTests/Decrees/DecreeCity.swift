import Civic
import Jamsostek
import Programme
import Testing

@testable import Store

/// A city with a frozen wave, from which a decree can be drafted.
struct DecreeCity {
    static let january = Month(year: 2026, month: 1)
    static let year = january...(january + 11)
    static let day: Int64 = 86_400_000
    static let price = Rupiah(16_800)
    static let discounted = Rupiah(8400)

    private static func numbering() -> DecreeNumbering {
        guard let numbering = DecreeNumbering("Kep.{nomor}/{bulan}/{tahun}") else {
            preconditionFailure("a pattern with a number")
        }
        return numbering
    }

    static let policy = DecreePolicy(
        letterhead: ["KOTA"], invocation: [], title: "KEPUTUSAN", place: "Kota",
        signerOffice: ["WALI KOTA"], signerName: "X",
        steps: ["kabid", "kadis", "sekda"].map {
            DecreePolicy.Step(id: $0, office: Phrase($0, en: $0))
        },
        numbering: numbering(), signedFile: .mayFollow,
        verifiedOnly: false, additions: [],
        wordings: [
            .determination: wording("Menetapkan {jumlah} orang, {dana}"),
            .amendment: wording("Mengubah {diubah} ke-{ke}: {tambah}, {keluar}, {ubah}"),
        ], sources: [])

    static func wording(_ point: String) -> DecreePolicy.Wording {
        DecreePolicy.Wording(
            about: "TENTANG {tahun}", annexTitle: "DAFTAR", considering: ["a"], recalling: ["b"],
            deciding: [point])
    }

    let store: TestStore
    /// In the order of the wave.
    let people: [ImportedPerson]

    var city: CityStore { store.city }

    /// A wave that chose `chosen` people and lets two wait, and two funds of `budget` each.
    init(
        _ kind: TestEngine, chosen: Int = 12, budget: Int64 = 100_000_000,
        changing: ([ImportedPerson]) -> [ImportedPerson] = { $0 }
    ) async throws {
        store = try await TestStore(kind)
        let sample = SampleCity(people: chosen * 8, seed: 6).people
        let fit = changing(
            sample.filter { person in
                [.selected, .waiting].contains(person.standing) && person.nik != nil
            })
        // An import numbers people in its own order.
        let numbered = fit.enumerated().map { serial, person in
            var person = person
            person.number = PersonNumber(prefix: "BKS", serial: serial)
            return person
        }
        people = Array(numbered.prefix(chosen + 2))
        try #require(people.count == chosen + 2)
        try await store.city.importRun(SampleCity(numbered).run(), by: .test())
        for (id, source) in [("apbd-2026", FundingSource.apbd), ("csr-2026", .csr)] {
            try await store.city.openFund(
                Fund(
                    id: id, source: source, title: id.uppercased(), payer: "Kota",
                    workerGroup: "W-\(id)", months: Self.year), by: .test())
            try await store.city.allot(
                Rupiah(budget), to: id, note: "DPA", key: "1", by: .test())
        }
        try await insertWave(chosen)
    }

    /// The first half is paid by the city; the rest by a company from July on, and by the city
    /// before.
    private func insertWave(_ chosen: Int) async throws {
        let people = people
        try await store.engine.write { writer throws(Problem) in
            try writer.execute(
                """
                INSERT INTO wave (id, title, quota, first_month, months, state, seed, digest,
                frozen_at, frozen_by, actor, at, version)
                VALUES (1, 'Gelombang 1', \(chosen), \(Self.january.number), 12, 'frozen', '1',
                'x', 1, 'ratna', 'ratna', 1, 1)
                """)
            var places: [SQLValue] = []
            var funding: [SQLValue] = []
            for (place, person) in people.enumerated() {
                let isChosen = place < chosen
                let village = person.place.flatMap { $0.level == .village ? $0.description : nil }
                places += [1, SQLValue(place + 1), .text(person.number.text)]
                places += [SQLValue(person.place?.district.description), SQLValue(village)]
                places += [SQLValue(person.occupation), 1, "0"]
                places += [.text(isChosen ? "chosen" : "waiting"), SQLValue(place + 1)]
                guard isChosen else { continue }
                let isShared = place >= chosen / 2
                funding += [1, .text(person.number.text), SQLValue(Self.january)]
                funding += [SQLValue(Self.january + (isShared ? 5 : 11)), "apbd-2026"]
                guard isShared else { continue }
                funding += [1, .text(person.number.text), SQLValue(Self.january + 6)]
                funding += [SQLValue(Self.january + 11), "csr-2026"]
            }
            try writer.insert(
                into: "wave_place",
                [
                    "wave_id", "place", "number", "district", "village", "occupation", "hazard",
                    "draw", "standing", "village_place",
                ], places)
            try writer.insert(
                into: "wave_funding",
                ["wave_id", "number", "first_month", "last_month", "fund"], funding)
        }
    }

    /// What the city pays in full, and a company half for drivers.
    static func prices(_ months: ClosedRange<Month> = year) throws -> CoverPrices {
        try CoverPrices(months: months, sectors: ["online_ojek": .transport]) { _, source, sector in
            source == .csr && sector == .transport ? discounted : price
        }
    }

    /// Whoever it is, at noon so many days later.
    func act(_ actor: String, _ key: String? = nil, days: Int64 = 0) -> Act {
        Act(actor: actor, at: TestStore.noon + days * Self.day, key: key)
    }

    func draft(_ key: String = "draft") async throws -> Int {
        try await city.draftDecree(fromWave: 1, Self.policy, by: act("ratna", key))
    }

    func record(_ id: Int) async throws -> DecreeRecord {
        try #require(try await city.decree(id, Self.policy))
    }

    /// From draft to number.
    func sign(_ id: Int, serial: Int = 655) async throws {
        try await city.beginSigning(id, Self.policy, by: act("ratna"))
        let digest = try #require(try await record(id).decree.digest)
        for actor in ["lukman", "ratna", "lukman"] {
            try await city.signOff(id, digest: digest, note: nil, Self.policy, by: act(actor))
        }
        try await city.numberDecree(
            id, number: "Kep.\(serial)/XI/2025", signedOn: .jakarta(at: TestStore.noon),
            Self.policy, by: act("ratna"))
    }

    func putInForce(_ id: Int, _ key: String? = nil) async throws {
        try await city.putInForce(id, Self.policy, try Self.prices(), by: act("ratna", key))
    }

    /// A decree in force of everybody whom the wave chose.
    func decree() async throws -> Int {
        let id = try await draft()
        try await sign(id)
        try await putInForce(id)
        return id
    }

    func member(_ number: PersonNumber) async throws -> MemberRecord {
        try #require(try await city.member(number.text, in: .city))
    }

    /// What funds hold for decrees is what their months were promised at.
    func expectMoneyIsRight(_ location: SourceLocation = #_sourceLocation) async throws {
        #expect(try await city.checkLedger().fault == nil, sourceLocation: location)
        for fund in try await city.funds() {
            let promised = try await store.engine.read { reader throws(Problem) in
                try reader.integer(
                    """
                    SELECT COALESCE(SUM(committed), 0) FROM cover_month
                    WHERE fund = $1 AND state IN ('promised', 'billed')
                    """, [.text(fund.fund.id)])
            }
            #expect(fund.committed == Rupiah(Int64(promised)), sourceLocation: location)
        }
    }
}
