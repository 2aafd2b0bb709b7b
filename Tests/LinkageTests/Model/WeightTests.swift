import Civic
import Foundation
import Testing

@testable import Linkage

/// The weight of a pair, whichever way it is reckoned.
struct WeightTests {
    /// From the table that people can read: shares of all levels multiplied by class.
    private struct Reckoning {
        let classes: [Double]
        let levels: [[LinkageModel.Level]]

        init(_ model: LinkageModel) {
            classes = model.classShares
            let byField = Dictionary(grouping: model.table, by: \.field)
            levels = Field.allCases.map { byField["\($0)"] ?? [] }
        }

        func weight(_ pattern: Pattern) -> Double {
            var shares = classes
            for field in Field.allCases where pattern.level(field) > 0 {
                let byClass = levels[field.rawValue][pattern.level(field) - 1].byClass
                for index in shares.indices { shares[index] *= byClass[index] }
            }
            let one = PairClass.onePerson.reduce(0) { $0 + shares[$1.rawValue] }
            let two = PairClass.twoPeople.reduce(0) { $0 + shares[$1.rawValue] }
            if two == 0 { return one > 0 ? 100 : 0 }
            let bits = Foundation.log2(one / two) - LinkageModel.caution
            return one == 0 ? -100 : min(max(bits, -100), 100)
        }
    }

    private func patterns(_ seed: UInt64, _ model: LinkageModel) -> [Pattern] {
        var generator = SeededGenerator(seed: seed)
        let any = (0..<600).map { _ in Mixtures.anyPattern(&generator) }
        var mixture = Mixtures(model, seed: seed)
        return any + mixture.sample(1_500).ordered.map(\.pattern)
    }

    private func models() async -> [LinkageModel] {
        [Mixtures.start, await Mixtures.village(601), await Mixtures.village(602)]
    }

    private func differences(_ model: LinkageModel, _ patterns: [Pattern]) -> [String] {
        let reckoning = Reckoning(model)
        return patterns.map { (Double(model.weight($0)), reckoning.weight($0)) }
            .filter { abs($0.0 - $0.1) > 0.001 }.map { "\($0.0), not \($0.1)" }
    }

    @Test func `agrees with a reckoning from the table of shares`() async {
        for model in await models() {
            let patterns = patterns(603, model).filter { model.weight($0) < 40 }
            #expect(differences(model, patterns).prefix(3) == [], "seed 603")
        }
    }

    /// Everything agrees, further columns included.
    @Test func `agrees where hardly anything is left of two people`() async {
        var generator = SeededGenerator(seed: 606)
        let patterns = (0..<300).map { _ in
            var pattern = Pattern()
            for field in Field.allCases {
                pattern.set(field, UInt8(Int.random(in: 1...2, using: &generator)))
            }
            return pattern
        }
        for model in await models() {
            let sure = patterns.filter { model.weight($0) > 40 }
            #expect(sure.count > 10)
            #expect(differences(model, sure).prefix(3) == [], "seed 606")
        }
    }

    @Test func `evidence adds up to it`() async {
        for model in await models() {
            for pattern in patterns(604, model) {
                let evidence = Evidence(pattern, model)
                let sum = evidence.items.reduce(evidence.prior) { $0 + $1.weight }
                #expect(abs(sum - model.weight(pattern)) < 0.001, "seed 604: \(pattern.levels)")
                #expect(evidence.items.count == pattern.levels.count)
            }
        }
    }

    @Test func `a field that says nothing changes nothing`() async {
        for model in await models() {
            let prior = Evidence(Pattern(), model)
            #expect(prior.items.isEmpty)
            #expect(prior.weight == model.weight(Pattern()))
        }
    }

    /// More patterns than a cache has room for at first.
    @Test func `what the cache remembers is the weight`() async {
        let model = await Mixtures.village(605)
        var generator = SeededGenerator(seed: 605)
        var cache = WeightCache(model)
        let patterns = (0..<9_000).map { index in
            // A third differs in the first fields only, a third in the last.
            let all = Field.allCases
            let fields = [all, Array(all.prefix(8)), Array(all.suffix(8))][index % 3]
            return Mixtures.anyPattern(&generator, varying: fields)
        }
        for pattern in patterns + patterns.reversed() {
            let isSame = cache.weight(pattern) == model.weight(pattern)
            if !isSame { Issue.record("seed 605: \(pattern.levels)") }
        }
    }

    @Test func `a model is its table`() async {
        for model in await models().dropFirst() {
            let byClass = model.table.map(\.byClass)
            #expect(LinkageModel(classShares: model.classShares, byClass: byClass) == model)
        }
    }

    @Test func `a model of no pairs is its table`() {
        let model = Mixtures.start
        let byClass = model.table.map(\.byClass)
        #expect(LinkageModel(classShares: model.classShares, byClass: byClass) == model)
    }

    @Test func `a table that is no model is refused`() {
        let model = Mixtures.start
        let (classes, byClass) = (model.classShares, model.table.map(\.byClass))
        func isRefused(_ classes: [Double], _ byClass: [[Double]]) -> Bool {
            LinkageModel(classShares: classes, byClass: byClass) == nil
        }
        #expect(!isRefused(classes, byClass))
        #expect(isRefused(classes, byClass.dropLast()))
        #expect(isRefused(classes, byClass + [classes]))
        #expect(isRefused(classes.dropLast(), byClass))
        #expect(isRefused([], []))
        for wrong in [-0.1, 1.1, .nan, .infinity] {
            var row = byClass
            row[3][2] = wrong
            #expect(isRefused(classes, row), "\(wrong)")
            #expect(isRefused([wrong] + classes.dropFirst(), byClass), "\(wrong)")
        }
    }
}
