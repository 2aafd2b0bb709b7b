import Civic
import Foundation
import Testing

@testable import Store

@Suite struct BackupTests {
    /// A small city, its backup, and the bytes of that.
    private struct Sample {
        let store: TestStore
        let path: String
        let bytes: Data

        init() async throws {
            store = try await TransferTests.city(.sqlite, people: 40)
            path = store.folder.file("city.backup")
            _ = try await CityBackup(store.engine, store.key).write(to: path, by: .test())
            bytes = FileManager.default.contents(atPath: path) ?? Data()
        }

        /// Where chunks begin, and the end of the file.
        var bounds: [Int] {
            var bounds = [bytes.firstRange(of: Data("\n\n".utf8))?.upperBound ?? 0]
            while let start = bounds.last, start < bytes.count {
                let size = bytes[(start + 1)..<(start + 5)].reduce(0) { $0 << 8 | Int($1) }
                bounds.append(start + 5 + size)
            }
            return bounds
        }

        /// The place at which a file with these bytes is found to be damaged; nil when it is not.
        func damage(_ bytes: Data) throws -> Int? {
            try store.folder.write(bytes, to: "damaged.backup")
            do {
                _ = try BackupFile(store.folder.file("damaged.backup"), store.key).verify()
                return nil
            } catch {
                #expect(error.code == "backup-damaged")
                return Int(error.what.english.split { !$0.isNumber }.first ?? "")
            }
        }
    }

    @Test func `any byte that changed is found, and where`() async throws {
        let sample = try await Sample()
        let bounds = sample.bounds
        var random = SeededGenerator(seed: 11)
        let head = 0..<(bounds.first ?? 0)
        let anywhere = (0..<200).map { _ in
            Int.random(in: 0..<sample.bytes.count, using: &random)
        }
        for position in Array(head) + anywhere {
            var bytes = sample.bytes
            bytes[position] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
            let start = bounds.last { $0 <= position } ?? 0
            #expect(try sample.damage(bytes) == start, "byte \(position)")
        }
        #expect(try sample.damage(sample.bytes) == nil)
    }

    @Test func `nothing can be cut off, added, left out or moved`() async throws {
        let sample = try await Sample()
        let (bytes, bounds) = (sample.bytes, sample.bounds)
        for end in bounds.dropLast() + [0, 1, bytes.count - 1] {
            #expect(try sample.damage(bytes.prefix(end)) != nil, "cut at \(end)")
        }
        #expect(try sample.damage(bytes + [0]) != nil)
        let chunks = zip(bounds, bounds.dropFirst()).map { bytes[$0..<$1] }
        let head = bytes.prefix(bounds[0])
        #expect(chunks.count > 10)
        var moved = chunks
        moved.swapAt(2, 3)
        var short = chunks
        short.remove(at: 4)
        let twice = chunks[...4] + chunks[4...]
        for parts in [moved, short, Array(twice)] {
            #expect(try sample.damage(parts.reduce(head, +)) != nil)
        }
        // A chunk of another backup of the same store.
        let other = sample.store.folder.file("other.backup")
        _ = try await CityBackup(sample.store.engine, sample.store.key)
            .write(to: other, by: .test())
        var mixed = FileManager.default.contents(atPath: other) ?? Data()
        mixed.replaceSubrange(bounds[0]..<bounds[1], with: chunks[0])
        #expect(try sample.damage(mixed) == bounds[0])
    }

    @Test(arguments: TestEngine.all)
    func `a damaged backup leaves nothing behind`(_ kind: TestEngine) async throws {
        let sample = try await Sample()
        let place = try TestPlace(kind, sample.store.folder)
        for position in [0, sample.bytes.count / 2, sample.bytes.count - 1] {
            var bytes = sample.bytes
            bytes[position] ^= 1
            try sample.store.folder.write(bytes, to: "bad.backup")
            let before = try Set(sample.store.folder.contents().keys)
            await expectProblem("backup-damaged") {
                try await CityRestore(sample.store.folder.file("bad.backup"), sample.store.key)
                    .run(into: place.draft(), by: .test())
            }
            #expect(try Set(sample.store.folder.contents().keys) == before)
            await expectProblem("store-missing") { try place.open(.read) }
        }
        // Nor does it stand in the way.
        _ = try await CityRestore(sample.path, sample.store.key)
            .run(into: place.draft(), by: .test())
    }

    @Test func `another key does not open it`() async throws {
        let sample = try await Sample()
        let other = try KeyFile.create(at: sample.store.folder.file("other.key"))
        #expect(throws: Problem.keyAbsent(sample.store.key.id, sample.path)) {
            try BackupFile(sample.path, other).verify()
        }
        await expectProblem("key-wrong") {
            try await CityBackup(sample.store.engine, other)
                .write(to: sample.store.folder.file("b.backup"), by: .test())
        }
    }

    @Test(arguments: TestEngine.all)
    func `nothing is overwritten`(_ kind: TestEngine) async throws {
        let sample = try await Sample()
        await expectProblem("backup-exists") {
            try await CityBackup(sample.store.engine, sample.store.key)
                .write(to: sample.path, by: .test())
        }
        #expect(FileManager.default.contents(atPath: sample.path) == sample.bytes)
        let place = try TestPlace(kind, sample.store.folder)
        let restore = CityRestore(sample.path, sample.store.key)
        _ = try await restore.run(into: place.draft(), by: .test())
        let engine = try place.open(.read)
        let before = try await engine.rows()
        await expectProblem("store-exists") {
            try await restore.run(into: place.draft(), by: .test())
        }
        #expect(try await engine.rows() == before)
        try await engine.close()
    }

    @Test func `a backup that was not finished is none`() async throws {
        let sample = try await Sample()
        let target = sample.store.folder.file("next.backup")
        let backup = CityBackup(sample.store.engine, sample.store.key)
        let unfinished = try PartialFile(for: target, taken: .backupExists(target))
        try unfinished.append(Array(sample.bytes.prefix(5000)))
        await expectProblem("file-in-use") { try await backup.write(to: target, by: .test()) }
        await expectProblem("backup-missing") {
            try BackupFile(target, sample.store.key).verify()
        }
        // As a killed program leaves it: no lock any more.
        let left = sample.store.folder.file("left.backup")
        try sample.store.folder.write(sample.bytes.prefix(5000), to: "left.backup.partial")
        _ = try await backup.write(to: left, by: .test())
        _ = try BackupFile(left, sample.store.key).verify()
        #expect(try sample.store.folder.contents()["left.backup.partial"] == nil)
    }

    @Test func `a finished file that still bears its first name is not begun again`() throws {
        let folder = try TestFolder()
        try folder.write(Data("selesai".utf8), to: "moved.backup")
        // As a program leaves it that is killed while it publishes.
        #expect(link(folder.file("moved.backup"), folder.file("new.backup.partial")) == 0)
        let target = folder.file("new.backup")
        let file = try PartialFile(for: target, taken: .backupExists(target))
        try file.append([1, 2, 3])
        try file.publish()
        #expect(try folder.contents()["moved.backup"] == Data("selesai".utf8))
        #expect(try folder.contents()["new.backup"] == Data([1, 2, 3]))
    }

    @Test func `a backup shows nothing of anybody`() async throws {
        let sample = try await Sample()
        let people = SampleCity(people: 40, seed: 5).people
        var secrets = people.compactMap { $0.nik.map { String($0.digits) } }
        secrets += people.compactMap(\.motherName) + people.map(\.name)
        secrets += ["0812700", "62812700", "RAHASIAQZ", "IBUNDAXQ", "person", "journal"]
        for secret in secrets {
            #expect(sample.bytes.firstRange(of: Data(secret.utf8)) == nil)
        }
        #expect(sample.bytes.firstRange(of: Data("region bekasi".utf8)) != nil)
    }

    @Test(arguments: TestEngine.all)
    func `a backup is noted in the store`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        #expect(try await store.city.lastBackup() == nil)
        let path = store.folder.file("city.backup")
        let report = try await CityBackup(store.engine, store.key).write(to: path, by: .test())
        #expect(report.path == path)
        #expect(try await store.city.lastBackup() == TestStore.noon)
        let event = try await store.city.events(before: nil, limit: 1).first
        #expect(event?.verb == "store.backup")
        #expect(event?.detail["digest"] == report.digest)
        #expect(event?.detail["file"] == "city.backup")
    }

    @Test(arguments: TestEngine.all)
    func `a broken journal is saved, told, and never restored`(_ kind: TestEngine) async throws {
        let store = try await TestStore(.sqlite)
        try await store.tamper(
            "DROP TRIGGER journal_refuses_update", "UPDATE journal SET actor = 'x' WHERE id = 1")
        let path = store.folder.file("city.backup")
        await expectProblem("journal-broken") {
            try await CityBackup(store.engine, store.key).write(to: path, by: .test())
        }
        #expect(try await store.city.lastBackup() == nil)
        let place = try TestPlace(kind, store.folder)
        await expectProblem("journal-broken") {
            try await CityRestore(path, store.key).run(into: place.draft(), by: .test())
        }
        await expectProblem("store-missing") { try place.open(.read) }
    }

    @Test(arguments: TestEngine.all)
    func `a table of somebody else is told of, not left out`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        try await store.engine.write { writer throws(Problem) in
            try writer.define("CREATE TABLE stray (id INTEGER PRIMARY KEY)")
        }
        await expectProblem("table-unknown") {
            try await CityBackup(store.engine, store.key)
                .write(to: store.folder.file("city.backup"), by: .test())
        }
        #expect(try store.folder.contents().keys.allSatisfy { !$0.contains("backup") })
    }
}
