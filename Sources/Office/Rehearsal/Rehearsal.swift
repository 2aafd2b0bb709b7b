package import Civic
import Jamsostek
import Programme
import Store

/// Lets a city of invented people live through what a real one does between its lists and covered
/// months, by the verbs of its own staff and with an emulated insurer: candidates are verified, a
/// wave is planned and frozen, a decree signed, people enrolled, and months paid and reconciled.
package struct Rehearsal: Sendable {
    /// Who plays which part.
    package struct Cast: Sendable {
        /// Two at least: nobody signs off the last step of a decree of his own.
        package let managers: [Viewer]
        package let finance: Viewer
        package let liaison: Viewer

        package init(managers: [Viewer], finance: Viewer, liaison: Viewer) {
            precondition(managers.count > 1, "a decree has two signers")
            self.managers = managers
            self.finance = finance
            self.liaison = liaison
        }
    }

    let desk: Desk
    let cast: Cast
    let plan: RehearsalPlan
    let today: Day
    /// Where the city's pages are, as papers tell it.
    let site: String

    package init(desk: Desk, cast: Cast, plan: RehearsalPlan, today: Day, site: String) {
        self.desk = desk
        self.cast = cast
        self.plan = plan
        self.today = today
        self.site = site
    }

    /// Of keys that make a repetition harmless.
    static let key = "rehearsal"

    var manager: Viewer { cast.managers[0] }

    /// The months of the wave; the last that is paid is this one.
    var months: ClosedRange<Month> {
        let first = today.month + (1 - plan.paid)
        return first...(first + (plan.months - 1))
    }

    package func run() async throws(Problem) -> RehearsalReport {
        let act = Act(actor: manager.account.login, at: .now())
        let verified = try await Verifying(
            store: desk.store, policy: desk.region.verification,
            untouched: Set(plan.untouched.compactMap { PlaceCode($0) })
        ).run(by: act)
        try await openFunds()
        let wave = try await freezeWave()
        let decree = try await desk.issueDecree(
            fromWave: wave, serial: 1, site: site, by: cast.managers)
        var insurer = InsurerEmulator(
            plan: EmulatorPlan(
                seed: plan.insurer.seed, refused: plan.insurer.refused, late: plan.insurer.late),
            region: desk.region)
        let outcome = try await enrol(with: &insurer)
        var paid: [Bill] = []
        for offset in 0..<plan.paid {
            let month = months.lowerBound + offset
            paid += try await pay(month)
            try await reconcile(month, with: insurer)
        }
        return RehearsalReport(
            verified: verified, wave: wave, decree: decree, enrolled: outcome.accepted,
            refused: outcome.refused, paid: paid)
    }

    // MARK: Money and wave

    func fundID(_ money: RehearsalPlan.Money) -> String {
        "\(money.source)-\(months.lowerBound.year)"
    }

    private func openFunds() async throws(Problem) {
        for money in plan.funds {
            guard let source = FundingSource(rawValue: money.source) else { continue }
            let id = fundID(money)
            try await desk.openFund(
                Fund(
                    id: id, source: source, title: money.title, payer: money.payer,
                    workerGroup: money.group, months: months,
                    terms: FundTerms(occupations: money.occupations ?? [])),
                key: "\(Rehearsal.key) \(id)", for: manager)
            try await desk.allot(
                Rupiah(money.amount), to: id, note: "Contoh", key: "\(Rehearsal.key) \(id)",
                for: manager)
        }
    }

    private func freezeWave() async throws(Problem) -> Int {
        let wave = try await desk.makeWave(
            NewWave(
                title: plan.title, quota: plan.quota, months: months,
                funds: plan.funds.map(fundID)), key: Rehearsal.key, for: manager)
        try await desk.confirmWave(wave, isConfirmed: true, key: Rehearsal.key, for: manager)
        try await desk.freezeWave(
            wave, version: try await version(of: wave), seed: plan.insurer.seed,
            key: Rehearsal.key, for: manager)
        try await desk.matchFunds(
            of: wave, version: try await version(of: wave), key: Rehearsal.key, for: manager)
        return wave
    }

    private func version(of wave: Int) async throws(Problem) -> Int {
        try await desk.wave(wave, for: manager)?.version ?? 0
    }
}
