import Civic

/// What a standing decision does to the people of the latest run. What the run itself took into
/// account has no effect any more, unless it was taken back since.
struct LinkEffect {
    enum Deed {
        case join
        /// The rows with these marks leave the first for the second.
        case part(Set<LinkMark>)
        /// A run joined them; each side goes back to the number it had.
        case partAgain(Set<LinkMark>, Set<LinkMark>)
        case judge(ReviewState)
    }

    let id: Int
    let first: String
    let second: String
    let deed: Deed

    var changesPeople: Bool {
        if case .judge = deed { return false }
        return true
    }

    /// Whether the second number exists by this decision alone.
    var makesSecond: Bool {
        switch deed {
        case .part, .partAgain: true
        case .join, .judge: false
        }
    }

    /// All that stand, in order.
    static func all(_ reader: any SQLReader) throws(Problem) -> [LinkEffect] {
        let table = LinkDecisionTable(reader: reader)
        let taken = try table.taken()
        let decisions = try table.all(after: taken)
        let answered = Set(decisions.filter { $0.kind == .undo }.compactMap(\.of))
        var effects: [LinkEffect] = []
        for decision in decisions where !answered.contains(decision.id) {
            if let effect = try effect(of: decision, taken, table) { effects.append(effect) }
        }
        return effects
    }

    private static func effect(
        of decision: LinkDecision, _ taken: Int, _ table: LinkDecisionTable
    ) throws(Problem) -> LinkEffect? {
        let deed: Deed? =
            switch decision.kind {
            case .same: .join
            case .different: .judge(.different)
            case .unsure: .judge(.unsure)
            case .split: .part(try table.marks(of: decision.id, side: 2))
            case .propose, .refuse: nil
            case .undo: try reversal(of: decision, taken, table)
            }
        return deed.map {
            LinkEffect(id: decision.id, first: decision.first, second: decision.second, deed: $0)
        }
    }

    /// What is taken back and had no part in the latest run is as if it had never been.
    private static func reversal(
        of undo: LinkDecision, _ taken: Int, _ table: LinkDecisionTable
    ) throws(Problem) -> Deed? {
        guard let original = undo.of, original <= taken,
            let decision = try table.decision(original)
        else { return nil }
        switch decision.kind {
        case .same:
            return .partAgain(
                try table.marks(of: original, side: 1), try table.marks(of: original, side: 2))
        case .split: return .join
        case .different, .unsure: return .judge(.open)
        case .propose, .undo, .refuse: return nil
        }
    }
}
