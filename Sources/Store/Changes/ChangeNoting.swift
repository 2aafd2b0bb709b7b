import Civic
import Programme

/// Ends members and takes ends back, inside a transaction: the member, the months, the money, the
/// claim and both histories change together or not at all.
struct ChangeNoting {
    let act: Act
    let journal: JournalWriter
    let writer: any SQLWriter

    var book: CoverBook { CoverBook(act: act, journal: journal, writer: writer) }
    private var today: Day { .jakarta(at: act.at) }

    /// Notes `new` about `member`. A death that is known already is not noted again.
    func note(_ new: NewChange, _ member: Member) throws(Problem) -> NotedChange {
        if let known = try known(new) { return known }
        try require(new.day, member)
        let ends = new.kind.ends(member.state)
        guard ends || (new.kind.claim != nil && !member.state.isStanding) else {
            throw ChangeProblem.notEnding(new.kind, member.state)
        }
        let effect = ChangeEffect(
            new.kind, on: new.day, months: try ChangeMonths.all(of: new.number, writer))
        if let shown = new.shown, shown != effect.ended { throw ChangeProblem.moved() }
        let id = try ChangeTable.insert(
            new, before: member, ended: ends ? effect.ended : nil, by: act, writer)
        try end(member, new.kind, id, effect, on: new.day, posting: "change \(id)")
        let claim = try new.kind.claim.map { (kind) throws(Problem) in
            try openClaim(kind, new, change: id)
        }
        var replaced: String?
        if new.isReplaced, ends {
            replaced = try ReplacementBook(writer: writer).choose(for: id)
        }
        var detail = ["kind": new.kind.id, "change": String(id), "source": new.source]
        if let replaced { detail["replaced"] = replaced }
        try journal.append("member.change", new.number, detail, by: act, to: writer)
        return NotedChange(id: id, replacedBy: replaced, claim: claim)
    }

    /// Takes back a change that no decree names: months and their money come back.
    func takeBack(_ row: ChangeTable.Row) throws(Problem) {
        try restore(row, posting: row.posting)
        try writer.execute(
            """
            UPDATE member_change SET state = 'taken-back', replaced_by = NULL, amendment = NULL,
            version = version + 1 WHERE id = $1
            """, [SQLValue(row.id)])
        let claims = try writer.execute(
            """
            UPDATE claim SET state = 'withdrawn', version = version + 1
            WHERE change_id = $1 AND state = 'open'
            """, [SQLValue(row.id)])
        if claims > 0 {
            try journal.append("claim.withdraw", row.number, by: act, to: writer)
        }
        try journal.append(
            "member.restore", row.number, ["change": String(row.id)], by: act, to: writer)
    }

    /// Puts the day of a change right, as if it had been noted so.
    func correct(
        _ row: ChangeTable.Row, to day: Day, _ kind: ChangeKind, _ member: Member
    ) throws(Problem) {
        try require(day, member)
        try restore(row, posting: row.posting)
        guard let before = try MemberPlace.read(row.number, writer) else {
            throw ChangeProblem.unknownMember()
        }
        let effect = ChangeEffect(
            kind, on: day, months: try ChangeMonths.all(of: row.number, writer))
        let ends = before.state.isStanding
        try writer.execute(
            """
            UPDATE member_change SET day = $2, ended_month = $3, amendment = NULL,
            version = version + 1 WHERE id = $1
            """,
            [
                SQLValue(row.id), SQLValue(day),
                SQLValue(ends ? Int(effect.ended.number) : nil),
            ])
        try end(
            before, row.number, kind, row.id, effect, on: day,
            posting: "\(row.document)-\(row.version + 1)")
        try writer.execute(
            "UPDATE claim SET day = $2, version = version + 1 WHERE change_id = $1",
            [SQLValue(row.id), SQLValue(day)])
        try journal.append(
            "member.change-day", row.number, ["change": String(row.id)], by: act, to: writer)
    }

    // MARK: Parts

    private func known(_ new: NewChange) throws(Problem) -> NotedChange? {
        guard new.kind.claim != nil else { return nil }
        let found = try ChangeTable.summaries(
            where: "c.number = $1 AND c.kind = $2 AND c.state = 'noted'",
            [.text(new.number), .text(new.kind.id)], limit: 1, writer)
        guard let change = found.first else { return nil }
        return NotedChange(
            id: change.id, replacedBy: change.replacedBy,
            claim: try ClaimTable.id(of: change.id, writer))
    }

    private func require(_ day: Day, _ member: Member) throws(Problem) {
        let isBorn = member.birth.map { $0 <= day } ?? true
        guard day <= today, isBorn else { throw ChangeProblem.wrongDay() }
    }

    private func openClaim(
        _ kind: ClaimKind, _ new: NewChange, change: Int
    ) throws(Problem) -> Int {
        let id = try ClaimTable.open(
            kind, of: new.number, on: new.day, due: new.due, change: change, by: act, writer)
        try journal.append(
            "claim.open", new.number, ["claim": String(id), "kind": kind.rawValue], by: act,
            to: writer)
        return id
    }
}
