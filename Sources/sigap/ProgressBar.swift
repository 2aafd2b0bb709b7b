import Civic
import Office
import Synchronization

/// Shows how far the work is: a bar that redraws itself on a terminal, one line a stage elsewhere.
final class ProgressBar: Sendable {
    private struct State {
        var stage: Stage?
        var permille = -1
    }

    private let state = Mutex(State())
    private let language: Language

    init(_ language: Language) { self.language = language }

    func show(_ stage: Stage, _ share: Double) {
        let permille = Int(min(max(share, 0), 1) * 1000)
        state.withLock { state in
            guard state.stage != stage || state.permille != permille else { return }
            let isNew = state.stage != stage
            if isNew, state.stage != nil, Terminal.isInteractive { Terminal.note("") }
            state = State(stage: stage, permille: permille)
            if Terminal.isInteractive {
                Terminal.redraw(line(stage, permille))
            } else if isNew {
                Terminal.note(stage.title.text(language))
            }
        }
    }

    func finish() {
        if Terminal.isInteractive { Terminal.note("") }
    }

    private func line(_ stage: Stage, _ permille: Int) -> String {
        let filled = permille * 24 / 1000
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        return "\(bar) \(stage.title.text(language)) \(permille / 10)%"
    }
}
