/// The keys of all known rows, kept so that a new list need not be compared with everybody.
struct KnownKeys: Sendable {
    /// Columns beyond a person's by how much they tell, see ``BlockingKey/with(columns:)``.
    let columns: [Int]
    let keys: [BlockingKey]
    /// By position; 0 where the row has no such key or shares it with too many.
    var lanes: [KeyTable.Lanes]
    /// Groups beyond ``KeyTable/groupMax``, by lane and key.
    var large: [UInt64: LargeNeighbours]

    /// A large group in both orders of ``Neighbourhood``.
    struct LargeNeighbours: Sendable {
        var byBirth: [UInt32]
        var byName: [UInt32]
    }

    init(_ table: KeyTable, _ set: RecordSet) {
        columns = table.columns
        keys = table.keys
        lanes = Array(table.lanes.readOnly)
        let neighbourhood = Neighbourhood(set)
        large = [:]
        for group in table.large {
            large[KnownKeys.key(group.lane, group.key)] = LargeNeighbours(
                byBirth: neighbourhood.byBirth(group.rows),
                byName: neighbourhood.byName(group.rows))
        }
    }

    init(columns: [Int], lanes: [KeyTable.Lanes], large: [UInt64: LargeNeighbours]) {
        self.columns = columns
        keys = BlockingKey.with(columns: columns)
        self.lanes = lanes
        self.large = large
    }

    static func key(_ lane: Int, _ key: UInt32) -> UInt64 { UInt64(lane) << 32 | UInt64(key) }

    mutating func withdraw(_ positions: [UInt32]) {
        for position in positions { lanes[Int(position)] = KeyTable.Lanes(repeating: 0) }
        let gone = Set(positions)
        for key in large.keys {
            large[key]?.byBirth.removeAll(where: gone.contains)
            large[key]?.byName.removeAll(where: gone.contains)
        }
    }

    /// Adds the keys of new rows and weighs them against all rows with one of their keys.
    mutating func add(
        _ rows: Range<Int>, of set: RecordSet, model: LinkageModel, workers: Int
    ) async -> ScoredPairs {
        let keys = keys
        lanes += set.withBuffers { buffers in
            let reader = KeyReader(buffers, attributeCount: set.attributeCount)
            return rows.map { reader.lanes(keys, of: $0, buffers.records[$0]) }
        }
        makeRoomForCrowds(rows, Neighbourhood(set))
        var cache = WeightCache(model)
        let crowded = PairComparison.over(set) { comparison in
            meetLargeGroups(rows, set, comparison, &cache)
        }
        let others = await NewPairs(rows, lanes: lanes, set).scored(model: model, workers: workers)
        return ScoredPairs([crowded] + others)
    }

    /// Makes a large group of every key that too many of the new rows share, with the known rows that
    /// have it.
    private mutating func makeRoomForCrowds(
        _ rows: Range<Int>, _ neighbourhood: Neighbourhood
    ) {
        var counts: [UInt64: Int] = [:]
        for row in rows {
            for lane in keys.indices where lanes[row][lane] != 0 {
                counts[KnownKeys.key(lane, lanes[row][lane]), default: 0] += 1
            }
        }
        let crowds = Set(counts.filter { $1 > KeyTable.groupMax && large[$0] == nil }.keys)
        guard !crowds.isEmpty else { return }
        var known: [UInt64: [UInt32]] = [:]
        for row in 0..<rows.lowerBound {
            for lane in keys.indices where lanes[row][lane] != 0 {
                let key = KnownKeys.key(lane, lanes[row][lane])
                // Their own pairs were compared; only new rows have to find them.
                if crowds.contains(key) { known[key, default: []].append(UInt32(row)) }
            }
        }
        for crowd in crowds {
            let members = known[crowd] ?? []
            large[crowd] = LargeNeighbours(
                byBirth: neighbourhood.byBirth(members), byName: neighbourhood.byName(members))
        }
    }

    /// How many neighbours on each side a new row meets in a large group.
    private static let reach = 4

    /// Compares new rows that fall into a large group with their nearest neighbours there, and joins
    /// them to it.
    private mutating func meetLargeGroups(
        _ rows: Range<Int>, _ set: RecordSet, _ comparison: PairComparison,
        _ cache: inout WeightCache
    ) -> ScoredPairs {
        var scored = ScoredPairs()
        guard !large.isEmpty else { return scored }
        let neighbourhood = Neighbourhood(set)
        for row in rows {
            for lane in keys.indices where lanes[row][lane] != 0 {
                let key = KnownKeys.key(lane, lanes[row][lane])
                // Taken out, so that the group is changed where it is and not copied.
                guard var group = large.removeValue(forKey: key) else { continue }
                lanes[row][lane] = 0
                var met = KnownKeys.insert(UInt32(row), &group.byBirth, neighbourhood.birthKey)
                met += KnownKeys.insert(UInt32(row), &group.byName, neighbourhood.nameKey)
                for other in Set(met) {
                    scored.add(
                        min(row, Int(other)), max(row, Int(other)), comparison, &cache)
                }
                large[key] = group
            }
        }
        return scored
    }

    /// Puts a row in its place and returns its neighbours.
    private static func insert(
        _ row: UInt32, _ order: inout [UInt32], _ key: (UInt32) -> Neighbourhood.Key
    ) -> ArraySlice<UInt32> {
        let own = key(row)
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if key(order[middle]) < own { low = middle + 1 } else { high = middle }
        }
        let near = order[max(0, low - reach)..<min(order.count, low + reach)]
        order.insert(row, at: low)
        return near
    }
}
