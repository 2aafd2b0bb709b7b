package import Civic

extension CityStore {
    package enum ImportOutcome: Sendable, Hashable {
        case imported
        /// The same request was carried out before; nothing was changed.
        case repeated
    }

    /// Replaces the results of the previous run by `run`, together with the event that tells of it,
    /// in one transaction: until it ends, everybody sees the previous results.
    @discardableResult
    package func importRun(_ run: ImportRun, by act: Act) async throws(Problem) -> ImportOutcome {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "run.import", writer) else { return .repeated }
            let city = try RunWriter(
                run: run, sealer: try sealer.named(by: writer), receivedAt: act.at, writer: writer
            ).replace()
            var detail = [
                "as-of": run.settings.asOf.iso, "rule-version": run.settings.ruleVersion,
                "lists": String(run.deliveries.count), "people": String(city[.people] ?? 0),
            ]
            for standing in PersonStanding.allCases {
                detail[standing.rawValue] = String(city[.standing(standing)] ?? 0)
            }
            try journal.append("run.import", "", detail, by: act, to: writer)
            return .imported
        }
    }

    /// What the latest run was made with; nil before the first.
    package func runSettings() async throws(Problem) -> RunSettings? {
        try await engine.read { reader throws(Problem) in RunSettings(try Setting.all(reader)) }
    }
}
