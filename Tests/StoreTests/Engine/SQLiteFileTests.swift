import Civic
import Foundation
import Store
import StoreSQLite
import Testing

/// What can be wrong with a file, and what must never happen to one.
@Suite struct SQLiteFileTests {
    @Test func `files of a store are for their owner only`() async throws {
        let store = try await TestStore()
        for name in ["city.db", "city.db-wal", "city.db-shm", "city.db.lock"] {
            #expect(try store.folder.mode(of: name) == 0o600, "\(name)")
        }
    }

    @Test func `opening tightens the rights of a file`() async throws {
        let store = try await TestStore()
        let path = store.folder.file("city.db")
        try await store.engine.close()
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        let engine = try SQLiteEngine(path, .write)
        #expect(try store.folder.mode(of: "city.db") == 0o600)
        try await engine.close()
    }

    @Test(arguments: [
        Data(), Data("nama,nik\n".utf8), Data(repeating: 0, count: 4096),
        Data("SQLite format 3\0".utf8) + Data(repeating: 1, count: 4080),
    ])
    func `a file that is no store is refused and stays as it was`(_ content: Data) async throws {
        let folder = try TestFolder()
        try folder.write(content, to: "x.db")
        for access in [StoreAccess.write, .read] {
            await expectProblem("store-foreign") { try SQLiteEngine(folder.file("x.db"), access) }
        }
        await expectProblem("store-exists") { try SQLiteEngine(folder.file("x.db"), .create) }
        #expect(try folder.contents()["x.db"] == content)
        #expect(try folder.contents()["x.db-wal"] == nil)
    }

    @Test func `a missing file or folder is one problem`() async throws {
        let folder = try TestFolder()
        for access in [StoreAccess.write, .read] {
            await expectProblem("store-missing") { try SQLiteEngine(folder.file("x.db"), access) }
        }
        await expectProblem("store-unreadable") {
            try SQLiteEngine(folder.file("none/x.db"), .create)
        }
        #expect(try folder.contents().isEmpty)
    }

    @Test func `a folder that cannot be written is one problem`() async throws {
        let folder = try TestFolder()
        // Nobody may write into /sys/kernel, root neither; other folders do not stop root.
        let isRoot = geteuid() == 0
        let path = isRoot ? "/sys/kernel" : folder.path
        if !isRoot {
            try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: path)
        }
        await expectProblem("store-read-only") { try SQLiteEngine("\(path)/x.db", .create) }
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
    }

    @Test func `a second writer is refused until the first has closed`() async throws {
        let store = try await TestStore()
        let path = store.folder.file("city.db")
        await expectProblem("store-in-use") { try SQLiteEngine(path, .write) }
        try await store.engine.close()
        try await SQLiteEngine(path, .write).close()
    }

    @Test func `a reader works beside a writer and cannot write`() async throws {
        let store = try await TestStore()
        let engine = try SQLiteEngine(store.folder.file("city.db"), .read)
        let reader = try await CityStore.open(engine, key: store.key, at: TestStore.noon)
        try await store.city.record("list.export", "", by: .test())
        #expect(try await reader.verifyJournal().sound == 2)
        await expectProblem("store-read-only") {
            try await reader.record("list.export", "", by: .test())
        }
        try await store.tamper(
            "DELETE FROM migration WHERE number = (SELECT MAX(number) FROM migration)")
        await expectProblem("store-older") {
            try await CityStore.open(engine, key: store.key, at: TestStore.noon)
        }
    }

    @Test func `what was committed is there after the process is gone`() async throws {
        let store = try await TestStore()
        try await store.city.importRun(SampleCity(people: 40, seed: 61).run(), by: .test())
        // The files as they lie while the store is open: what a crash leaves.
        for end in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: store.folder.file("city.db\(end)"),
                toPath: store.folder.file("crashed.db\(end)"))
        }
        let engine = try SQLiteEngine(store.folder.file("crashed.db"), .write)
        let city = try await CityStore.open(engine, key: store.key, at: TestStore.noon)
        #expect(try await city.figures(in: .city).people == 40)
        #expect(try await city.verifyJournal().fault == nil)
        try await engine.close()
    }

    @Test func `a full disk changes nothing`() async throws {
        let store = try await TestStore()
        let city = SampleCity(people: 2000, seed: 62)
        try await store.city.importRun(SampleCity(people: 100, seed: 63).run(), by: .test())
        try await store.engine.write { writer throws(Problem) in
            let pages = try writer.integer("PRAGMA page_count")
            try writer.execute("PRAGMA max_page_count = \(pages + 20)")
        }
        await expectProblem("disk-full") { try await store.city.importRun(city.run(), by: .test()) }
        #expect(try await store.count("person") == 100)
        #expect(try await store.city.checkCounts() == [])
        try await store.city.record("list.export", "", by: .test())
        #expect(try await store.city.verifyJournal().fault == nil)
    }

    @Test func `a damaged file is one problem`() async throws {
        let store = try await TestStore()
        let path = store.folder.file("city.db")
        let sample = SampleCity(people: 300, seed: 64)
        try await store.city.importRun(sample.run(), by: .test())
        try await store.engine.close()
        var bytes = try #require(try store.folder.contents()["city.db"])
        // Every page but the first, which says what the file is.
        for position in stride(from: 4096, to: bytes.count, by: 64) { bytes[position] ^= 0xFF }
        try store.folder.write(bytes, to: "city.db")
        await expectProblem("store-damaged") {
            let engine = try SQLiteEngine(path, .write)
            let city = try await CityStore.open(engine, key: store.key, at: TestStore.noon)
            return try await city.people(matching: PersonFilter(), in: .city, limit: 300)
        }
    }

    @Test func `commits wait for the disk`() async throws {
        let store = try await TestStore()
        let level = try await store.engine.write { writer throws(Problem) in
            [
                try writer.integer("PRAGMA synchronous"), try writer.integer("PRAGMA foreign_keys"),
            ]
        }
        #expect(level == [2, 1])
    }
}
