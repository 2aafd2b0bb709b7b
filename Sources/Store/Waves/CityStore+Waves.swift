package import Civic
package import Programme

/// Waves from the plan to the decree.
extension CityStore {
    /// All waves, newest first.
    package func waves() async throws(Problem) -> [Wave] {
        try await engine.read { reader throws(Problem) in try WaveTable.waves(reader) }
    }

    /// Nil when there is no such wave.
    package func wave(_ id: Int) async throws(Problem) -> Wave? {
        try await engine.read { reader throws(Problem) in try WaveTable.wave(id, reader) }
    }

    /// Whoever could be in a wave that was frozen now.
    package func waveSupply(
        _ requirement: WaveRequirement
    ) async throws(Problem) -> WaveSupply {
        try await engine.read { reader throws(Problem) in
            try WaveCandidateReading(requirement: requirement, reader: reader).supply()
        }
    }

    /// Plans a wave. The act needs a key: a repeated request gets the wave of the first one.
    package func makeWave(_ new: NewWave, by act: Act) async throws(Problem) -> Int {
        guard let key = act.key else { preconditionFailure("a wave is made under a key") }
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "wave.make", writer) else {
                return try writer.integer("SELECT id FROM wave WHERE key = $1", [.text(key)])
            }
            try WaveChange.requireFunds(new.funds, writer)
            let id = try WaveTable.insert(new, by: act, writer)
            try journal.append(
                "wave.make", WaveTable.subject(id), new.journalDetail, by: act, to: writer)
            return id
        }
    }

    /// Plans a draft anew, which was read at `version`. What the branch agreed to was another plan.
    package func changeWave(
        _ id: Int, to new: NewWave, version: Int, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "wave.change", writer) else { return }
            let change = WaveChange(id: id, version: version, writer: writer)
            guard try change.wave(in: [.draft]).plan != new else { return }
            try change.requireFunds(new.funds)
            try WaveTable.update(id, to: new, writer)
            try journal.append(
                "wave.change", WaveTable.subject(id), new.journalDetail, by: act, to: writer)
        }
    }

    /// Notes that the insurer's branch agrees with the prices, or takes the note back.
    package func confirmWave(
        _ id: Int, isConfirmed: Bool, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "wave.confirm", writer) else { return }
            let change = WaveChange(id: id, version: nil, writer: writer)
            let wave = try change.wave(in: [.draft, .frozen])
            guard (wave.branchConfirmed != nil) != isConfirmed else { return }
            try writer.execute(
                """
                UPDATE wave SET branch_confirmed_at = $2, branch_confirmed_by = $3 WHERE id = $1
                """,
                [
                    SQLValue(id), isConfirmed ? .integer(act.at.milliseconds) : .null,
                    isConfirmed ? .text(act.actor) : .null,
                ])
            try change.touch()
            try journal.append(
                isConfirmed ? "wave.confirm" : "wave.unconfirm", WaveTable.subject(id), by: act,
                to: writer)
        }
    }

    /// Gives up a wave that has no decree; whoever was chosen is a candidate again.
    package func cancelWave(_ id: Int, by act: Act) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "wave.cancel", writer) else { return }
            let change = WaveChange(id: id, version: nil, writer: writer)
            _ = try change.wave(in: [.draft, .frozen])
            let decrees = try writer.integer(
                "SELECT COUNT(*) FROM decree WHERE wave_id = $1 AND state <> 'withdrawn'",
                [SQLValue(id)])
            guard decrees == 0 else { throw Problem.waveHasDecree() }
            try writer.execute(
                "UPDATE wave SET state = 'cancelled' WHERE id = $1", [SQLValue(id)])
            try change.touch()
            try journal.append("wave.cancel", WaveTable.subject(id), by: act, to: writer)
        }
    }
}

extension NewWave {
    fileprivate var journalDetail: [String: String] {
        [
            "quota": String(quota), "months": "\(months.lowerBound.iso) \(months.upperBound.iso)",
            "funds": funds.joined(separator: " "),
        ]
    }
}

extension Problem {
    fileprivate static func waveHasDecree() -> Problem {
        Problem(
            .conflict, "wave-has-decree",
            Phrase("Gelombang ini punya draf SK.", en: "This wave has a draft decree."),
            do: Phrase("Tarik draf SK itu dulu.", en: "Withdraw that draft first."))
    }
}
