import Civic
import Linkage
import Testing

/// Small worlds whose truth is known.
struct QualityTests {
    @Test(arguments: [61, 62, 63, 64] as [UInt64])
    func `finds at least 98 of 100 true pairs and at most 2 of 100 false ones`(_ seed: UInt64) async
    {
        var world = SmallWorld(seed: seed, families: 500)
        let lists = world.lists()
        let result = await Linkage.link(lists.map(\.source))
        let quality = Quality(result, lists)
        #expect(quality.wanted > 2_000)
        #expect(quality.precision >= 0.98, "\(quality)")
        #expect(quality.recall >= 0.98, "\(quality)")
    }

    @Test func `weights have the sign that everybody expects`() async throws {
        var world = SmallWorld(seed: 65, families: 400)
        let model = await Linkage.link(world.lists().map(\.source)).model
        let expected: [(field: Int, level: Int, isFor: Bool)] = [
            (0, 1, true), (0, 3, true), (0, 7, false), (1, 1, true), (1, 2, true), (1, 6, false),
            (2, 1, true), (2, 2, true), (2, 5, false), (3, 1, true), (3, 2, false), (4, 1, true),
            (4, 3, false), (5, 1, true), (5, 2, false), (6, 1, true), (7, 1, true), (7, 4, false),
        ]
        for (field, level, isFor) in expected {
            let (m, u) = (model.m[field][level], model.u[field][level])
            #expect((m > u) == isFor, "field \(field), level \(level): m \(m), u \(u)")
        }
        for field in model.m.indices {
            for shares in [model.m[field], model.u[field]] {
                #expect(abs(shares.reduce(0, +) - 1) < 0.000_001)
                #expect(shares.dropFirst().allSatisfy { $0 > 0 && $0 < 1 })
            }
        }
        #expect((0.05...0.95).contains(model.matchShare))
    }

    /// Namesakes in the registry, and rows that may be either of two or neither.
    @Test func `reviews ask about pairs that are not joined, surest first`() async {
        var world = SmallWorld(seed: 66, families: 300)
        var lists = world.lists()
        let unsure = world.people.prefix(200).map { person in
            Line(name: "\(person.name.split(separator: " ")[0])", birth: person.birth)
        }
        lists.append(List(unsure))
        let result = await Linkage.link(lists.map(\.source))
        #expect(!result.reviews.isEmpty)
        var seen: Set<[Int]> = []
        for review in result.reviews {
            #expect(review.personA < review.personB)
            #expect(Int(result.personOfRow[review.rowA]) == review.personA)
            #expect(Int(result.personOfRow[review.rowB]) == review.personB)
            #expect(seen.insert([review.personA, review.personB]).inserted)
            #expect((0...1).contains(review.probability))
            #expect(!review.evidence.items.isEmpty)
            #expect(!review.evidence.summary.isEmpty)
            #expect(review.evidence.items.allSatisfy { !$0.sentence.indonesian.contains(":") })
        }
        let weights = result.reviews.map(\.weight)
        #expect(weights == weights.sorted(by: >))
    }
}
