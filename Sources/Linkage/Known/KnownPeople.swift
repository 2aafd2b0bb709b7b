import Civic

/// The people known so far: all rows that were delivered, whose they are, and what that rests on.
///
/// A new list is compared only with rows that share a key with it, and only components that a new
/// pair touches are parted again. As a component never depends on another, this gives the same
/// people as a run over everything by the same model; see ``linkedAnew(workers:)``.
package struct KnownPeople: Sendable {
    package let model: LinkageModel
    var set: RecordSet
    var keys: KnownKeys
    /// Pairs from ``Review/from`` on, in no order.
    var edges: [Edge]
    var identities: Identities
    package internal(set) var lists: [KnownList]
    /// Newest last; the last word about two rows counts.
    package internal(set) var decisions: [KnownDecision] = []

    /// Knows the rows of `lists`, and estimates the model from them unless one is given.
    package init(
        _ lists: [(name: String, source: LinkageSource)], model: LinkageModel? = nil,
        workers: Int = 2
    ) async {
        let compared = await Compared(
            RecordSet(lists.map(\.source)), sources: lists.count, model: model, workers: workers)
        set = compared.set
        self.model = compared.model
        keys = KnownKeys(compared.table, compared.set)
        edges = compared.edges
        let groups = await Clustering(
            compared.set, model: compared.model, decisions: DecisionTable(positions: []),
            workers: workers
        ).groups(compared.edges)
        identities = Identities(People(groups, compared.set.order), compared.set.order)
        var start = 0
        self.lists = lists.map { list in
            let rows = start..<start + list.source.roster.rows.count
            start = rows.upperBound
            return KnownList(name: list.name, rows: rows)
        }
    }

    init(
        model: LinkageModel, set: RecordSet, keys: KnownKeys, edges: [Edge],
        identities: Identities, lists: [KnownList], decisions: [KnownDecision]
    ) {
        self.model = model
        self.set = set
        self.keys = keys
        self.edges = edges
        self.identities = identities
        self.lists = lists
        self.decisions = decisions
    }

    /// The number of the person of a row, given by its place over all lists in the order in which
    /// they came; 0 when its list was withdrawn.
    package func person(ofRow row: Int) -> UInt32 { identities.now[set.order.position(of: row)] }

    /// The position of a row's record in its file.
    package func record(ofRow row: Int) -> Int {
        Int(set.records[set.order.position(of: row)].number)
    }

    /// The list that a row came with.
    package func list(ofRow row: Int) -> KnownList? { lists.first { $0.rows.contains(row) } }

    /// People who have a row.
    package var personCount: Int { identities.count }

    // MARK: Deliveries

    /// Adds a list.
    ///
    /// - Returns: what became of people that were known before.
    package mutating func add(
        _ name: String, _ source: LinkageSource, workers: Int = 2
    ) async -> KnownChange {
        let start = set.records.count
        await set.append(source)
        identities.append(set.records.count - start)
        lists.append(KnownList(name: name, rows: start..<set.records.count))
        let found = await keys.add(
            start..<set.records.count, of: set, model: model, workers: workers)
        edges += found.edges
        var touched = Array(UInt32(start)..<UInt32(set.records.count))
        touched += decided(in: touched)
        var change = await part(touching: touched, workers: workers)
        change.rows = set.records.count - start
        change.pairsCompared = found.statistics.pairsCompared
        return change
    }

    /// Takes a list back: afterwards everything is as if it had never come.
    ///
    /// - Returns: what became of people; nil when there is no such list.
    package mutating func withdraw(_ name: String, workers: Int = 2) async -> KnownChange? {
        guard let index = lists.lastIndex(where: { $0.name == name && !$0.isWithdrawn }) else {
            return nil
        }
        let positions = lists[index].rows.map { UInt32(set.order.position(of: $0)) }
        var isGone = [Bool](repeating: false, count: set.records.count)
        for position in positions { isGone[Int(position)] = true }
        // Whoever was near a row of the list, before its pairs are forgotten.
        var touched = decided(in: positions)
        for edge in edges where isGone[Int(edge.left)] || isGone[Int(edge.right)] {
            touched += [edge.left, edge.right]
        }
        edges.removeAll { isGone[Int($0.left)] || isGone[Int($0.right)] }
        set.withdraw(positions)
        keys.withdraw(positions)
        lists[index].isWithdrawn = true
        // Their numbers are free before others are given theirs.
        let cleared = identities.clear(positions, set.order)
        var change = await part(touching: touched.filter { !isGone[Int($0)] }, workers: workers)
        change.moves = (change.moves + cleared).sorted { $0.row < $1.row }
        return change
    }

    /// Takes down what a human said of two rows, by their places. It holds for all rows that say the
    /// same, those of later lists included.
    ///
    /// - Returns: what became of people.
    package mutating func decide(
        _ first: Int, _ second: Int, isSame: Bool, workers: Int = 2
    ) async -> KnownChange {
        let positions = [set.order.position(of: first), set.order.position(of: second)]
        let contents = positions.map { set.records[$0].content }
        decisions.append(KnownDecision(first: contents[0], second: contents[1], isSame: isSame))
        return await part(touching: positions.map { UInt32($0) }, workers: workers)
    }

    // MARK: Parting

    /// Parts the components that hold one of these rows.
    private mutating func part(touching touched: [UInt32], workers: Int) async -> KnownChange {
        var sets = UnionFind(count: set.records.count)
        // Pairs that may make a row ambiguous bind as well, see ``Ambiguity``.
        for edge in edges where edge.weight >= Clustering.joinAt - Ambiguity.marginBits {
            sets.join(edge.left, edge.right)
        }
        let decisions = resolvedDecisions
        for decision in decisions { sets.join(UInt32(decision.0), UInt32(decision.1)) }
        var isTouched = [Bool](repeating: false, count: set.records.count)
        for row in touched { isTouched[Int(sets.root(row))] = true }
        let rows = (0..<UInt32(set.records.count)).filter {
            isTouched[Int(sets.root($0))] && !set.records[Int($0)].flags.contains(.withdrawn)
        }
        let near = edges.filter { isTouched[Int(sets.root($0.left))] }
        return await part(near, rows: rows, decisions, workers: workers)
    }

    /// Parts `rows`, between which `near` are all pairs that count.
    private mutating func part(
        _ near: [Edge], rows: [UInt32], _ decisions: [(Int, Int, Bool)], workers: Int
    ) async -> KnownChange {
        var near = near
        Edge.sort(&near, set.records)
        let verdicts = DecisionTable(positions: decisions)
        let groups = await Clustering(
            set, model: model, decisions: verdicts, workers: workers
        ).groups(near)
        return KnownChange(moves: identities.assign(groups.people, among: rows, set.order))
    }

    /// The same people as ``identities``, found by comparing all rows again: what a full run by
    /// this model gives. For tests, and for whoever doubts.
    package func linkedAnew(workers: Int = 2) async -> KnownPeople {
        let compared = await Compared(
            set, sources: lists.count, columns: keys.columns, model: model, workers: workers)
        var anew = self
        anew.edges = compared.edges
        anew.identities = Identities(rows: set.records.count)
        let rows = (0..<UInt32(set.records.count)).filter {
            !set.records[Int($0)].flags.contains(.withdrawn)
        }
        _ = await anew.part(compared.edges, rows: rows, resolvedDecisions, workers: workers)
        return anew
    }

    // MARK: Decisions

    /// Decisions between positions of records that say what was decided about.
    private var resolvedDecisions: [(Int, Int, Bool)] {
        guard !decisions.isEmpty else { return [] }
        let contents = Set(decisions.flatMap { [$0.first, $0.second] })
        var positions: [UInt64: [Int]] = [:]
        for (position, record) in set.records.enumerated()
        where contents.contains(record.content) && !record.flags.contains(.withdrawn) {
            positions[record.content, default: []].append(position)
        }
        return decisions.flatMap { decision in
            (positions[decision.first] ?? []).flatMap { first in
                (positions[decision.second] ?? []).filter { $0 != first }.map { second in
                    (first, second, decision.isSame)
                }
            }
        }
    }

    /// Other rows about which something was decided together with one of these.
    private func decided(in rows: [UInt32]) -> [UInt32] {
        let rows = Set(rows)
        return resolvedDecisions.flatMap { first, second, _ -> [UInt32] in
            let pair = [UInt32(first), UInt32(second)]
            return pair.contains(where: rows.contains) ? pair : []
        }
    }
}
