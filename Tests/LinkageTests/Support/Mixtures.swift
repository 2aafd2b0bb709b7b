import Civic

@testable import Linkage

/// Patterns drawn from a model, field by field: what estimation should find again.
struct Mixtures {
    private let classes: [Double]
    /// By class and field: shares of its levels from 1 on.
    private let shares: [[[Double]]]
    private var generator: SeededGenerator

    init(_ model: LinkageModel, seed: UInt64) {
        classes = model.classShares
        shares = PairClass.allCases.map { pairClass in
            model.levels.map { levels in levels.dropFirst().map { $0[pairClass] } }
        }
        generator = SeededGenerator(seed: seed)
    }

    /// Share of a hundred fields about which a pair says nothing.
    var missing = 10

    mutating func sample(_ count: Int) -> PatternSample {
        var sample = PatternSample()
        for _ in 0..<count { sample.add(pattern()) }
        return sample
    }

    private mutating func pattern() -> Pattern {
        let pairClass = pick(classes)
        var pattern = Pattern()
        for field in Mixtures.fields {
            let isMissing = Int.random(in: 1...100, using: &generator) <= missing
            if field != .lists, isMissing { continue }
            pattern.set(field, UInt8(pick(shares[pairClass][field.rawValue]) + 1))
        }
        return pattern
    }

    private static let fields = Field.allCases.filter { !Field.extras.contains($0) }

    private mutating func pick(_ shares: [Double]) -> Int {
        var rest = Double.random(in: 0..<1, using: &generator)
        for position in shares.indices {
            rest -= shares[position]
            if rest < 0 { return position }
        }
        // Rounding, or shares that add up to less.
        return shares.lastIndex { $0 > 0 } ?? 0
    }

    /// Any levels at all, whether or not a pair can have them together; 1 in fields that do not vary.
    static func anyPattern(
        _ generator: inout SeededGenerator, varying fields: [Field] = Field.allCases
    ) -> Pattern {
        var pattern = Pattern()
        for field in Field.allCases {
            let lowest = field == .lists ? 1 : 0
            let levels = fields.contains(field) ? lowest..<field.levelCount : 1..<2
            pattern.set(field, UInt8(Int.random(in: levels, using: &generator)))
        }
        return pattern
    }

    /// Before any pair was seen.
    static var start: LinkageModel { Estimation.model(of: PatternSample()) }

    /// Learned from a village.
    static func village(_ seed: UInt64) async -> LinkageModel {
        var world = SmallWorld(seed: seed, families: 150)
        return await Linkage.link(world.lists().map(\.source)).model
    }
}
