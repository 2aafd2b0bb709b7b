import Civic
import Jamsostek
import Testing

struct HeirTests {
    static let on = day("2026-01-10")

    @Test(arguments: [
        ([HeirRelation.spouse, .parent], [HeirRelation.spouse], 1),
        ([.spouse, .child, .sibling], [.spouse, .child], 1),
        ([.parent, .grandparent, .sibling], [.parent, .grandparent], 2),
        ([.sibling, .parentInLaw], [.sibling], 3),
        ([.parentInLaw, .namedInWill], [.parentInLaw], 4),
        ([.namedInWill], [.namedInWill], 5), ([], [.nobody], 6),
    ])
    func `everybody of the lowest rank inherits`(
        _ living: [HeirRelation], _ entitled: [HeirRelation], _ rank: Int
    ) throws {
        let decision = try law.heirs(among: Set(living), on: Self.on)
        #expect(decision.entitled == entitled)
        #expect(decision.rank == rank)
    }

    @Test func `every set of relations has exactly one rank of heirs`() throws {
        let relations = HeirRelation.allCases.filter { $0 != .nobody }
        for bits in 0..<(1 << relations.count) {
            let living = Set(relations.indices.filter { bits >> $0 & 1 == 1 }.map { relations[$0] })
            let entitled = try law.heirs(among: living, on: Self.on).entitled
            let expected: [HeirRelation] =
                switch true {
                case living.contains(.spouse) || living.contains(.child): [.spouse, .child]
                case !living.isDisjoint(with: [.parent, .grandchild, .grandparent]):
                    [.parent, .grandchild, .grandparent]
                case living.contains(.sibling): [.sibling]
                case living.contains(.parentInLaw): [.parentInLaw]
                case living.contains(.namedInWill): [.namedInWill]
                default: []
                }
            let present = expected.filter(living.contains)
            #expect(entitled == (present.isEmpty ? [.nobody] : present))
        }
    }

    @Test func `a claim asks for the papers of its case and no others`() {
        let plain = law.papers(for: .death, on: Self.on).map(\.code)
        #expect(
            plain == [
                "jkm_form", "participant_number", "id_card", "death_certificate", "family_card",
                "heir_statement", "bank_account",
            ])
        let widow = law.papers(for: .death, on: Self.on, where: [.spouse, .severalHeirs])
        #expect(Set(widow.map(\.code)).subtracting(plain) == ["marriage_book", "heir_mandate"])
        #expect(law.papers(for: .death, on: day("2024-01-01"), where: [.will]).count == plain.count)
        for kind in ClaimKind.allCases {
            #expect(!law.papers(for: kind, on: Self.on).isEmpty)
        }
    }
}
