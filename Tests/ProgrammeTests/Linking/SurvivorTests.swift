import Civic
import Programme
import Testing

@Suite struct SurvivorTests {
    private static let niks = [3_275_014_507_900_003, 3_275_015_507_900_004].compactMap {
        NIK(digits: $0)
    }

    private static func side(_ registered: [Int], _ sources: Int, _ age: Int) -> LinkSide {
        LinkSide(registered: Set(registered.map { niks[$0] }), sources: sources, age: age)
    }

    @Test(arguments: [
        // The civil registry's word outweighs any number of lists.
        (side([0], 1, 9), side([], 8, 1), true),
        (side([], 3, 9), side([], 2, 1), true),
        (side([], 2, 9), side([], 2, 1), false),
        (side([0], 2, 1), side([1], 2, 9), true),
        (side([0], 2, 5), side([1], 3, 9), false),
    ])
    func `one of the two goes on, whoever is named first`(
        _ example: (first: LinkSide, second: LinkSide, isFirst: Bool)
    ) {
        #expect(example.first.outlives(example.second) == example.isFirst)
        #expect(example.second.outlives(example.first) != example.isFirst)
    }

    @Test func `two numbers of the registry need two people`() {
        let one = SurvivorTests.side([0], 1, 1)
        #expect(one.isRegisteredApart(from: SurvivorTests.side([1], 1, 2)))
        #expect(!one.isRegisteredApart(from: SurvivorTests.side([0], 1, 2)))
        #expect(!one.isRegisteredApart(from: SurvivorTests.side([], 1, 2)))
        #expect(!one.isRegisteredApart(from: SurvivorTests.side([0, 1], 1, 2)))
    }
}
