/// Rows that say so little that not even their own copy would be joined to them: a name alone, say.
/// They are people of their own whatever the model, and a list with many of them needs better data.
enum Unlinkable {
    static func count(
        _ set: RecordSet, _ model: LinkageModel, sources: Int, workers: Int
    ) async -> [Int] {
        let ranges = Parallel.ranges(of: set.records.count, size: 1 << 15)
        let parts = await Parallel.map(
            units: ranges.count, workers: workers, state: WeightCache(model)
        ) { cache, unit in
            var counts = [Int](repeating: 0, count: sources)
            PairComparison.over(set) { comparison in
                for row in ranges[unit] {
                    let weight = cache.weight(comparison.compareWithCopy(row))
                    if weight < Clustering.joinAt { counts[Int(set.records[row].source)] += 1 }
                }
            }
            return counts
        }
        return parts.reduce(into: [Int](repeating: 0, count: sources)) { sum, part in
            for source in part.indices { sum[source] += part[source] }
        }
    }
}
