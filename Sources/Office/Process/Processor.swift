package import Civic
import Intake
package import Jamsostek
import Linkage
import Programme

/// The whole job on a folder of lists: read, link, judge, rank, plan.
package struct Processor: Sendable {
    private let region: Region
    private let law: Law

    package init(region: Region, law: Law) {
        self.region = region
        self.law = law
    }

    /// - Parameters:
    ///   - request: the folder and what differs from the region pack.
    ///   - progress: told the stage and the share of it that is done, 0 to 1.
    /// - Returns: everything that was found out.
    /// - Throws: a problem when the folder, or every file in it, is unusable.
    package func run(
        _ request: ProcessRequest, progress: @escaping @Sendable (Stage, Double) -> Void
    ) async throws(Problem) -> CityRun {
        var clock = StageClock()
        var received = try await read(request, progress)
        received.deliveries += request.lists
        clock.finish(.read)
        progress(.link, 0)
        let sources = received.deliveries.map { $0.linkageSource(places: region.places) }
        let decided = DecidedRows(request.links, in: received.deliveries)
        let linkage = await Linkage.link(
            sources, model: request.model, decisions: decided.decisions,
            keepsPairs: request.keepsPairs, workers: MachineUse.cores)
        clock.finish(.link)
        progress(.judge, 0)
        var builder = ProfileBuilder(
            region: region, deliveries: received.deliveries, linkage: linkage, asOf: request.asOf)
        let profiles = builder.build()
        let eligibility = Eligibility(
            rules: region.rules, asOf: request.asOf, occupations: region.occupations)
        let verdicts = profiles.map(eligibility.judge)
        clock.finish(.judge)
        progress(.rank, 0)
        let allocation = rank(profiles, verdicts, quota: request.quota ?? region.quota)
        let plan = try planOutcome(request, recipients: allocation.recipients.count)
        clock.finish(.rank)
        return CityRun(
            region: region, request: request, deliveries: received.deliveries,
            faults: received.faults, linkage: linkage, decided: decided, profiles: profiles,
            verdicts: verdicts,
            eligibility: eligibility, allocation: allocation, plan: plan, timings: clock.timings)
    }

    // MARK: Reading

    private enum FileResult: Sendable {
        case read([ReceivedDelivery])
        case failed(Problem)
    }

    /// Reads the files two at a time, largest first, and returns them in order of their names.
    private func read(
        _ request: ProcessRequest, _ progress: @escaping @Sendable (Stage, Double) -> Void
    ) async throws(Problem) -> (deliveries: [ReceivedDelivery], faults: [Problem]) {
        let folder = try InputFolder(request.folder, agencies: region.agencies)
        let reader = DeliveryReader(context: region.intake(asOf: request.asOf))
        let total = max(1, folder.files.reduce(0) { $0 + $1.bytes })
        let order = folder.files.indices.sorted {
            (folder.files[$0].bytes, $1) > (folder.files[$1].bytes, $0)
        }
        progress(.read, 0)
        let results = await withTaskGroup(of: (Int, FileResult).self) { group in
            var waiting = order.makeIterator()
            func start() -> Bool {
                guard let index = waiting.next() else { return false }
                let file = folder.files[index]
                group.addTask { (index, Processor.read(file, reader)) }
                return true
            }
            for _ in 0..<Processor.workers { _ = start() }
            var results: [(Int, FileResult)] = []
            var done = 0
            for await (index, result) in group {
                results.append((index, result))
                done += folder.files[index].bytes
                progress(.read, Double(done) / Double(total))
                _ = start()
            }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
        return try gather(results)
    }

    private static let workers = 2

    private static func read(_ file: InputFolder.File, _ reader: DeliveryReader) -> FileResult {
        do throws(Problem) {
            let digest = try Fingerprint.ofFile(file.path)
            let deliveries = try reader.read(
                path: file.path, source: file.source, agency: file.agency)
            return .read(
                deliveries.map { ReceivedDelivery(delivery: $0, digest: digest, bytes: file.bytes) }
            )
        } catch {
            return .failed(error)
        }
    }

    private func gather(
        _ results: [FileResult]
    ) throws(Problem) -> (deliveries: [ReceivedDelivery], faults: [Problem]) {
        var deliveries: [ReceivedDelivery] = []
        var faults: [Problem] = []
        for result in results {
            switch result {
            case .read(let found): deliveries += found
            case .failed(let problem): faults.append(problem)
            }
        }
        let people = deliveries.reduce(0) { $0 + $1.delivery.counts.linked }
        if people == 0 { throw faults.first.map(nothingUsable) ?? noPeople() }
        return (deliveries, faults)
    }

    private func nothingUsable(_ first: Problem) -> Problem {
        Problem(.nothingUsable, first.code, first.what, at: first.spot, do: first.remedy)
    }

    private func noPeople() -> Problem {
        Problem(
            .nothingUsable, "no-people",
            Phrase(
                "Tidak ada satu orang pun di berkas-berkas ini.",
                en: "There is not one person in these files."),
            do: Phrase(
                "Periksa apakah berkasnya benar dan berisi data.",
                en: "Check that these are the right files and hold data."))
    }

    // MARK: Ranking and money

    private func rank(
        _ profiles: [Profile], _ verdicts: [Verdicts], quota: Int
    ) -> Allocation {
        let occupations = region.occupations
        var keys: [RankKey] = []
        for (person, verdict) in verdicts.enumerated() where verdict.outcome == .eligible {
            let occupation = profiles[person].occupation
            let hazard = occupation < 0 ? 9 : occupations[Int(occupation)].hazard
            keys.append(region.ranking.key(profiles[person], person: person, hazard: hazard))
        }
        return Allocation(
            keys, placeOf: { profiles[Int($0)].place }, quota: quota,
            floor: region.ranking.floorPerVillage)
    }

    private func planOutcome(
        _ request: ProcessRequest, recipients: Int
    ) throws(Problem) -> PlanOutcome? {
        guard recipients > 0, let purse = region.plan.funds.first else { return nil }
        let budget = request.budget ?? purse.budget
        let plan = FundingPlan(
            people: recipients, start: request.start ?? region.plan.start,
            months: request.months ?? region.plan.months,
            contributionClass: ContributionClass(
                sector: .other, fund: purse.fund, declaredIncome: region.plan.declaredIncome))
        let cost = try law.cost(of: plan)
        return PlanOutcome(
            fund: purse.fund, people: recipients, start: plan.start, monthly: cost.monthly,
            total: cost.total, budget: budget,
            monthsAffordable: try law.monthsAffordable(plan, with: budget),
            peopleAffordable: cost.peopleAffordable(with: budget),
            shortfall: cost.shortfall(of: budget), rules: law.citations(of: cost.rules))
    }
}

/// Times the stages of a run.
struct StageClock {
    private(set) var timings: [StageTiming] = []
    private var last = ContinuousClock.now

    mutating func finish(_ stage: Stage) {
        let now = ContinuousClock.now
        timings.append(StageTiming(stage: stage, seconds: (now - last).inSeconds))
        last = now
    }
}

extension Duration {
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1_000_000_000_000_000_000
    }
}
