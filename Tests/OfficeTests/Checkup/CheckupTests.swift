import Civic
import Foundation
import Store
import Testing

@testable import Office

@Suite struct CheckupTests {
    private let noon = Instant(milliseconds: 1_762_318_800_000)
    private let day: Int64 = 86_400_000

    private func states(
        _ store: CityStore, at now: Instant
    ) async -> [String: Finding.State] {
        let findings = await StoreCheckup(store, at: now, backupAgeMax: day).findings()
        return Dictionary(uniqueKeysWithValues: findings.map { ($0.check, $0.state) })
    }

    private func city(
        _ kind: TestEngine, _ folder: TestFolder
    ) async throws -> (any StoreEngine, CityStore) {
        let engine = try kind.make(folder)
        let store = try await CityStore.create(
            on: engine, key: try KeyFile.create(at: folder.path("kota.key")), region: "bekasi",
            by: Act(actor: "test", at: noon))
        return (engine, store)
    }

    private func tamper(_ engine: any StoreEngine, _ statement: String) async throws {
        try await engine.write { writer throws(Problem) in _ = try writer.execute(statement) }
    }

    @Test(arguments: TestEngine.all)
    func `a new store lacks a backup only`(_ kind: TestEngine) async throws {
        let folder = try TestFolder()
        let (_, store) = try await city(kind, folder)
        #expect(
            await states(store, at: noon) == [
                "integrity": .good, "journal": .good, "ledger": .good,
                "contributions": .good, "figures": .good, "annexes": .good, "members": .good,
                "backup": .warning, "erasure": .good,
                "drivers": .good, "waves": .good, "jobs": .good, "clock": .good,
            ])
    }

    @Test(arguments: TestEngine.all)
    func `an order that does not fit its digest is named`(_ kind: TestEngine) async throws {
        let folder = try TestFolder()
        let (engine, store) = try await city(kind, folder)
        try await tamper(
            engine,
            """
            INSERT INTO wave (id, title, quota, first_month, months, state, seed, rule, digest,
            frozen_at, frozen_by, actor, at, version) VALUES (7, 'X', 1, 24312, 1, 'frozen', '1',
            'versi=1;syarat=verified;desil=1;minimal=0', '00', 1, 'x', 'x', 1, 1)
            """)
        let findings = await StoreCheckup(store, at: noon, backupAgeMax: day).findings()
        let waves = try #require(findings.first { $0.check == "waves" })
        #expect(waves.state == .bad)
        #expect(waves.what.english.hasPrefix("The order of wave 7 "))
    }

    @Test(arguments: TestEngine.all)
    func `a figure that is wrong is named`(_ kind: TestEngine) async throws {
        let folder = try TestFolder()
        let (engine, store) = try await city(kind, folder)
        try await tamper(
            engine, "INSERT INTO tally (scope, key, value) VALUES ('area:32.75.01', 'people', 7)")
        let findings = await StoreCheckup(store, at: noon, backupAgeMax: day).findings()
        let figures = try #require(findings.first { $0.check == "figures" })
        #expect(figures.state == .bad)
        #expect(figures.what.english.hasSuffix("first people, area:32.75.01."))
    }

    @Test func `an erasure that was broken off is told of until it is finished`() async throws {
        let folder = try TestFolder()
        let (engine, store) = try await city(.sqlite, folder)
        try await tamper(
            engine, "INSERT INTO setting (name, value) VALUES ('scrub-pending', '1')")
        #expect(await states(store, at: noon)["erasure"] == .warning)
        let list = ErasureList(besideKey: folder.path("none.key"))
        _ = try await store.reapplyErasures(list, by: Act(actor: "test", at: noon))
        #expect(await states(store, at: noon)["erasure"] == .good)
    }

    @Test func `an account of the ledger that is wrong is named`() async throws {
        let folder = try TestFolder()
        let (engine, store) = try await city(.sqlite, folder)
        try await store.openFund("apbd-2026", by: Act(actor: "test", at: noon))
        try await tamper(engine, "DROP TRIGGER ledger_account_refuses_delete")
        try await tamper(engine, "DELETE FROM ledger_account WHERE kind = 'refunds'")
        let findings = await StoreCheckup(store, at: noon, backupAgeMax: day).findings()
        let ledger = try #require(findings.first { $0.check == "ledger" })
        #expect(ledger.state == .bad && ledger.what.english.contains("apbd-2026/refunds"))
    }

    @Test(arguments: TestEngine.all)
    func `an old backup is told of, a fresh one is well`(_ kind: TestEngine) async throws {
        let folder = try TestFolder()
        let (engine, store) = try await city(kind, folder)
        try await tamper(
            engine, "INSERT INTO setting (name, value) VALUES ('last-backup', '1762318800000')")
        #expect(await states(store, at: noon + day)["backup"] == .good)
        #expect(await states(store, at: noon + (day + 1))["backup"] == .bad)
    }

    @Test(arguments: TestEngine.all)
    func `a clock that was put back is told of`(_ kind: TestEngine) async throws {
        let folder = try TestFolder()
        let (_, store) = try await city(kind, folder)
        #expect(await states(store, at: noon + -4000)["clock"] == .good)
        #expect(await states(store, at: noon + -6000)["clock"] == .bad)
    }

    @Test(arguments: TestEngine.all)
    func `a journal whose end was rewritten is told of`(_ kind: TestEngine) async throws {
        let folder = try TestFolder()
        let (engine, store) = try await city(kind, folder)
        try await tamper(engine, "UPDATE journal_head SET last_id = 2")
        #expect(await states(store, at: noon)["journal"] == .bad)
    }

    @Test(arguments: TestEngine.all)
    func `a job that was given up is told of for a week`(_ kind: TestEngine) async throws {
        let folder = try TestFolder()
        let (_, store) = try await city(kind, folder)
        try await store.enqueue([NewJob(kind: "backup", key: "backup:1", runAfter: noon)], at: noon)
        let claim = try #require(try await store.claimJob(of: ["backup"], for: "a", at: noon))
        _ = try await store.fail(claim, fault: "disk-full", retry: nil, at: noon)
        #expect(await states(store, at: noon)["jobs"] == .warning)
        #expect(await states(store, at: noon + 8 * day)["jobs"] == .good)
    }

    @Test func `a store that is gone is bad throughout`() async throws {
        let folder = try TestFolder()
        let (_, store) = try await city(.sqlite, folder)
        try await store.close()
        #expect(await states(store, at: noon).values.allSatisfy { $0 == .bad })
    }

    @Test(arguments: [
        (100 << 30, 200 << 30, Finding.State.good), (15 << 30, 200 << 30, .warning),
        (900 << 20, 4 << 30, .warning), (0, 0, .warning),
    ])
    func `little room is a warning`(_ free: Int, _ whole: Int, _ state: Finding.State) {
        #expect(PlaceCheckup.disk(free: UInt64(free), whole: UInt64(whole)).state == state)
    }

    @Test func `a file that others may read is bad`() throws {
        let folder = try TestFolder()
        let path = folder.path("a.key")
        #expect(PlaceCheckup.rights("key-rights", path).state == .bad)
        for (mode, state) in [(0o600, Finding.State.good), (0o400, .good), (0o640, .bad)] {
            try Data().write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            #expect(PlaceCheckup.rights("key-rights", path).state == state)
            try FileManager.default.removeItem(atPath: path)
        }
        #expect(PlaceCheckup.disk(folder.path("")).check == "disk")
    }
}
