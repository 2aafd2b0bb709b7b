import Civic
import Store
import Synchronization

/// Shows how far a transfer is: a line that redraws itself on a terminal, one line a step elsewhere.
final class TransferBar: Sendable {
    private struct State {
        var step: TransferStep?
        var rows = 0
    }

    private let state = Mutex(State())
    /// Redrawing costs more than a row.
    private static let rowsBetween = 10_000

    func show(_ step: TransferStep, _ rows: Int) {
        state.withLock { state in
            let isNew = state.step != step
            guard isNew || abs(rows - state.rows) >= TransferBar.rowsBetween else { return }
            if isNew, state.step != nil, Terminal.isInteractive { Terminal.note("") }
            state = State(step: step, rows: rows)
            let title = step.title.text(Terminal.language)
            if Terminal.isInteractive {
                Terminal.redraw("\(title) \(NumberText.grouped(rows))")
            } else if isNew {
                Terminal.note(title)
            }
        }
    }

    /// Runs `work`, which tells this bar how far it is.
    static func during<T>(
        _ work: (@escaping TransferProgress) async throws(Problem) -> T
    ) async throws(Problem) -> T {
        let bar = TransferBar()
        defer { if Terminal.isInteractive { Terminal.note("") } }
        return try await work { bar.show($0, $1) }
    }
}
