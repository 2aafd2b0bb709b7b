import Dispatch
import Synchronization

/// A bounded number of places that are taken in turn. Nobody waits for longer than a limit, and
/// whoever no longer wants a place does not get one.
final class WaitingLine: Sendable {
    private struct State {
        var free: Int
        var next = 0
        /// In order of arrival.
        var waiting: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
        var isClosed = false
    }

    private let state: Mutex<State>
    private let limit: DispatchTimeInterval
    /// Beyond this many waiting, the line would only grow.
    private let waitingMax: Int

    init(places: Int, limit: DispatchTimeInterval, waitingMax: Int = 2000) {
        state = Mutex(State(free: places))
        (self.limit, self.waitingMax) = (limit, waitingMax)
    }

    /// Takes a place, which must be left again. False when there was none in time.
    func enter() async -> Bool {
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { wait($0, id) }
        } onCancel: {
            giveUp(id)
        }
    }

    func leave() {
        let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            guard !state.waiting.isEmpty else {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst().continuation
        }
        next?.resume(returning: true)
    }

    /// Lets nobody in any more.
    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for (_, continuation) in waiting { continuation.resume(returning: false) }
    }

    private func wait(_ continuation: CheckedContinuation<Bool, Never>, _ id: Int) {
        let answer = state.withLock { state -> Bool? in
            if state.isClosed || state.waiting.count >= waitingMax || Task.isCancelled {
                return false
            }
            if state.free > 0 {
                state.free -= 1
                return true
            }
            state.waiting.append((id, continuation))
            return nil
        }
        if let answer { return continuation.resume(returning: answer) }
        DispatchQueue.global().asyncAfter(deadline: .now() + limit) { [weak self] in
            self?.giveUp(id)
        }
    }

    private func giveUp(_ id: Int) {
        let continuation = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            guard let place = state.waiting.firstIndex(where: { $0.id == id }) else { return nil }
            return state.waiting.remove(at: place).continuation
        }
        continuation?.resume(returning: false)
    }
}
