import Civic
import Testing

@testable import Linkage

/// Estimation finds again what a sample was drawn from.
struct EstimationTests {
    /// Other shares of classes than those where estimation starts, and birth dates worse than there.
    private static let truth: LinkageModel = {
        var model = Mixtures.start
        let factors: [PairClass: Double] = [
            .tidy: 0.6, .hasty: 2, .moved: 2, .borrower: 2, .strangers: 0.4, .birthmates: 1.4,
            .namesakes: 0.6, .neighbours: 1.6, .household: 2, .twins: 2, .lender: 2, .sharers: 2,
        ]
        model.classes *= ClassVector { factors[$0] ?? 1 }
        model.classes /= ClassVector(repeating: model.classes.sum())
        for pairClass in [PairClass.tidy, .moved, .borrower] {
            model.levels[Field.birth.rawValue][Int(BirthLevel.same.rawValue)][pairClass] -= 0.15
            model.levels[Field.birth.rawValue][Int(BirthLevel.swapped.rawValue)][pairClass] += 0.15
        }
        return model
    }()

    @Test(arguments: [611] as [UInt64])
    func `shares of classes and levels are found again`(_ seed: UInt64) {
        var mixture = Mixtures(EstimationTests.truth, seed: seed)
        let found = Estimation.model(of: mixture.sample(30_000))
        let rows = zip(found.table, EstimationTests.truth.table)
        // Borrowers are told from tidy rows by one field only, and so not in their number.
        let others = PairClass.allCases.filter { $0 != .tidy && $0 != .borrower }
        for classes in [[.tidy, .borrower]] + others.map({ [$0] }) {
            let now = classes.reduce(0) { $0 + found.classes[$1] }
            let then = classes.reduce(0) { $0 + EstimationTests.truth.classes[$1] }
            #expect(
                abs(now - then) < 0.004 + then / 10, "seed \(seed): \(classes) \(now), not \(then)")
        }
        for (now, then) in rows {
            let isNear = abs(now.ofOne - then.ofOne) < 0.02 && abs(now.ofTwo - then.ofTwo) < 0.02
            #expect(isNear, "seed \(seed): \(now), not \(then)")
        }
    }

    @Test func `without a sample the starting shares stand`() {
        #expect(Mixtures.start.classes == StartingShares.classes)
        #expect(Mixtures.start.levels == Field.allCases.map(StartingShares.levels))
        for field in Field.allCases {
            for pairClass in PairClass.allCases {
                let sum = StartingShares.levels(field).dropFirst().reduce(0) { $0 + $1[pairClass] }
                #expect(abs(sum - 1) < 0.000_001, "\(field) in \(pairClass)")
            }
        }
        #expect(abs(Mixtures.start.classes.sum() - 1) < 0.000_001)
    }

    /// Patterns of any kind, which no city would show.
    @Test(arguments: [613, 614] as [UInt64])
    func `what a class cannot be it never becomes`(_ seed: UInt64) async {
        var generator = SeededGenerator(seed: seed)
        var sample = PatternSample()
        for _ in 0..<5_000 { sample.add(Mixtures.anyPattern(&generator)) }
        for model in [Estimation.model(of: sample), await Mixtures.village(seed)] {
            let equal: [NIKLevel] = [.equal, .equalUnchecked, .equalButForeign]
            for level in equal {
                let shares = model.levels[Field.nik.rawValue][Int(level.rawValue)]
                // Strangers and birthmates have a number in common by a slip of the pen now and then.
                let mayShare: [PairClass] = [
                    .tidy, .hasty, .moved, .strangers, .birthmates, .lender,
                ]
                for pairClass in PairClass.allCases where !mayShare.contains(pairClass) {
                    #expect(shares[pairClass] == 0, "seed \(seed): \(pairClass) \(level)")
                }
                #expect(shares[.lender] > 0)
            }
            let registered = model.levels[Field.nik.rawValue][Int(NIKLevel.twoRegistered.rawValue)]
            #expect((registered * .onePerson).sum() == 0, "seed \(seed)")
            for level in [NumberLevel.slip, .different] {
                #expect(model.levels[Field.phone.rawValue][Int(level.rawValue)][.sharers] == 0)
            }
            #expect(model.levels.allSatisfy { $0.allSatisfy { $0.min() >= 0 && $0.max() <= 1 } })
            #expect(abs(model.classes.sum() - 1) < 0.000_001)
        }
    }

    /// Else hasty rows would take in the people who lend each other numbers.
    @Test func `a person is hardly ever written as somebody else`() {
        var generator = SeededGenerator(seed: 615)
        var sample = PatternSample()
        for _ in 0..<5_000 { sample.add(Mixtures.anyPattern(&generator)) }
        let model = Estimation.model(of: sample)
        for (field, most) in [(Field.name, 0.01), (.birth, 0.015), (.sex, 0.03), (.mother, 0.05)] {
            let last = model.levels[field.rawValue][field.levelCount - 1]
            for pairClass in PairClass.onePerson {
                #expect(last[pairClass] <= most + 0.000_001, "\(field) in \(pairClass)")
            }
        }
    }
}
