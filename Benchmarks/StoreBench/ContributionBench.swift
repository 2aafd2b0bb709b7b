import Civic
import Foundation
import Jamsostek
import Programme
import Store

/// Times a month of contributions for many people: the run that makes the bill, its comparison with
/// the insurer's, order and payment, and the guard of the morning.
struct ContributionBench {
    let store: CityStore
    let city: BenchCity
    let say: (_ name: String, _ value: Double, _ unit: String) -> Void

    private static let month = Month(year: 2026, month: 3)
    private static let fund = "apbd-2026"
    private static let source = Citation(id: "bench", title: "Bench")
    private static let cohort = Cohort(
        id: "bench", title: Phrase("Uji", en: "Bench"), numberPrefix: "BNC", segment: .bpu,
        fund: .apbd, declaredIncome: Rupiah(1_000_000), savesForOldAge: false, expected: nil,
        source: source)

    func run() async throws {
        let act = Act(actor: "bench", at: Instant(milliseconds: 1_774_000_000_000))
        let law = try ContributionBench.law()
        let pricing = try ContributionPricing(
            law, in: ContributionBench.month, declaredIncome: Rupiah(1_000_000),
            cohorts: [ContributionBench.cohort], transport: ["online_ojek"])
        try await takeIn(pricing, act)
        let policy = BillPolicy(
            billed: [.enrolled, .active], source: ContributionBench.source)
        try await time("bill_seconds") {
            let outcome = try await store.billMonth(pricing, policy, by: act)
            guard outcome.bills == [1] else { throw Problem.storeFailed("bill") }
        }
        try await time("month_page_seconds") {
            _ = try await store.coverMonth(ContributionBench.month, policy)
            _ = try await store.monthChanges(ContributionBench.month)
        }
        try await pay(act)
        let rules = try law.coverRules(on: ContributionBench.month.firstDay + 20)
        try await time("guard_seconds") {
            try await store.refreshGuard(
                rules,
                GuardPolicy(
                    processingDays: 7, horizon: 12, warningMonths: 2, owners: [:],
                    source: ContributionBench.source), by: act)
        }
    }

    private func takeIn(_ pricing: ContributionPricing, _ act: Act) async throws {
        let month = ContributionBench.month
        try await store.openFund(
            Fund(
                id: ContributionBench.fund, source: .apbd, title: "APBD", payer: "Kota",
                workerGroup: "W", months: month...month), by: act)
        try await store.allot(
            Rupiah(16_800) * city.people, to: ContributionBench.fund, note: "DPA", key: "1", by: act
        )
        let people = (0..<city.people).compactMap { serial -> CohortPerson? in
            guard let identity = city.identity(serial) else { return nil }
            return CohortPerson(
                row: serial + 1, nik: identity.nik, name: "ORANG \(serial)", birth: identity.birth,
                district: BenchCity.village.district, village: BenchCity.village,
                occupation: ["online_ojek", "street_vendor", nil][serial % 3], participant: nil)
        }
        try await time("take_in_seconds") {
            let outcome = try await store.takeIn(
                CohortList(
                    cohort: ContributionBench.cohort, digest: "bench", people: people,
                    fund: ContributionBench.fund, months: month...month,
                    activeFrom: month.firstDay), [month: pricing], by: act)
            guard outcome?.added == city.people else { throw Problem.storeFailed("take in") }
        }
    }

    private func pay(_ act: Act) async throws {
        guard let bill = try await store.bill(1) else { throw Problem.storeFailed("bill") }
        let rows = (0..<city.people).compactMap { serial in
            city.identity(serial).map { identity in
                var row = InsurerRow(line: serial + 1, name: "ORANG")
                row.nik = identity.nik
                row.amount = Rupiah(16_800)
                row.word = .listed(participant: nil)
                return row
            }
        }
        try await time("compare_seconds") {
            let compared = try await store.compareBill(
                1,
                with: NewInsurerFile(
                    kind: .bill, month: bill.month, fund: bill.fund, name: "tagihan",
                    digest: "bench", channel: .file), rows, code: "KB", by: act)
            guard compared.differences == 0, compared.billedAmount == bill.amount else {
                throw Problem.storeFailed("compare")
            }
        }
        let ordered = try await store.orderBill(
            1, version: bill.version + 1, number: "SPM", by: act)
        try await time("pay_seconds") {
            _ = try await store.payBill(
                1, version: ordered.version,
                BillPayment(
                    disbursement: "SP2D", day: ContributionBench.month.lastDay, proofName: nil,
                    proofDigest: nil), by: Act(actor: "other", at: act.at))
        }
    }

    private func time(_ name: String, _ body: () async throws -> Void) async throws {
        let start = ContinuousClock.now
        try await body()
        say(name, (ContinuousClock.now - start) / .seconds(1), "s")
    }

    /// The law as it ships, from the folder that the bench is started in.
    static func law() throws -> Law {
        try Law { (name) throws(Problem) in
            guard
                let text = try? String(
                    contentsOfFile: "Data/national/\(name).tsv", encoding: .utf8)
            else { throw Problem.storeFailed("Data/national/\(name).tsv") }
            return Table(name: "\(name).tsv", text: text)
        }
    }
}
