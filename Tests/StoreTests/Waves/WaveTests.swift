import Civic
import Crypto
import Programme
import Testing

@testable import Store

@Suite struct WaveTests {
    @Test(arguments: TestEngine.all)
    func `a wave is planned once under one key, changed and given up`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await WaveCity(kind, people: 60)
        let id = try await setup.city.makeWave(setup.plan(), by: setup.act("a"))
        #expect(try await setup.city.makeWave(setup.plan(), by: setup.act("a")) == id)
        #expect(try await setup.city.waves().map(\.plan) == [setup.plan()])
        #expect(try await setup.wave(id).state == .draft)
        let other = setup.plan(quota: 99, title: "Lain")
        try await setup.city.confirmWave(id, isConfirmed: true, by: setup.act("b"))
        #expect(try await setup.wave(id).branchConfirmed?.actor == "ratna")
        await expectProblem("wave-changed") {
            try await setup.city.changeWave(id, to: other, version: 1, by: setup.act("c"))
        }
        try await setup.city.changeWave(id, to: other, version: 2, by: setup.act("d"))
        let changed = try await setup.wave(id)
        #expect(changed.plan == other)
        // The branch agreed to another plan.
        #expect(changed.branchConfirmed == nil)
        try await setup.city.cancelWave(id, by: setup.act("e"))
        #expect(try await setup.wave(id).state == .cancelled)
        await expectProblem("wave-settled") { try await setup.freeze(id) }
        let verbs = try await setup.city.events(before: nil, limit: 9).map(\.verb)
        #expect(
            verbs.prefix(4) == ["wave.cancel", "wave.change", "wave.confirm", "wave.make"])
        #expect(try await setup.city.wave(id + 1) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a wave uses each fund once, and only funds that are there`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await WaveCity(kind, people: 40)
        for funds in [["apbd-2026", "apbd-2026"], ["psr-2026"]] {
            await expectProblem("wave-funds") {
                try await setup.city.makeWave(
                    NewWave(title: "X", quota: 1, months: WaveCity.months, funds: funds),
                    by: setup.act("\(funds)"))
            }
        }
        #expect(try await setup.city.waves().isEmpty)
    }

    @Test(arguments: TestEngine.all)
    func `the frozen order is that of the rule, and its digest that of its text`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await WaveCity(kind)
        #expect(try await setup.city.waveSupply(.verified).count == setup.ready.count)
        let id = try await setup.frozen()
        let expected = WaveOrder(
            setup.ready.map { person in
                let village = person.place.flatMap { $0.level == .village ? $0 : nil }
                return WaveCandidate(
                    number: person.number.text, district: person.place?.district,
                    village: village, occupation: person.occupation, decile: person.decile,
                    hazard: person.occupation.flatMap { WaveCity.hazards[$0] } ?? 9,
                    proposed: person.proposed)
            }, by: WaveCity.rule, seed: 42, quota: 60)
        #expect(try await setup.city.allWavePlaces(id) == expected.places)
        #expect(try await setup.city.waveShares(id) == expected.shares)
        let wave = try await setup.wave(id)
        let order = try #require(wave.order)
        #expect(wave.state == .frozen)
        #expect((order.eligible, order.chosen) == (setup.ready.count, 60))
        #expect((order.seed, order.rule, order.actor) == (42, WaveCity.rule, "ratna"))
        let text = try #require(try await setup.city.waveText(id))
        let digest = SHA256.hash(data: text).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0\(digits)" : digits
        }
        #expect(order.digest == digest.joined())
        let events = try await setup.city.events(before: nil, limit: 1)
        #expect(events.first?.verb == "wave.freeze")
        #expect(events.first?.detail["digest"] == order.digest)
        #expect(try await setup.city.verifyJournal().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a place that somebody changes behind the store's back is found by the digest`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await WaveCity(kind, people: 200)
        let id = try await setup.frozen(quota: 20)
        for change in [
            "UPDATE wave_place SET standing = 'chosen' WHERE standing = 'waiting'",
            "DELETE FROM wave_place", "UPDATE wave_quota SET places = 0",
        ] {
            await expectProblem("store-conflict") { try await setup.store.tamper(change) }
        }
        let digest = try #require(try await setup.wave(id).order?.digest)
        try await setup.store.unguard("wave_place")
        try await setup.store.tamper("UPDATE wave_place SET decile = 1 WHERE place = 7")
        let text = try #require(try await setup.city.waveText(id))
        #expect(WaveDigest.text(of: text) != digest)
    }

    @Test(arguments: TestEngine.all)
    func `an order is frozen once, and never changed after`(_ kind: TestEngine) async throws {
        let setup = try await WaveCity(kind, people: 200)
        let id = try await setup.frozen(quota: 20)
        let before = try await setup.wave(id)
        // The same request again is no second order.
        try await setup.city.freezeWave(
            id, by: WaveCity.rule, seed: 1, hazards: [:], version: 1, setup.act("freeze \(id)"))
        #expect(try await setup.wave(id) == before)
        await expectProblem("wave-settled") {
            try await setup.city.freezeWave(
                id, by: WaveCity.rule, seed: 1, hazards: [:], version: 2, setup.act("again"))
        }
        await expectProblem("wave-settled") {
            try await setup.city.changeWave(
                id, to: setup.plan(quota: 5), version: 2, by: setup.act("change"))
        }
        #expect(try await setup.city.wavePlaces(id, .init(), limit: 1).lines.count == 1)
    }

    @Test(arguments: TestEngine.all)
    func `nobody who is insured, dead, chosen elsewhere, unverified or without a NIK is in it`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await WaveCity(kind)
        let out = Array(setup.ready.prefix(7))
        try await setup.insure(out[0], state: "active")
        // Under another number, in an older cohort.
        try await setup.insure(out[1], number: "RT-1", state: "enrolled")
        try await setup.insure(out[2], state: "refused")
        let (dead, conflict, erased) = (out[3].number.text, out[4].number.text, out[5].number)
        try await setup.store.tamper(
            """
            INSERT INTO claim (id, number, kind, day, state, due, actor, at, version)
            VALUES (1, '\(dead)', 'death', 20000, 'open', 20001, 'x', 1, 1)
            """,
            "UPDATE verification_case SET standing = 'conflict' WHERE number = '\(conflict)'")
        _ = try await setup.city.erase(
            .number(erased), noting: ErasureList(besideKey: setup.store.key.path),
            by: setup.act(nil))
        let id = try await setup.frozen(quota: 30)
        let numbers = Set(try await setup.city.allWavePlaces(id).map(\.candidate.number))
        let expected = Set(setup.ready.map(\.number.text)).subtracting(
            [out[0].number.text, out[1].number.text, dead, conflict, erased.text])
        #expect(numbers == expected)
        // Whoever was refused may come again; whoever was chosen may not be chosen twice.
        #expect(numbers.contains(out[2].number.text))
        let second = try await setup.frozen(quota: 30, key: "second")
        let chosen = Set(
            try await setup.city.allWavePlaces(id, .init(isChosen: true)).map(\.candidate.number))
        let again = Set(try await setup.city.allWavePlaces(second).map(\.candidate.number))
        #expect(again == numbers.subtracting(chosen))
        try await setup.city.cancelWave(id, by: setup.act("cancel"))
        #expect(try await setup.city.waveSupply(.verified).count == numbers.count - 30)
    }

    @Test(arguments: TestEngine.all)
    func `the city decides how far a candidate must have come`(_ kind: TestEngine) async throws {
        let setup = try await WaveCity(kind, people: 300)
        let numbers = setup.ready.map(\.number.text)
        try await setup.store.tamper(
            """
            UPDATE verification_case SET standing = 'confirming' WHERE number = '\(numbers[0])'
            """,
            """
            UPDATE verification_case SET standing = 'open', state = 'open'
            WHERE number = '\(numbers[1])'
            """,
            """
            UPDATE verification_case SET standing = 'refused', state = 'refused'
            WHERE number = '\(numbers[2])'
            """)
        let all = numbers.count
        #expect(try await setup.city.waveSupply(.verified).count == all - 3)
        #expect(try await setup.city.waveSupply(.approved).count == all - 2)
        let allowed = try await setup.city.waveSupply(.eligible)
        #expect((allowed.count, allowed.allowed) == (all - 1, all - 1))
        #expect(try await setup.city.waveSupply(.verified).allowed == all - 1)
    }

    @Test(arguments: TestEngine.all)
    func `nobody at all is no wave`(_ kind: TestEngine) async throws {
        let setup = try await WaveCity(kind, people: 60)
        try await setup.store.tamper("UPDATE verification_case SET standing = 'open'")
        let id = try await setup.city.makeWave(setup.plan(), by: setup.act("a"))
        await expectProblem("wave-nobody") { try await setup.freeze(id) }
        #expect(try await setup.wave(id).state == .draft)
    }
}
