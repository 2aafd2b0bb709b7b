import Civic
import Linkage
import Testing

/// Of pairs that linkage calls nine in ten sure about nine in ten are one person.
struct CalibrationTests {
    private struct Band: CustomStringConvertible {
        /// Probabilities, and what share of true pairs among them would not surprise.
        let said: Range<Double>
        let plausible: ClosedRange<Double>
        var pairs = 0
        var right = 0

        var share: Double { Double(right) / Double(max(1, pairs)) }
        var description: String { "\(said): \(right) of \(pairs), \(share)" }
    }

    /// Measured over these seeds: 0.60 of 30, 0.76 of 92, 0.96 of 57, 0.97 of 613, 0.999 of 42,440.
    @Test func `probabilities are what they say`() async {
        var bands = [
            Band(said: 0.5..<0.8, plausible: 0.35...0.97),
            Band(said: 0.8..<0.9, plausible: 0.6...1),
            Band(said: 0.9..<0.95, plausible: 0.8...1),
            Band(said: 0.95..<0.99, plausible: 0.92...1),
            Band(said: 0.99..<1.01, plausible: 0.997...1),
        ]
        for seed in 821...840 as ClosedRange<UInt64> {
            var world = SmallWorld(seed: seed, families: 250)
            let lists = world.lists() + [world.byEar(150)]
            let truth = lists.flatMap { $0.lines.map(\.line.truth) }
            let result = await Linkage.link(lists.map(\.source), keepsPairs: true)
            for pair in result.pairs {
                guard let band = bands.firstIndex(where: { $0.said.contains(pair.probability) })
                else { continue }
                bands[band].pairs += 1
                if truth[pair.left] == truth[pair.right] { bands[band].right += 1 }
            }
        }
        for band in bands {
            #expect(band.pairs >= 20, "seeds 821 to 840: \(band)")
            #expect(band.plausible.contains(band.share), "seeds 821 to 840: \(band)")
        }
    }
}
