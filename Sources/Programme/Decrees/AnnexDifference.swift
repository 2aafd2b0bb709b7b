/// What one annex says and another does not. Places in the annex do not count.
package struct AnnexDifference: Hashable, Sendable {
    package struct Change: Hashable, Sendable {
        package let before: DecreeLine
        package let after: DecreeLine
    }

    /// In the order of the new annex.
    package let added: [DecreeLine]
    /// In the order of the old one.
    package let removed: [DecreeLine]
    /// People of both of whom something else is said, in the order of the new one.
    package let changed: [Change]

    /// A person stands once in an annex.
    package init(from old: some Sequence<DecreeLine>, to new: some Sequence<DecreeLine>) {
        let before = Dictionary(old.map { ($0.number, $0) }) { first, _ in first }
        var added: [DecreeLine] = []
        var changed: [Change] = []
        var kept: Set<String> = []
        for line in new {
            kept.insert(line.number)
            guard let known = before[line.number] else {
                added.append(line)
                continue
            }
            if !known.isSame(as: line) { changed.append(Change(before: known, after: line)) }
        }
        self.added = added
        self.changed = changed
        removed = old.filter { !kept.contains($0.number) }
    }

    package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

    /// `old` with these changes, in its own order, whoever is added last.
    package func applied(to old: some Sequence<DecreeLine>) -> [DecreeLine] {
        let gone = Set(removed.map(\.number))
        let after = Dictionary(uniqueKeysWithValues: changed.map { ($0.after.number, $0.after) })
        let kept = old.filter { !gone.contains($0.number) }.map { after[$0.number] ?? $0 }
        return kept + added
    }
}
