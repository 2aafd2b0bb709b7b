import Civic
import Store
import Testing

@Suite struct AttemptTests {
    private let noon = TestStore.noon
    private let place = "login 203.0.113.77 dewi"

    private func take(
        _ city: CityStore, _ place: String, at instant: Instant
    ) async throws -> Int? {
        try await city.takeAttempt(from: place, most: 3, within: 1000, at: instant)
    }

    /// Two nodes that share one database.
    private func nodes(_ kind: TestEngine) async throws -> (TestStore, CityStore) {
        let store = try await TestStore(kind)
        return (store, try await CityStore.open(store.engine, key: store.key, at: noon))
    }

    @Test(arguments: TestEngine.all)
    func `attempts count together on all nodes`(_ kind: TestEngine) async throws {
        let (store, other) = try await nodes(kind)
        #expect(try await take(store.city, place, at: noon) == 2)
        #expect(try await take(other, place, at: noon) == 1)
        #expect(try await take(store.city, place, at: noon) == 0)
        #expect(try await take(other, place, at: noon) == nil)
        #expect(try await take(store.city, "login 203.0.113.78 dewi", at: noon) == 2)
    }

    @Test(arguments: TestEngine.all)
    func `attempts count together after the key was changed`(_ kind: TestEngine) async throws {
        let (store, other) = try await nodes(kind)
        try await store.city.rotateKeys(to: try KeyFile.addKey(at: store.key.path), by: .test())
        let late = try await store.reopened()
        #expect(try await take(other, place, at: noon) == 2)
        #expect(try await take(late, place, at: noon) == 1)
        try await other.forgetAttempts(from: place)
        #expect(try await take(late, place, at: noon) == 2)
    }

    @Test(arguments: TestEngine.all)
    func `many at once are not let in more often`(_ kind: TestEngine) async throws {
        let (store, other) = try await nodes(kind)
        let (place, noon, city) = (place, noon, store.city)
        let taken = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<20 {
                let node = number % 2 == 0 ? city : other
                group.addTask {
                    try await node.takeAttempt(from: place, most: 3, within: 1000, at: noon)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(taken.compactMap(\.self).sorted() == [0, 1, 2])
    }

    @Test(arguments: TestEngine.all)
    func `after the window, or after a success, the count begins anew`(
        _ kind: TestEngine
    ) async throws {
        let (store, _) = try await nodes(kind)
        for _ in 0..<3 { _ = try await take(store.city, place, at: noon) }
        #expect(try await take(store.city, place, at: noon + 999) == nil)
        #expect(try await take(store.city, place, at: noon + 1000) == 2)
        try await store.city.forgetAttempts(from: place)
        #expect(try await take(store.city, place, at: noon + 1000) == 2)
    }

    @Test(arguments: TestEngine.all)
    func `a clock put far back locks nobody out for long`(_ kind: TestEngine) async throws {
        let (store, _) = try await nodes(kind)
        for _ in 0..<3 { _ = try await take(store.city, place, at: noon) }
        #expect(try await take(store.city, place, at: noon + -500) == nil)
        #expect(try await take(store.city, place, at: noon + -5000) == 2)
    }

    @Test func `no address and no login stands in the database`() async throws {
        let store = try await TestStore()
        _ = try await take(store.city, place, at: noon)
        for (name, bytes) in try store.folder.contents() {
            let text = String(decoding: bytes, as: Unicode.ASCII.self)
            #expect(!text.contains("203.0.113.77"), "\(name)")
            #expect(!text.contains(" dewi"), "\(name)")
        }
    }

    @Test(arguments: TestEngine.all)
    func `what counts no longer is swept`(_ kind: TestEngine) async throws {
        let (store, _) = try await nodes(kind)
        _ = try await take(store.city, place, at: noon)
        #expect(try await store.city.sweepAttempts(at: noon + 999) == 0)
        #expect(try await store.city.sweepAttempts(at: noon + 1000) == 1)
        #expect(try await store.count("attempt") == 0)
    }
}
