import Civic
import Programme

/// Ending a member, and taking an end back.
extension ChangeNoting {
    func end(
        _ member: Member, _ kind: ChangeKind, _ change: Int, _ effect: ChangeEffect, on day: Day,
        posting: String
    ) throws(Problem) {
        try end(
            MemberPlace(
                state: member.state, ended: member.endedMonth, cause: member.cause),
            member.number, kind, change, effect, on: day, posting: posting)
    }

    /// Whoever had left before stays so, only earlier where the event was earlier.
    func end(
        _ member: MemberPlace, _ number: String, _ kind: ChangeKind, _ change: Int,
        _ effect: ChangeEffect, on day: Day, posting: String
    ) throws(Problem) {
        try ChangeMonths.keep(change, number, from: effect.ended, writer)
        try book.release([number], from: effect.ended, by: posting)
        let isEnding = member.state.isStanding
        let state = isEnding ? MemberState.ended : member.state
        let cause = isEnding ? kind.reason : member.cause
        let ended = isEnding ? effect.ended : member.ended.map { min($0, effect.ended) }
        try MemberPlace(state: state, ended: ended, cause: cause).write(number, writer)
        let months = effect.released.map(\.month)
        var span: ClosedRange<Month>?
        if let first = months.first, let last = months.last { span = first...last }
        try MemberEvents.append(
            isEnding ? "end" : "note",
            [
                MemberEvents.Line(
                    number: number, state: state, cause: cause, day: day, months: span,
                    document: "change \(change)")
            ], by: act, writer)
    }

    func restore(_ row: ChangeTable.Row, posting: String) throws(Problem) {
        let last = try MemberEvents.all(of: row.number, writer).last
        guard last?.document == row.document, let now = try MemberPlace.read(row.number, writer)
        else { throw ChangeProblem.laterWork() }
        let promises = try ChangeMonths.takeOut(row.id, row.number, writer)
        if !promises.isEmpty { try book.promise(promises, by: posting) }
        let wasStanding = row.before.isStanding
        let before = MemberPlace(
            state: row.before, ended: row.beforeMonth, cause: wasStanding ? nil : now.cause)
        try before.write(row.number, writer)
        var span: ClosedRange<Month>?
        if let first = promises.first, let end = promises.last { span = first.month...end.month }
        try MemberEvents.append(
            "restore",
            [
                MemberEvents.Line(
                    number: row.number, state: before.state, cause: before.cause, months: span,
                    document: row.document)
            ], by: act, writer)
    }
}
