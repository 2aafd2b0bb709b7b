import Civic
import Programme
import Store
import Testing

@testable import Office

/// The kinds of change that come with the program.
@Suite struct ChangesFileTests {
    private func policy() throws -> ChangePolicy {
        try DataFolder.find(RepositoryData.path).region("bekasi").changes
    }

    @Test func `every reason that ends a member has a kind, and a death opens a claim`() throws {
        let policy = try policy()
        #expect(
            policy.kinds.map(\.id) == [
                "death", "moved", "formal-job", "other-payer", "insured", "age", "double",
                "refused", "withdrawn",
            ])
        let death = try #require(policy.kind("death"))
        #expect((death.claim, death.stops, death.paidMonths) == (.death, .unpaidMonth, .refund))
        #expect(policy.kinds.filter { $0.claim != nil }.map(\.id) == ["death"])
        #expect(policy.firstContactDays == 3)
        #expect(policy.term(after: .asked, of: .death)?.workingDays == 7)
        #expect(policy.term(after: .sent, of: .death)?.workingDays == 3)
        #expect(policy.term(after: .sent, of: .accident)?.workingDays == 7)
        #expect(policy.term(after: .paid, of: .death) == nil)
    }

    @Test func `age ends nobody whom the insurer covers`() throws {
        let age = try #require(try policy().kind("age"))
        #expect(age.ends(.determined) && age.ends(.enrolled) && !age.ends(.active))
        #expect(try policy().likely(["A2"], .active).isEmpty)
        #expect(try policy().likely(["A3", "A13"], .active).map(\.id) == ["death"])
    }
}
