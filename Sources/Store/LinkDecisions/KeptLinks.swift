package import Civic

/// What stands of all decisions, in the form in which lists are linked by it.
package struct KeptLinks: Sendable {
    package struct Link: Sendable {
        package let id: Int
        package let verdict: LinkVerdict
        package let first: Set<LinkMark>
        package let second: Set<LinkMark>
    }

    /// In order.
    package let links: [Link]
    /// The last decision that was looked at.
    package let through: Int
    package let marks: LinkMarks
}

extension CityStore {
    /// The decisions that the next run must follow.
    package func keptLinks() async throws(Problem) -> KeptLinks {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let decisions = try LinkDecisionTable(reader: reader).all(after: 0)
            let history = LinkHistory(decisions, try LinkHistory.Sides.all(reader))
            return KeptLinks(
                links: history.links(), through: decisions.last?.id ?? 0,
                marks: LinkMarks(sealer.ring))
        }
    }
}

/// Works out for which rows each side of a decision still speaks.
///
/// When somebody was found to be one with a person who had taken in others before, the decision was
/// about the rows of them all. Once it is taken back that those were one, it speaks only for the rows
/// of whoever bore its number.
struct LinkHistory {
    /// The marks of both sides of decisions.
    struct Sides {
        var first: Set<LinkMark> = []
        var second: Set<LinkMark> = []

        static func all(_ reader: any SQLReader) throws(Problem) -> [Int: Sides] {
            var sides: [Int: Sides] = [:]
            try reader.scan("SELECT decision_id, side, mark FROM link_anchor", []) {
                row throws(Problem) in
                let (id, mark) = (Int(row.integer(0)), LinkMark(bytes: row.bytes(2)))
                if row.integer(1) == 1 {
                    sides[id, default: Sides()].first.insert(mark)
                } else {
                    sides[id, default: Sides()].second.insert(mark)
                }
            }
            return sides
        }
    }

    private let decisions: [LinkDecision]
    private let sides: [Int: Sides]
    private let takenBack: Set<Int>
    /// Who had a row before anybody was merged with them.
    private var owners: [LinkMark: Set<String>] = [:]

    init(_ decisions: [LinkDecision], _ sides: [Int: Sides]) {
        self.decisions = decisions
        self.sides = sides
        takenBack = Set(decisions.filter { $0.kind == .undo }.compactMap(\.of))
        findOwners()
    }

    private mutating func findOwners() {
        var joined = Joined()
        let byID = Dictionary(decisions.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        for decision in decisions {
            let sides = sides[decision.id] ?? Sides()
            // Whoever was parted from somebody owns the rows from then on.
            let isSplit = decision.kind == .split
            own(sides.first, decision.first, joined)
            own(sides.second, decision.second, isSplit ? Joined() : joined)
            switch decision.kind {
            case .same: joined.add(decision.first, decision.second)
            case .undo:
                if let original = decision.of.flatMap({ byID[$0] }), original.kind == .same {
                    joined.remove(original.first, original.second)
                }
            case .propose, .different, .unsure, .split, .refuse: break
            }
        }
    }

    private mutating func own(_ marks: Set<LinkMark>, _ number: String, _ joined: Joined) {
        let all = joined.all(with: number)
        for mark in marks where owners[mark]?.isDisjoint(with: all) ?? true {
            owners[mark, default: []].insert(number)
        }
    }

    /// What stands, in order.
    func links() -> [KeptLinks.Link] {
        var joined = Joined()
        var links: [KeptLinks.Link] = []
        for decision in decisions where !takenBack.contains(decision.id) {
            guard let verdict = decision.kind.verdict else { continue }
            let sides = sides[decision.id] ?? Sides()
            links.append(
                KeptLinks.Link(
                    id: decision.id, verdict: verdict,
                    first: rows(sides.first, decision.first, joined),
                    second: rows(sides.second, decision.second, joined)))
            if decision.kind == .same { joined.add(decision.first, decision.second) }
        }
        return links
    }

    private func rows(
        _ marks: Set<LinkMark>, _ number: String, _ joined: Joined
    ) -> Set<LinkMark> {
        let all = joined.all(with: number)
        return marks.filter { !(owners[$0]?.isDisjoint(with: all) ?? true) }
    }

    /// Which numbers are one person.
    private struct Joined {
        /// How many decisions say so of two.
        private var pairs: [String: [String: Int]] = [:]

        mutating func add(_ first: String, _ second: String) {
            pairs[first, default: [:]][second, default: 0] += 1
            pairs[second, default: [:]][first, default: 0] += 1
        }

        mutating func remove(_ first: String, _ second: String) {
            for (one, other) in [(first, second), (second, first)] {
                let count = (pairs[one]?[other] ?? 1) - 1
                pairs[one]?[other] = count > 0 ? count : nil
            }
        }

        func all(with number: String) -> Set<String> {
            var found: Set<String> = [number]
            var waiting = [number]
            while let next = waiting.popLast() {
                for other in (pairs[next] ?? [:]).keys where found.insert(other).inserted {
                    waiting.append(other)
                }
            }
            return found
        }
    }
}

extension LinkKind {
    /// What it says to the next run; to it a split says that the rows are two people's.
    fileprivate var verdict: LinkVerdict? {
        switch self {
        case .same: .same
        case .unsure: .unsure
        case .different, .split: .different
        case .propose, .undo, .refuse: nil
        }
    }
}
