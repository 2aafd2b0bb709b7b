import Civic
import Intake
import Jamsostek
import Linkage
import Programme

extension ResultFiles {
    /// Counts that add up, rule versions and fingerprints of the input; last, what the run cost the
    /// machine, the only part of all results that differs from run to run.
    func writeSummary(timings: [StageTiming]) throws(Problem) {
        let summary = JSONValue.object([
            .init("region", .string(run.region.id)),
            .init("as_of", .string(run.request.asOf.iso)),
            .init("rule_version", .string(run.region.ruleVersion)),
            .init("rules", rules),
            .init("rows", rows(run.counts)),
            .init("people", people),
            .init("reasons", reasonCounts),
            .init("ranking", ranking),
            .init("plan", plan),
            .init("linkage", linkage),
            .init("inputs", .array(run.deliveries.map(input))),
            .init("unreadable_files", .array(run.faults.map(fault))),
            .init("run", cost(timings)),
        ])
        try TextFile.write(summary.text + "\n", to: folder.file("summary.json"))
    }

    private func count(_ value: Int) -> JSONValue { .integer(Int64(value)) }

    private func rows(_ counts: RowCounts) -> JSONValue {
        .object([
            .init("read", count(counts.read)), .init("linked", count(counts.linked)),
            .init("rejected", count(counts.rejected)),
            .init("repeated_or_empty", count(counts.repeatedOrEmpty)),
            .init("nik_repaired", count(counts.repaired)),
        ])
    }

    private var rules: JSONValue {
        .array(
            run.eligibility.rules.map { rule in
                .object([
                    .init("id", .string(rule.kind.rawValue)), .init("reason", .string(rule.reason)),
                    .init("from", .string(rule.from.iso)),
                    .init("source", .string(rule.source.title)),
                ])
            })
    }

    private var people: JSONValue {
        var outcomes: [Outcome: Int] = [:]
        for verdicts in run.verdicts { outcomes[verdicts.outcome, default: 0] += 1 }
        return .object([
            .init("total", count(run.profiles.count)),
            .init("eligible", count(outcomes[.eligible] ?? 0)),
            .init("ineligible", count(outcomes[.ineligible] ?? 0)),
            .init("review", count(outcomes[.review] ?? 0)),
        ])
    }

    private var reasonCounts: JSONValue {
        var counts: [String: Int] = [:]
        for (person, verdicts) in run.verdicts.enumerated() where verdicts.outcome != .eligible {
            for code in run.eligibility.reasons(verdicts, run.profiles[person]) {
                counts[code, default: 0] += 1
            }
        }
        return .object(
            run.region.reasons.reasons.filter { counts[$0.code] != nil }.map {
                .init($0.code, count(counts[$0.code] ?? 0))
            })
    }

    private var ranking: JSONValue {
        let places = run.region.places
        let units = run.allocation.units.sorted { $0.key < $1.key }.map { unit, share in
            JSONValue.object([
                .init(
                    "place", unit < 0 ? .null : .string(places.entries[Int(unit)].code.description)),
                .init("eligible", count(share.eligible)), .init("places", count(share.places)),
            ])
        }
        return .object([
            .init("quota", count(run.request.quota ?? run.region.quota)),
            .init("recipients", count(run.allocation.recipients.count)),
            .init("waiting", count(run.allocation.waiting.count)),
            .init("floor_per_village", count(run.region.ranking.floorPerVillage)),
            .init("seed", .integer(Int64(bitPattern: run.region.ranking.seed))),
            .init("rule", .string(RankingWords.rule(run.region.ranking).indonesian)),
            .init("villages", .array(units)),
        ])
    }

    private var plan: JSONValue {
        guard let plan = run.plan else { return .null }
        return .object([
            .init("fund", .string(plan.fund.rawValue)), .init("people", count(plan.people)),
            .init("start", .string(plan.start.iso)), .init("months", count(plan.monthly.count)),
            .init(
                "by_month",
                .array(
                    plan.monthly.enumerated().map { index, amount in
                        .object([
                            .init("month", .string((plan.start + index).iso)),
                            .init("amount", .integer(amount.amount)),
                        ])
                    })),
            .init("total", .integer(plan.total.amount)),
            .init("budget", .integer(plan.budget.amount)),
            .init("months_affordable", .tenths(plan.monthsAffordable)),
            .init("people_affordable", .integer(plan.peopleAffordable)),
            .init("shortfall", .integer(plan.shortfall.amount)),
            .init("rules", .array(plan.rules.map { .string($0.title) })),
        ])
    }

    private var linkage: JSONValue {
        let statistics = run.linkage.statistics
        return .object([
            .init("rows", count(statistics.rows)),
            .init("pairs_compared", count(statistics.pairsCompared)),
            .init("pairs_kept", count(statistics.pairsKept)),
            .init("review_pairs", count(run.linkage.reviews.count)),
        ])
    }

    private func input(_ received: ReceivedDelivery) -> JSONValue {
        let delivery = received.delivery
        return .object([
            .init("source", .string(delivery.source)), .init("file", .string(delivery.file)),
            .init("agency", .string(delivery.agency.id)), .init("bytes", count(received.bytes)),
            .init("sha256", .string(received.digest)), .init("rows", rows(delivery.counts)),
            .init("rejected_values", count(delivery.rejects.entries.count)),
            .init("warnings", .array(delivery.warnings.map(fault))),
        ])
    }

    private func fault(_ problem: Problem) -> JSONValue {
        .object([
            .init("code", .string(problem.code)),
            .init("message", .string(problem.sentence(.indonesian))),
        ])
    }

    private func cost(_ timings: [StageTiming]) -> JSONValue {
        let stages = timings.map { timing in
            JSONValue.Member(
                timing.stage.rawValue, .integer(Int64((timing.seconds * 1000).rounded())))
        }
        return .object([
            .init("milliseconds", .object(stages)),
            .init("peak_memory_kib", .integer(MachineUse.peakMemoryKiB())),
        ])
    }
}
