import Civic
import Jamsostek
import Programme
import Store
import Testing

@testable import Office

@Suite struct GuardJobTests {
    /// 2025-11-05, 12.00 in Jakarta.
    private static let noon = Instant(milliseconds: 1_762_318_800_000)

    @Test func `the guard looks once a morning, before offices open`() throws {
        let data = try DataFolder.find(RepositoryData.path)
        let job = GuardJob(
            law: try data.law(), policy: try data.region("bekasi").contributions.guarding)
        let midnight = Self.noon + -12 * 3_600_000
        #expect(job.occurrence(at: midnight + 249 * 60_000) == nil)
        let due = try #require(job.occurrence(at: midnight + 250 * 60_000))
        #expect(due.key == "cover.guard:2025-11-05")
        #expect(job.occurrence(at: Self.noon) == due)
    }

    @Test func `the region says who is in charge of every source that a fund may have`() throws {
        let terms = try DataFolder.find(RepositoryData.path).region("bekasi").contributions
        for source in ["apbd", "apbn", "csr", "psr"] {
            #expect(terms.guarding.owners.contains { $0.key.rawValue == source })
        }
        #expect(terms.cohorts.reduce(0) { $0 + ($1.expected ?? 0) } == 43_000)
        #expect(terms.bills.billed == [.enrolled, .active])
    }
}
