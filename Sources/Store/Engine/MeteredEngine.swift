import Civic
import Synchronization

/// Any engine, with what is asked of it counted.
struct MeteredEngine: StoreEngine {
    let engine: any StoreEngine
    let meter: StoreMeter

    var isReadOnly: Bool { engine.isReadOnly }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLReader) throws(Problem) -> T
    ) async throws(Problem) -> T {
        try await measured(.read) { runs throws(Problem) in
            try await engine.read { reader throws(Problem) in
                runs.add()
                return try body(reader)
            }
        }
    }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLWriter) throws(Problem) -> T
    ) async throws(Problem) -> T {
        try await measured(.write) { runs throws(Problem) in
            try await engine.write { writer throws(Problem) in
                runs.add()
                return try body(writer)
            }
        }
    }

    func scrub(_ tables: [String]) async throws(Problem) { try await engine.scrub(tables) }

    func close() async throws(Problem) { try await engine.close() }

    private func measured<T: Sendable>(
        _ work: StoreMeter.Work, _ body: (Runs) async throws(Problem) -> T
    ) async throws(Problem) -> T {
        let (start, runs) = (ContinuousClock.now, Runs())
        do throws(Problem) {
            let value = try await body(runs)
            meter.note(work, ContinuousClock.now - start, runs: runs.count, isDone: true)
            return value
        } catch {
            meter.note(work, ContinuousClock.now - start, runs: runs.count, isDone: false)
            throw error
        }
    }

    /// How often a closure was run.
    private final class Runs: Sendable {
        private let number = Atomic(0)

        var count: Int { number.load(ordering: .relaxed) }

        func add() { number.add(1, ordering: .relaxed) }
    }
}
