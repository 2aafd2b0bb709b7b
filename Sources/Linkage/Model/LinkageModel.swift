/// The estimated weights of evidence.
///
/// For each level of each field, `m` is how often it occurs among pairs of one person and `u` among
/// candidate pairs of two; the weight of the level is log2(m / u). Both are estimated from the pairs
/// at hand by expectation maximisation (Dempster, Laird and Rubin 1977; Winkler 1988), over
/// *candidate* pairs, so that what relatives share weighs no more than it should.
package struct LinkageModel: Sendable {
    /// By field, then level; level 0 (missing) is 0.
    package internal(set) var m: [[Double]]
    package internal(set) var u: [[Double]]
    /// Share of candidate pairs that are one person.
    package internal(set) var matchShare: Double
    private var weights: [Float] = []
    private var prior: Float = 0
    /// Mean rarity of the agreeing words, by name level: what an agreement is expected to weigh.
    private(set) var meanRarity: [Float]

    /// Pairs at or above this weight are one person (probability 0.95); see ``Clustering``.
    static let joinAt: Float = 4.25
    /// Pairs from this weight on are shown to a human (probability 0.2).
    static let reviewAt: Float = -2
    /// Log-odds of an agreement change by at most this for rare or frequent words.
    private static let rarityLimit: Float = 6
    /// Candidate pairs were chosen by words they share, so part of a word's rarity is used up by
    /// the choice; half of it counts.
    private static let rarityShare: Float = 0.5

    init(m: [[Double]], u: [[Double]], matchShare: Double, meanRarity: [Float]) {
        self.m = m
        self.u = u
        self.matchShare = matchShare
        self.meanRarity = meanRarity
        prepare()
    }

    private mutating func prepare() {
        weights = [Float](repeating: 0, count: Field.allCases.count * 16)
        for field in Field.allCases {
            for level in m[field.rawValue].indices.dropFirst() {
                weights[field.rawValue * 16 + level] = Float(
                    Bits.log2(m[field.rawValue][level] / u[field.rawValue][level]))
            }
        }
        prior = Float(Bits.log2(matchShare / (1 - matchShare)))
    }

    /// Log-odds in bits that the pair is one person.
    @inline(__always)
    func weight(_ pattern: Pattern) -> Float {
        var sum = prior
        var levels = pattern.levels
        var base = 0
        while levels != 0 {
            sum += weights[base + Int(levels & 15)]
            levels >>= 4
            base += 16
        }
        return sum + rarityAdjustment(pattern)
    }

    func weight(_ field: Field, _ pattern: Pattern) -> Float {
        let base = weights[field.rawValue * 16 + pattern.level(field)]
        return field == .name ? base + rarityAdjustment(pattern) : base
    }

    @inline(__always)
    private func rarityAdjustment(_ pattern: Pattern) -> Float {
        let level = pattern.level(.name)
        guard level > 0, level < Int(NameLevel.different.rawValue) else { return 0 }
        let surprise = (pattern.rarity - meanRarity[level]) * LinkageModel.rarityShare
        return min(max(surprise, -LinkageModel.rarityLimit), LinkageModel.rarityLimit)
    }
}
