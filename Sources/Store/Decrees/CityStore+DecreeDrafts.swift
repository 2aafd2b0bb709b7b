package import Civic
package import Programme

/// Drafting decrees.
extension CityStore {
    /// Drafts the decree that determines whom a frozen wave chose. The act needs a key: a repeated
    /// request gets the draft of the first one.
    ///
    /// - Throws: `wave-not-frozen`; `decree-empty` when it chose nobody.
    package func draftDecree(
        fromWave wave: Int, _ policy: DecreePolicy, by act: Act
    ) async throws(Problem) -> Int {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "decree.draft", writer) else {
                return try DecreeTable.id(drafted: act, writer)
            }
            let months = try writer.first(
                """
                SELECT w.first_month, w.months FROM wave w WHERE w.id = $1 AND w.state = 'frozen'
                AND NOT EXISTS (SELECT 1 FROM decree d
                    WHERE d.wave_id = w.id AND d.state <> 'withdrawn')
                """, [SQLValue(wave)]
            ) { fields in
                let first = fields.month()
                return first...(first + (fields.int() - 1))
            }
            guard let months else { throw Problem.waveNotFrozen() }
            let draft = NewDecree(kind: .determination, wave: wave, months: months)
            return try DecreeStarting(policy: policy, journal: journal, act: act, writer: writer)
                .start(draft) { id, drafting throws(Problem) in
                    try drafting.fill(id, fromWave: wave)
                }
        }
    }

    /// Drafts a decree that changes who is determined by another one, which is in force.
    ///
    /// - Throws: `amendment-line` for somebody who is not what a line says.
    package func draftAmendment(
        of id: Int, lines: [AmendedLine], _ policy: DecreePolicy, by act: Act
    ) async throws(Problem) -> Int {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "decree.amend", writer) else {
                return try DecreeTable.id(drafted: act, writer)
            }
            let amended = try DecreeTable.require(id, in: .inForce, at: writer)
            // What was amended before is amended by one more amendment of the same decree.
            let months = lines.flatMap(\.funding).map(\.months) + [amended.months]
            let first = months.map(\.lowerBound).min() ?? amended.months.lowerBound
            let last = months.map(\.upperBound).max() ?? amended.months.upperBound
            let draft = NewDecree(
                kind: .amendment, amends: amended.amends ?? amended.id, months: first...last)
            return try DecreeStarting(policy: policy, journal: journal, act: act, writer: writer)
                .start(draft) { id, drafting throws(Problem) in try drafting.fill(id, lines) }
        }
    }

    /// Leaves people out of a draft or keeps them on it, for a reason; nil takes such a word back.
    ///
    /// - Throws: `finding-must-go` when one of them cannot be kept.
    package func mark(
        _ numbers: [String], on id: Int, _ word: DraftWord?, reason: String,
        _ policy: DecreePolicy, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "decree.mark", writer) else { return }
            _ = try DecreeTable.require(id, in: .draft, at: writer)
            if word == .keep {
                let marks = try DecreeChecks(
                    isVerifiedOnly: policy.verifiedOnly, reader: writer
                ).check(id).marks
                let fixed = Set(marks.filter { $0.finding?.mayBeKept == false }.map(\.number))
                guard fixed.isDisjoint(with: numbers) else { throw Problem.findingMustGo() }
            }
            var sql = SQLText()
            let isHere = "decree_id = \(sql.bind(SQLValue(id)))"
            let isMeant = "number IN (\(sql.bind(numbers.map { .text($0) })))"
            let text = sql.bind(SQLValue(word?.rawValue))
            let why = sql.bind(word == nil ? .null : .text(reason))
            let actor = sql.bind(word == nil ? .null : .text(act.actor))
            let count = try writer.execute(
                """
                UPDATE decree_draft SET word = \(text), reason = \(why), word_by = \(actor)
                WHERE \(isHere) AND \(isMeant)
                """, sql.values)
            try DecreeDrafting(writer: writer).count(id)
            try journal.append(
                "decree.mark", DecreeTable.subject(id),
                ["word": word?.rawValue ?? "none", "people": String(count)], by: act, to: writer)
        }
    }

    /// Gives a decree up that is not in force.
    package func withdrawDecree(
        _ id: Int, note: String, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "decree.withdraw", writer) else { return }
            let decree = try DecreeTable.require(
                id, in: .draft, .signing, .numbered, at: writer)
            try DecreeTable.move(decree, to: .withdrawn, writer)
            try DecreeSteps.append(
                DecreeStep.Deed.withdraw.rawValue, to: id, note: note, by: act, writer)
            try journal.append("decree.withdraw", DecreeTable.subject(id), by: act, to: writer)
        }
    }
}

/// Makes the row of a draft and lets it be filled, inside a transaction.
struct DecreeStarting {
    let policy: DecreePolicy
    let journal: JournalWriter
    let act: Act
    let writer: any SQLWriter

    func start(
        _ draft: NewDecree, _ fill: (Int, DecreeDrafting) throws(Problem) -> Void
    ) throws(Problem) -> Int {
        let drafting = DecreeDrafting(writer: writer)
        let blank = DecreeText(
            about: draft.kind.rawValue, annexTitle: "", considering: [], recalling: [],
            deciding: [])
        let id = try DecreeTable.insert(draft, blank, by: act, writer)
        try fill(id, drafting)
        try drafting.followMerges(id)
        try drafting.count(id)
        guard let decree = try DecreeTable.find(id, writer), decree.lines > 0 else {
            throw Problem.decreeEmpty()
        }
        let text = try DecreeReading(policy: policy, reader: writer).text(of: decree)
        try writer.execute(
            "UPDATE decree SET title = $2 WHERE id = $1", [SQLValue(id), .text(text.about)])
        var detail = ["kind": draft.kind.rawValue, "lines": String(decree.lines)]
        detail["wave"] = draft.wave.map(String.init)
        detail["amends"] = draft.amends.map(String.init)
        detail["redrafts"] = draft.redrafts.map(String.init)
        try journal.append(
            "decree.draft", DecreeTable.subject(id), detail, by: act, to: writer)
        return id
    }
}
