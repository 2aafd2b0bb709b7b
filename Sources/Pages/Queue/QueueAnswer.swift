package import Programme

/// What the script of the queue is told about one decision; all of it in words that it only shows.
package struct QueueAnswer: Sendable {
    /// How the case stands now.
    package struct Now: Sendable {
        package let number: String
        package let version: Int
        package let state: CaseState
        package let lane: CaseLane
        package let work: WorkAnswer?

        package init(
            number: String, version: Int, state: CaseState, lane: CaseLane, work: WorkAnswer?
        ) {
            self.number = number
            self.version = version
            self.state = state
            self.lane = lane
            self.work = work
        }
    }

    package enum Outcome: Sendable {
        case saved
        case conflict(QueueConflict)
        case workMissing
        case tooLate
        case unknown
    }

    package let outcome: Outcome
    package let now: Now?
    package let progress: QueuePage.Progress

    package init(outcome: Outcome, now: Now?, progress: QueuePage.Progress) {
        self.outcome = outcome
        self.now = now
        self.progress = progress
    }

    /// For a case that there is not, or not for whoever asks.
    package static func gone(_ say: Speech) -> String { say("queue-gone") }

    package func fields(_ say: Speech) -> [String: String] {
        var fields = [
            "menunggu": progress.waitingText(say), "selesai": progress.doneText(say),
            "laju": progress.paceText(say),
            "tersimpan": say("queue-saved", ["jam": progress.now.clock]),
        ]
        if let now {
            let badge = QueueWords.sign(now.state, now.lane, say)
            fields.merge([
                "nomor": now.number, "versi": "\(now.version)", "keadaan": now.state.rawValue,
                "jawaban": now.work?.rawValue ?? "", "rupa": badge.look.rawValue,
                "tanda": badge.icon.path, "hasil": badge.text,
                "kerja": now.work == nil ? "–" : QueueWords.work(now.work, say),
            ]) { $1 }
        }
        switch outcome {
        case .saved: break
        case .conflict(let conflict):
            fields["rival"] = conflict.rival
            fields["pesan"] = "\(conflict.sentence(say)) \(conflict.mine(say))"
            fields["pakai"] = conflict.keep(say)
            fields["ganti"] = conflict.replace(say)
        case .workMissing: fields["pesan"] = say("queue-work-missing")
        case .tooLate: fields["pesan"] = say("queue-too-late")
        case .unknown: fields["pesan"] = QueueAnswer.gone(say)
        }
        return fields
    }
}
