import Civic
import Programme

/// Brings people into the state that the run and all standing decisions about them make together.
///
/// People whom decisions connect are first brought back as the run left them; then what stands is
/// done again in order. So a decision can be taken back at any time, whatever came after it, and
/// what it did leaves no trace.
struct LinkReplay {
    let sealer: Sealer
    let terms: LinkTerms
    let writer: any SQLWriter

    private var shelf: PersonShelf { PersonShelf(sealer: sealer, writer: writer) }

    /// Carries out `change`, which writes decisions about people with these numbers, and what
    /// follows from it.
    func change(
        _ numbers: Set<String>, _ change: () throws(Problem) -> LinkDecision
    ) throws(Problem) -> LinkDecision {
        let before = try LinkEffect.all(writer)
        let old = LinkReplay.connected(numbers, before)
        let counted = try living(old)
        let tally = try TallyChange(of: counted, writer)
        let decision = try change()
        let effects = try LinkEffect.all(writer)
        let all = LinkReplay.connected(old, effects)
        let joined = try living(all)
        // A decision connects only those it is about, and both were counted.
        guard joined.isSubset(of: counted) else { throw Problem.storeDamaged("link_decision") }
        try shelf.restore(all, made: try made(by: before + effects).intersection(all))
        try shelve(effects, of: all)
        for effect in effects where effect.changesPeople && all.contains(effect.first) {
            try perform(effect)
        }
        try LivingPairs(writer: writer).remake(about: try base(all), effects)
        try tally.finish(with: try living(all), writer)
        if let policy = terms.policy {
            try CaseFollowing(policy: policy, writer: writer).follow(all)
        }
        return decision
    }

    /// All numbers that decisions about people connect with these.
    static func connected(_ numbers: Set<String>, _ effects: [LinkEffect]) -> Set<String> {
        var all = numbers
        var size = -1
        while size != all.count {
            size = all.count
            for effect in effects where effect.changesPeople {
                if all.contains(effect.first) || all.contains(effect.second) {
                    all.formUnion([effect.first, effect.second])
                }
            }
        }
        return all
    }

    /// The numbers of people whom only decisions make. Where a run joined two, the run's person bears
    /// the number of one of them; only the other's is made by parting them.
    private func made(by effects: [LinkEffect]) throws(Problem) -> Set<String> {
        var numbers: Set<String> = []
        for effect in effects where effect.makesSecond {
            guard case .partAgain = effect.deed else {
                numbers.insert(effect.second)
                continue
            }
            let sides: Set = [effect.first, effect.second]
            var kept = Set(try shelf.people(sides).map(\.number))
            if kept.isEmpty {
                for number in sides.sorted() where kept.isEmpty {
                    if let living = try PersonAlias.living(number, writer) {
                        kept.insert(living.number)
                    }
                }
            }
            numbers.formUnion(sides.subtracting(kept))
        }
        return numbers
    }

    /// Ids of the living who bear one of these numbers, or into whom such a one was merged.
    private func living(_ numbers: Set<String>) throws(Problem) -> Set<Int> {
        var ids: Set<Int> = []
        for number in numbers {
            if let id = try PersonAlias.living(number, writer)?.id { ids.insert(id) }
        }
        return ids
    }

    /// Ids as the run gave them.
    private func base(_ numbers: Set<String>) throws(Problem) -> Set<Int> {
        Set(try shelf.people(numbers).map(\.id)).union(try living(numbers))
    }

    /// Before anything is done everybody concerned is as the run left them.
    private func shelve(_ effects: [LinkEffect], of all: Set<String>) throws(Problem) {
        for effect in effects {
            for number in [effect.first, effect.second] where all.contains(number) {
                guard let id = try PersonAlias.living(number, writer)?.id else { continue }
                if !effect.changesPeople {
                    try shelf.takePairs(of: id)
                } else if try !shelf.holds(id) {
                    try shelf.take(id)
                }
            }
        }
    }

    private func perform(_ effect: LinkEffect) throws(Problem) {
        switch effect.deed {
        case .judge: return
        case .join:
            guard let first = try person(effect.first), let second = try person(effect.second)
            else { throw LinkReplay.depends() }
            // Others that came before may have joined them already.
            guard first.id != second.id else { return }
            _ = try PersonMerge(sealer: sealer, terms: terms, writer: writer).join(first, second)
        case .part(let marks):
            try part(effect.first, effect.second, marks)
        case .partAgain(let first, let second):
            try partAgain(effect, first, second)
        }
    }

    /// Whoever has the number now keeps it; the others leave.
    private func partAgain(
        _ effect: LinkEffect, _ first: Set<LinkMark>, _ second: Set<LinkMark>
    ) throws(Problem) {
        var living = try PersonAlias.living(effect.first, writer)
        if living == nil { living = try PersonAlias.living(effect.second, writer) }
        guard let living else { return }
        let keepsSecond = living.number == effect.second
        try part(
            living.number, keepsSecond ? effect.first : effect.second,
            keepsSecond ? first : second, isOptional: true)
    }

    private func part(
        _ number: String, _ new: String, _ marks: Set<LinkMark>, isOptional: Bool = false
    ) throws(Problem) {
        guard let person = try person(number) else { throw LinkReplay.depends() }
        let maker = LinkMarks(sealer.ring)
        let isDone = try PersonSplit(sealer: sealer, terms: terms, writer: writer)
            .part(person, new) { person.isMarked($0, by: marks, maker) }
        if !isDone, !isOptional { throw LinkReplay.depends() }
    }

    private func person(_ number: String) throws(Problem) -> LinkedPerson? {
        guard let id = try PersonAlias.living(number, writer)?.id else { return nil }
        return try LinkedPerson.read(id, sealer, writer)
    }

    private static func depends() -> Problem {
        Problem(
            .conflict, "link-depends",
            Phrase(
                "Keputusan lain yang lebih baru bergantung pada keputusan ini.",
                en: "A later decision depends on this one."),
            do: Phrase(
                "Batalkan dulu keputusan yang lebih baru itu.",
                en: "Take the later decision back first."))
    }
}
