import Civic
import Programme

/// The changes that decisions make, each inside one transaction.
struct LinkDeciding {
    let sealer: Sealer
    let journal: JournalWriter
    let scope: Scope
    let terms: LinkTerms
    let act: Act
    let writer: any SQLWriter

    private var replay: LinkReplay { LinkReplay(sealer: sealer, terms: terms, writer: writer) }
    private var table: LinkDecisionTable { LinkDecisionTable(reader: writer) }
    private var notes: LinkNotes { LinkNotes(sealer: sealer, reader: writer) }

    // MARK: A pair

    func decide(_ ruling: PairRuling) throws(Problem) -> LinkOutcome {
        let (first, second) = try (seen(ruling.first), seen(ruling.second))
        let latest = try latest(first, second, ruling)
        if let latest, latest.id != ruling.seen {
            let isMine = latest.actor == act.actor && latest.kind.says(ruling.verdict)
            return isMine ? .repeated : .taken(latest)
        }
        if latest == nil, try !isPair(first.id, second.id) { throw Problem.noPair() }
        guard try RequestKeys.claim(act, "link.decide", writer) else { return .repeated }
        if let latest, latest.kind == .same || latest.kind == .different || latest.kind == .unsure {
            try takeBack(latest)
            return .decided(try rule(ruling, answering: nil))
        }
        return .decided(try rule(ruling, answering: latest))
    }

    private func rule(
        _ ruling: PairRuling, answering proposal: LinkDecision?
    ) throws(Problem) -> LinkDecision {
        let (first, second) = try (person(ruling.first), person(ruling.second))
        // What was taken back may not have been the only reason why the two are one.
        guard first.id != second.id else { throw Problem.noPair() }
        var (kind, original): (LinkKind, Int?) = (ruling.verdict.kind, nil)
        if kind == .same {
            if let proposal {
                guard proposal.actor != act.actor else { throw Problem.needsSecond() }
                original = proposal.id
            } else if first.side(terms).isRegisteredApart(from: second.side(terms)) {
                kind = .propose
            }
        } else if let proposal {
            try answer(proposal)
        }
        return try add(kind, first, second, of: original, ruling.note)
    }

    /// Whoever proposed it takes it back; somebody else refuses it.
    private func answer(_ proposal: LinkDecision) throws(Problem) {
        let kind: LinkKind = proposal.actor == act.actor ? .undo : .refuse
        let answer = try LinkDecisionTable.insert(
            kind, proposal.first, proposal.second, of: proposal.id, by: act, writer)
        try record(answer)
    }

    private func add(
        _ kind: LinkKind, _ first: LinkedPerson, _ second: LinkedPerson, of original: Int?,
        _ note: String?
    ) throws(Problem) -> LinkDecision {
        let maker = LinkMarks(sealer.ring)
        let decision = try replay.change([first.number, second.number]) { () throws(Problem) in
            try LinkDecisionTable.insert(
                kind, first.number, second.number, of: original,
                marks: (first.marks(maker), second.marks(maker)), by: act, writer)
        }
        try notes.put(note, decision.id, writer)
        try record(decision)
        return decision
    }

    private func isPair(_ first: Int, _ second: Int) throws(Problem) -> Bool {
        try writer.integer(
            "SELECT COUNT(*) FROM review_pair WHERE person_a = $1 AND person_b = $2",
            [SQLValue(min(first, second)), SQLValue(max(first, second))]) > 0
    }

    // MARK: Taking back

    func undo(_ id: Int) throws(Problem) -> LinkOutcome {
        guard let decision = try table.decision(id), decision.kind.canBeTakenBack else {
            throw Problem.noDecision()
        }
        try requireEverybody(decision)
        if let answer = try table.answer(to: id) {
            let isMine = answer.kind == .undo && answer.actor == act.actor
            if isMine { return .repeated }
            throw Problem.answered()
        }
        guard try RequestKeys.claim(act, "link.undo", writer) else { return .repeated }
        return .decided(try takeBack(decision))
    }

    @discardableResult
    private func takeBack(_ decision: LinkDecision) throws(Problem) -> LinkDecision {
        let undo = try replay.change([decision.first, decision.second]) { () throws(Problem) in
            try LinkDecisionTable.insert(
                .undo, decision.first, decision.second, of: decision.id, by: act, writer)
        }
        try record(undo)
        return undo
    }

    /// Both must be in scope as they are now, and as the run left them.
    private func requireEverybody(_ decision: LinkDecision) throws(Problem) {
        var isAnybodyThere = false
        for number in [decision.first, decision.second] {
            let living = try PersonAlias.living(number, writer)?.id
            let shelved = try writer.first(
                "SELECT id FROM shelved_person WHERE number = $1", [.text(number)]
            ) { fields in fields.int() }
            for (id, table) in [(living, "person"), (shelved, "shelved_person")] {
                guard let id else { continue }
                guard try isVisible(id, in: table) else { throw Problem.noDecision() }
                isAnybodyThere = true
            }
        }
        guard isAnybodyThere || scope == .city else { throw Problem.noDecision() }
    }

    // MARK: A row

    func split(
        _ number: PersonNumber, delivery: Int, record: Int
    ) throws(Problem) -> LinkOutcome {
        let person = try person(number)
        guard let row = person.rows.first(where: { $0.delivery == delivery && $0.record == record })
        else {
            // Sent twice, or the row went elsewhere meanwhile.
            if try isKnown(act.key) { return .repeated }
            throw Problem.noRow()
        }
        let maker = LinkMarks(sealer.ring)
        let mark = person.mark(of: row, maker)
        let staying = person.rows.map { person.mark(of: $0, maker) }.filter { $0 != mark }
        guard !staying.isEmpty else { throw Problem.rowAlone() }
        guard try RequestKeys.claim(act, "link.split", writer) else { return .repeated }
        let new = try FreshNumber(writer: writer).next(like: number)
        let decision = try replay.change([person.number, new.text]) { () throws(Problem) in
            try LinkDecisionTable.insert(
                .split, person.number, new.text, marks: (Set(staying), [mark]), by: act, writer)
        }
        try self.record(decision)
        return .decided(decision)
    }

    private func isKnown(_ key: String?) throws(Problem) -> Bool {
        guard let key else { return false }
        return try writer.integer(
            "SELECT COUNT(*) FROM request_key WHERE key = $1", [.text(key)]) > 0
    }

    // MARK: Who

    /// The living person who bears the number, or into whom it led, in scope.
    private func seen(_ number: PersonNumber) throws(Problem) -> (id: Int, number: String) {
        guard let living = try PersonAlias.living(number.text, writer),
            try isVisible(living.id, in: "person")
        else { throw Problem.noPair() }
        return living
    }

    /// The latest decision about the two that stands. Where both lead to one person by now, each is
    /// known by its own number only.
    private func latest(
        _ first: (id: Int, number: String), _ second: (id: Int, number: String),
        _ ruling: PairRuling
    ) throws(Problem) -> LinkDecision? {
        guard first.id != second.id else {
            return try table.latest(between: [ruling.first.text], and: [ruling.second.text])
        }
        return try table.latest(
            between: try PersonAlias.all(of: first.number, writer),
            and: try PersonAlias.all(of: second.number, writer))
    }

    private func isVisible(_ id: Int, in table: String) throws(Problem) -> Bool {
        var sql = SQLText()
        let isThis = "p.id = \(sql.bind(SQLValue(id)))"
        let isVisible = scope.condition(on: "p", &sql) ?? "1 = 1"
        return try writer.integer(
            "SELECT COUNT(*) FROM \(table) p WHERE \(isThis) AND \(isVisible)", sql.values) > 0
    }

    private func person(_ number: PersonNumber) throws(Problem) -> LinkedPerson {
        guard let living = try PersonAlias.living(number.text, writer),
            try isVisible(living.id, in: "person")
        else { throw Problem.noPerson() }
        return try LinkedPerson.read(living.id, sealer, writer)
    }

    /// On the page of each of the two.
    private func record(_ decision: LinkDecision) throws(Problem) {
        for (number, other) in [
            (decision.first, decision.second), (decision.second, decision.first),
        ] {
            try journal.append(
                "link.\(decision.kind.rawValue)", number,
                ["decision": String(decision.of ?? decision.id), "other": other], by: act,
                to: writer)
        }
    }
}

extension LinkVerdict {
    fileprivate var kind: LinkKind {
        switch self {
        case .same: .same
        case .different: .different
        case .unsure: .unsure
        }
    }
}

extension LinkKind {
    fileprivate func says(_ verdict: LinkVerdict) -> Bool {
        self == verdict.kind || self == .propose && verdict == .same
    }

    fileprivate var canBeTakenBack: Bool { self != .undo && self != .refuse }
}
