import Civic
package import Programme

/// The words of the queue, in one place for table, card and paper.
package enum QueueWords {
    static func lane(_ lane: CaseLane, _ say: Speech) -> String {
        switch lane {
        case .ready: say("queue-lane-ready")
        case .look: say("queue-lane-look")
        case .no: say("queue-lane-no")
        }
    }

    /// What the machine found, in one line.
    static func finding(_ lane: CaseLane, _ reason: Phrase?, _ say: Speech) -> String {
        guard let reason = reason.map(say.text) else {
            return lane == .ready ? say("queue-ready") : self.lane(lane, say)
        }
        return lane == .no
            ? say("queue-not", ["alasan": reason]) : say("queue-look", ["alasan": reason])
    }

    static func shown(_ shown: QueueFilter.Shown, _ say: Speech) -> String {
        switch shown {
        case .field: state(.field, say)
        case .approved: state(.approved, say)
        case .refused: state(.refused, say)
        case .all: say("queue-all")
        }
    }

    package static func state(_ state: CaseState, _ say: Speech) -> String {
        switch state {
        case .open: say("queue-open")
        case .field: say("queue-field")
        case .approved: say("queue-approved")
        case .refused: say("queue-refused")
        }
    }

    /// The answer to the question about work.
    package static func work(_ work: WorkAnswer?, _ say: Speech) -> String {
        switch work {
        case .known: say("queue-work-known")
        case .witnessed: say("queue-work-witnessed")
        case .not: say("queue-work-not")
        case nil: say("queue-work-none")
        }
    }

    /// What the machine says as long as nobody has decided, and the decision after.
    static func sign(
        _ state: CaseState, _ lane: CaseLane, _ say: Speech
    ) -> (text: String, look: Look, icon: Icon) {
        let text = state == .open ? self.lane(lane, say) : self.state(state, say)
        return switch look(state, lane) {
        case .green: (text, .green, .check)
        case .brick: (text, .brick, .cross)
        default: (text, .amber, .attention)
        }
    }

    static func badge(_ state: CaseState, _ lane: CaseLane, _ say: Speech) -> View {
        let sign = sign(state, lane, say)
        return Badge.view(sign.text, sign.look, sign.icon)
    }

    static func look(_ state: CaseState, _ lane: CaseLane) -> Look {
        switch (state, lane) {
        case (.approved, _), (.open, .ready): .green
        case (.field, _), (.open, .look): .amber
        case (.refused, _), (.open, .no): .brick
        }
    }

    /// What speaks against a candidate, and what is still missing.
    static func lines(
        _ missing: [QueueCard.Missing], _ objectors: [Phrase], _ say: Speech
    ) -> [String] {
        objectors.map { say("queue-objects", ["siapa": say.text($0)]) }
            + missing.map { missing in
                switch missing {
                case .work: say("queue-missing-work")
                case .agency(let name): say("queue-missing-agency", ["dinas": say.text(name)])
                case .confirmations(let count):
                    say("queue-missing-confirmations", ["jumlah": say.number(count)])
                }
            }
    }

    /// `003/011`.
    static func rtRW(_ rt: Int?, _ rw: Int?) -> String {
        guard rt != nil || rw != nil else { return "–" }
        return "\(number(rt))/\(number(rw))"
    }

    static func number(_ number: Int?) -> String {
        number.map { NumberText.padded($0, to: 3) } ?? "–"
    }
}
