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
        let isFor = [
            "nik.equal": true, "nik.slip": true, "nik.damagedAgrees": true, "nik.different": false,
            "nik.twoRegistered": false, "name.same": true, "name.slip": true,
            "name.different": false, "birth.same": true, "birth.swapped": true,
            "birth.different": false, "sex.same": true, "sex.different": false,
            "mother.sameFrequent": true, "mother.different": false, "card.same": true,
            "card.different": false, "phone.same": true, "place.sameBlock": true,
            "place.different": false,
        ]
        let table = model.table
        for level in table {
            guard let expected = isFor["\(level.field).\(level.level)"] else { continue }
            // Of a frequent name even the same one says little.
            if level.field == "name", level.rarity ?? 5 < 2 { continue }
            #expect((level.weight > 0) == expected, "\(level)")
        }
        for (field, levels) in Dictionary(grouping: table, by: \.field) {
            for pairClass in PairClass.allCases {
                let sum = levels.reduce(0) { $0 + $1.byClass[pairClass.rawValue] }
                #expect(abs(sum - 1) < 0.000_001, "\(field) in \(pairClass): \(sum)")
            }
            #expect(levels.allSatisfy { (0...1).contains($0.ofOne) && (0...1).contains($0.ofTwo) })
        }
        #expect(abs(model.classShares.reduce(0, +) - 1) < 0.000_001)
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
