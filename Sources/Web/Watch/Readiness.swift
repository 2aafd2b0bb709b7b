import Civic
import Office
import Store
import Synchronization

/// Whether this node is to be sent requests.
final class Readiness: Sendable {
    enum Answer: String {
        case ready = "ok"
        /// Told to stop; requests under way are finished.
        case stopping
        /// The store cannot be asked.
        case store
        /// The store is of another version than this program.
        case schema
    }

    private let stopping = Atomic(false)
    private let patience: Duration

    init(patience: Duration) { self.patience = patience }

    var isStopping: Bool { stopping.load(ordering: .relaxed) }

    func stop() { stopping.store(true, ordering: .relaxed) }

    func answer(of store: CityStore) async -> Answer {
        if isStopping { return .stopping }
        guard let status = await status(of: store) else { return .store }
        return status.isSchemaRight ? .ready : .schema
    }

    /// Nil when the store fails or does not answer in time.
    func status(of store: CityStore) async -> StoreStatus? {
        let (answers, answer) = AsyncStream.makeStream(of: StoreStatus?.self)
        // Not child tasks: those would have to be waited for.
        let asking = Task {
            do throws(Problem) {
                answer.yield(try await store.status(at: .now()))
            } catch {
                answer.yield(nil)
            }
        }
        let waiting = Task { [patience] in
            try? await Task.sleep(for: patience)
            answer.yield(nil)
        }
        defer {
            asking.cancel()
            waiting.cancel()
        }
        for await status in answers { return status }
        return nil
    }
}
