import Civic
import Linkage
import Testing

/// What a run says of its own quality.
struct QualityReportTests {
    private func link(_ seed: UInt64, _ change: (inout [List]) -> Void = { _ in }) async
        -> LinkageResult
    {
        var world = SmallWorld(seed: seed, families: 150)
        var lists = world.lists()
        change(&lists)
        return await Linkage.link(lists.map(\.source), keepsPairs: true)
    }

    @Test(arguments: [801, 802, 803] as [UInt64])
    func `lower thresholds find more and err more`(_ seed: UInt64) async throws {
        let result = await link(seed)
        let rows = result.statistics.thresholds
        #expect(rows.map(\.weight) == (-40...40).reversed())
        for (higher, lower) in zip(rows, rows.dropFirst()) {
            #expect(lower.pairs >= higher.pairs)
            #expect(lower.precision <= higher.precision + 0.000_001, "seed \(seed): \(lower)")
            #expect(lower.recall >= higher.recall, "seed \(seed): \(lower)")
        }
        #expect(
            rows.allSatisfy {
                (0...1.000_001).contains($0.recall) && (0...1).contains($0.precision)
            })
        let last = try #require(rows.last)
        #expect(last.pairs == result.statistics.pairsCompared)
        #expect(abs(last.recall - 1) < 0.000_001)
        // No pair of a village is beyond doubt, and not all pairs compared are one person.
        #expect(last.precision < 0.95)
        #expect(rows[0].recall < 0.9)
    }

    @Test(arguments: [801, 802, 803] as [UInt64])
    func `every pair compared is counted once, by its weight`(_ seed: UInt64) async {
        let result = await link(seed)
        let statistics = result.statistics
        #expect(statistics.histogram.reduce(0, +) == statistics.pairsCompared)
        #expect(statistics.rows == result.personOfRow.count)
        // From -2 on pairs are kept; here none is met twice.
        for (bin, count) in statistics.histogram.enumerated() {
            let bits = bin + LinkageStatistics.weightMin
            guard (-2...39).contains(bits) else { continue }
            let kept = result.pairs.count { Int($0.weight.rounded(.down)) == bits }
            #expect(kept == count, "seed \(seed): \(bits) bits")
        }
    }

    @Test func `rows that say nothing are counted as such, list by list`() async {
        let before = await link(804).statistics.unlinkable
        let after = await link(804) { lists in
            for _ in 0..<5 { lists[1].lines.append((9_000, Line())) }
            for index in 0..<7 {
                lists[3].lines.append((9_100 + index, Line(name: "SITI", sex: .female)))
            }
        }.statistics.unlinkable
        #expect(before == [0, 0, 0, 0])
        #expect(after == [0, 5, 0, 7])
    }

    @Test func `a run over nothing reports nothing`() async {
        let statistics = await Linkage.link([]).statistics
        #expect(statistics.pairsCompared == 0)
        #expect(statistics.unlinkable == [])
        #expect(
            statistics.thresholds.allSatisfy {
                $0.precision == 1 && $0.recall == 1 && $0.pairs == 0
            })
    }
}
