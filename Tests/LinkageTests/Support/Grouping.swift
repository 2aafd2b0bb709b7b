import Civic
import Linkage

/// Which rows were found to be one person. Rows are named by list and number, so that groupings of
/// differently ordered lists can be compared.
struct Grouping: Equatable {
    let groups: Set<Set<String>>

    init(_ groups: Set<Set<String>>) { self.groups = groups }

    /// - Parameters:
    ///   - result: of the linkage of the lists.
    ///   - lists: in the order in which they were linked.
    ///   - names: of the lists; their positions where nil.
    init(_ result: LinkageResult, _ lists: [List], names: [String]? = nil) {
        var members: [Int32: Set<String>] = [:]
        for (position, list) in lists.enumerated() {
            let name = names?[position] ?? "\(position)"
            for (offset, entry) in list.lines.enumerated() {
                let person = result.personOfRow[result.sourceStarts[position] + offset]
                members[person, default: []].insert("\(name)#\(entry.number)")
            }
        }
        groups = Set(members.values)
    }

    static func of(_ lists: [List], names: [String]? = nil) async -> Grouping {
        Grouping(await Linkage.link(lists.map(\.source)), lists, names: names)
    }

    /// The grouping of these rows alone.
    func only(_ keep: (String) -> Bool) -> Grouping {
        Grouping(Set(groups.map { $0.filter(keep) }.filter { !$0.isEmpty }))
    }

    /// Rows whose group is another one there.
    func differences(to other: Grouping) -> [[String]] {
        groups.subtracting(other.groups).map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}

/// How well a grouping agrees with the truth, pair by pair.
struct Quality {
    private(set) var found = 0
    private(set) var right = 0
    private(set) var wanted = 0

    var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
    var recall: Double { wanted == 0 ? 1 : Double(right) / Double(wanted) }

    init(_ result: LinkageResult, _ lists: [List]) {
        let truth = lists.flatMap { $0.lines.map(\.line.truth) }
        var cells: [[Int]: Int] = [:]
        var people: [Int: Int] = [:]
        var groups: [Int: Int] = [:]
        for (row, who) in truth.enumerated() {
            let group = Int(result.personOfRow[row])
            cells[[who, group], default: 0] += 1
            people[who, default: 0] += 1
            groups[group, default: 0] += 1
        }
        func pairs(_ counts: some Sequence<Int>) -> Int {
            counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        }
        (right, found, wanted) = (pairs(cells.values), pairs(groups.values), pairs(people.values))
    }
}
