/// Counts of patterns among sampled candidate pairs.
struct PatternSample: Sendable {
    private(set) var counts: [UInt32: Int] = [:]
    private(set) var raritySum = [Double](repeating: 0, count: 16)
    private(set) var rarityCount = [Int](repeating: 0, count: 16)

    mutating func add(_ pattern: Pattern) {
        counts[pattern.levels, default: 0] += 1
        raritySum[pattern.level(.name)] += Double(pattern.rarity)
        rarityCount[pattern.level(.name)] += 1
    }

    mutating func merge(_ other: PatternSample) {
        for (levels, count) in other.counts { counts[levels, default: 0] += count }
        for level in 0..<16 {
            raritySum[level] += other.raritySum[level]
            rarityCount[level] += other.rarityCount[level]
        }
    }
}

extension LinkageModel {
    /// Where estimation starts: rough shares from experience with registers of this kind. Any start
    /// in which agreement is likelier for one person than for two leads to the same estimate; these
    /// also stand in for levels that a small sample does not show.
    private static let startM: [[Double]] = [
        [0, 0.86, 0.01, 0.03, 0.02, 0.01, 0.01, 0.03, 0.01, 0.02],
        [0, 0.62, 0.12, 0.12, 0.1, 0.03, 0.01],
        [0, 0.88, 0.03, 0.05, 0.02, 0.02],
        [0, 0.98, 0.02],
        [0, 0.8, 0.15, 0.05],
        [0, 0.85, 0.15],
        [0, 0.6, 0.4],
        [0, 0.6, 0.3, 0.06, 0.04],
    ]
    private static let startU: [[Double]] = [
        [0, 0.002, 0.02, 0.002, 0.002, 0.02, 0.05, 0.824, 0.03, 0.05],
        [0, 0.04, 0.03, 0.02, 0.08, 0.43, 0.4],
        [0, 0.25, 0.02, 0.08, 0.05, 0.6],
        [0, 0.55, 0.45],
        [0, 0.1, 0.05, 0.85],
        [0, 0.15, 0.85],
        [0, 0.1, 0.9],
        [0, 0.15, 0.2, 0.15, 0.5],
    ]

    /// Weight of the start against the sample, in pairs.
    private static let startPairs = 40.0
    private static let rounds = 25

    /// Estimates the model from a sample of candidate pairs.
    static func estimated(from sample: PatternSample) -> LinkageModel {
        var m = startM
        var u = startU
        var share = 0.4
        let patterns = sample.counts.sorted { $0.key < $1.key }
        let total = Double(patterns.reduce(0) { $0 + $1.value })
        for _ in 0..<rounds where total > 0 {
            var sumM = startM.map { $0.map { $0 * startPairs } }
            var sumU = startU.map { $0.map { $0 * startPairs } }
            var matches = share * startPairs
            for (levels, count) in patterns {
                let probability = matchProbability(levels, m, u, share)
                let one = probability * Double(count)
                let two = Double(count) - one
                matches += one
                for field in Field.allCases {
                    let level = Int(levels >> UInt32(field.rawValue * 4) & 15)
                    guard level > 0 else { continue }
                    sumM[field.rawValue][level] += one
                    sumU[field.rawValue][level] += two
                }
            }
            m = sumM.map(normalised)
            u = sumU.map(normalised)
            share = min(max(matches / (total + startPairs), 0.001), 0.999)
        }
        let mean = (0..<16).map { level -> Float in
            let count = sample.rarityCount[level]
            return count > 0 ? Float(sample.raritySum[level] / Double(count)) : 0
        }
        return LinkageModel(m: m, u: u, matchShare: share, meanRarity: mean)
    }

    private static func normalised(_ counts: [Double]) -> [Double] {
        let sum = counts.reduce(0, +)
        return counts.map { $0 / sum }
    }

    private static func matchProbability(
        _ levels: UInt32, _ m: [[Double]], _ u: [[Double]], _ share: Double
    ) -> Double {
        var one = share
        var two = 1 - share
        for field in Field.allCases {
            let level = Int(levels >> UInt32(field.rawValue * 4) & 15)
            guard level > 0 else { continue }
            one *= m[field.rawValue][level]
            two *= u[field.rawValue][level]
        }
        return one / (one + two)
    }
}
