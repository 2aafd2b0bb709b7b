import Civic
import Foundation
import Ledger
import Testing

@testable import Store

@Suite struct TransferTests {
    /// A city with every kind of value in it, the strangest included.
    static func city(_ kind: TestEngine, people: Int = 300) async throws -> TestStore {
        let store = try await TestStore(kind)
        try await store.city.importRun(SampleCity(people: people, seed: 5).run(), by: .test())
        try await store.engine.write { writer throws(Problem) in
            try writer.execute(
                "UPDATE person SET private_sealed = $1, birth = $2, rt = $3, name = $4 WHERE id = 1",
                [
                    .bytes([]), .integer(Int64.min), .integer(Int64.max),
                    "Ñ \"x\" 'y'\\ \n\t$1 \u{1F600} e\u{301}",
                ])
            try writer.execute(
                "UPDATE person SET private_sealed = $1, name = '' WHERE id = 2",
                [.bytes(Array(0...255))])
        }
        try await store.city.openFund(SampleFund.fund, by: .test())
        for set in SampleFund.sets { try await store.city.post(set, by: .test()) }
        return store
    }

    /// What a restored store holds beyond its backup, and the other way round.
    private static let own: Set = ["journal", "journal_head", "setting"]

    @Test(arguments: TestEngine.all, TestEngine.all)
    func `a backup is restored on either engine`(
        _ from: TestEngine, _ to: TestEngine
    ) async throws {
        let store = try await TransferTests.city(from)
        let before = try await store.engine.rows()
        let path = store.folder.file("city.backup")
        let report = try await CityBackup(store.engine, store.key).write(to: path, by: .test())
        #expect(report.contents.tables.map(\.name).sorted() == before.keys.sorted())
        #expect(report.contents.tables.allSatisfy { $0.rows == before[$0.name]?.count })
        #expect(try store.folder.mode(of: "city.backup") == 0o600)

        let place = try TestPlace(to, store.folder)
        let restored = try await CityRestore(path, store.key).run(into: place.draft(), by: .test())
        #expect(restored == report)
        let engine = try place.open(.write)
        let after = try await engine.rows()
        for table in before.keys where !TransferTests.own.contains(table) {
            #expect(after[table] == before[table], "\(table)")
        }
        let city = try await CityStore.open(engine, key: store.key, at: TestStore.noon)
        #expect(try await city.verifyJournal().fault == nil)
        #expect(
            try await city.events(before: nil, limit: 9).map(\.verb)
                == ["store.restore"] + Array(repeating: "ledger.post", count: 3)
                + ["ledger.open", "run.import", "store.create"])
        #expect(try await city.checkLedger().fault == nil)
        let receipt = try await city.post(
            [Transfer("paid-3", .settle(of: "bill-3"))], by: .test())
        #expect(receipt.done == 1)
        try await city.record("list.export", "", by: .test())
        try await engine.close()
    }

    @Test(arguments: TestEngine.all, TestEngine.all)
    func `a copy is equal in every row`(_ from: TestEngine, _ to: TestEngine) async throws {
        let store = try await TransferTests.city(from)
        let place = try TestPlace(to, store.folder)
        let report = try await CityCopy(store.engine, store.key, scratch: store.folder.path)
            .run(into: place.draft(), by: .test())
        let engine = try place.open(.read)
        let rows = try await engine.rows()
        #expect(rows == (try await store.engine.rows()))
        #expect(report.contents.rows == rows.values.reduce(0) { $0 + $1.count })
        #expect(try store.folder.contents().keys.allSatisfy { !$0.hasPrefix("sigap-copy") })
        let city = try await CityStore.open(engine, key: store.key, at: TestStore.noon)
        #expect(try await city.events(before: nil, limit: 1).map(\.verb) == ["store.copy"])
        try await engine.close()
    }

    @Test(arguments: TestEngine.all)
    func `a store that nodes work with is not copied`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let (noon, city) = (TestStore.noon, store.city)
        let copy = CityCopy(store.engine, store.key, scratch: store.folder.path)
        try await copy.refuseWorkingNodes(at: noon)
        _ = try await city.beat("app-1", since: noon, holding: nil, at: noon)
        await #expect(throws: Problem.nodesWorking(["app-1"])) {
            try await copy.refuseWorkingNodes(at: noon + 60_000)
        }
        // One that died is forgotten after a minute, one that stopped at once.
        try await copy.refuseWorkingNodes(at: noon + 60_001)
        try await city.leave("app-1")
        try await copy.refuseWorkingNodes(at: noon)
    }

    @Test(arguments: TestEngine.all)
    func `a restored store guards its journal and keeps its indexes`(
        _ kind: TestEngine
    ) async throws {
        let store = try await TransferTests.city(.sqlite, people: 30)
        let place = try TestPlace(kind, store.folder)
        _ = try await CityCopy(store.engine, store.key, scratch: store.folder.path)
            .run(into: place.draft(), by: .test())
        let engine = try place.open(.write)
        for statement in [
            "UPDATE journal SET actor = 'x' WHERE id = 1", "DELETE FROM journal WHERE id = 1",
            "INSERT INTO person_agency (agency, name_key, person_id) "
                + "SELECT agency, name_key, person_id FROM person_agency",
            "INSERT INTO delivery_fault (delivery_id, code, count) VALUES (999, 'x', 1)",
        ] {
            await expectProblem("store-conflict") {
                try await engine.write { writer throws(Problem) in try writer.execute(statement) }
            }
        }
        try await engine.close()
    }

    @Test(arguments: TestEngine.all, FaultyDraft.Fault.allCases)
    func `a copy that came out wrong never appears`(
        _ kind: TestEngine, _ fault: FaultyDraft.Fault
    ) async throws {
        let store = try await TransferTests.city(.sqlite, people: 30)
        let place = try TestPlace(kind, store.folder)
        let files = try Set(store.folder.contents().keys)
        let copy = CityCopy(store.engine, store.key, scratch: store.folder.path)
        await expectProblem(fault == .fails ? "disk-full" : "copy-differs") {
            let draft = FaultyDraft(sound: try place.draft(), fault: fault, table: "tally")
            return try await copy.run(into: draft, by: .test())
        }
        #expect(try Set(store.folder.contents().keys) == files)
        await expectProblem("store-missing") { try place.open(.read) }
        _ = try await copy.run(into: place.draft(), by: .test())
    }

    @Test(arguments: TestEngine.all.filter { $0.testDescription == "PostgreSQL" })
    func `an empty schema that a crash left behind is used`(_ kind: TestEngine) async throws {
        let store = try await TransferTests.city(.sqlite, people: 30)
        let place = try TestPlace(kind, store.folder)
        try await place.open(.create).close()
        _ = try await CityCopy(store.engine, store.key, scratch: store.folder.path)
            .run(into: place.draft(), by: .test())
        let engine = try place.open(.read)
        #expect(try await engine.rows() == (try await store.engine.rows()))
        try await engine.close()
    }

    @Test(arguments: TestEngine.all)
    func `a backup made while others write is one state`(_ kind: TestEngine) async throws {
        let store = try await TransferTests.city(kind, people: 60)
        let city = store.city
        let writing = Task {
            var count = 0
            while !Task.isCancelled {
                count += 1
                // Under a key of its own, which is kept in the same transaction as the event.
                try await city.record("list.export", "", by: .test("key \(count)"))
            }
        }
        for number in 0..<4 {
            let path = store.folder.file("\(number).backup")
            _ = try await CityBackup(store.engine, store.key).write(to: path, by: .test())
            let place = try TestPlace(.sqlite, store.folder, "\(number).db")
            _ = try await CityRestore(path, store.key).run(into: place.draft(), by: .test())
            let engine = try place.open(.read)
            let counts = try await engine.read { reader throws(Problem) in
                [
                    try reader.integer("SELECT COUNT(*) FROM request_key"),
                    try reader.integer("SELECT COUNT(*) FROM journal WHERE verb = 'list.export'"),
                ]
            }
            #expect(counts[0] == counts[1])
            try await engine.close()
        }
        writing.cancel()
        _ = try? await writing.value
        #expect(try await store.count("request_key") > 4)
    }
}
