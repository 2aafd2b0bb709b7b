import Civic
import Programme

/// Rows of a month as they are shown, closed or open, with the people they are about.
struct ReconciliationReading {
    let sealer: Sealer
    let reader: any SQLReader

    /// Rows of `part` after the line `position`.
    func rows(
        of month: Month, _ part: ReconciliationPart, after position: Int, limit: Int
    ) throws(Problem) -> [ReconciliationRow] {
        if let closed = try ReconciliationTable.find(month, reader) {
            return try named(closedLines(of: closed.id, part, after: position, limit: limit))
        }
        let lines = try OpenMonth(month, reader).done.lines
        var found: [Numbered] = []
        for (index, line) in lines.enumerated() where index >= position && part.holds(line) {
            found.append(Numbered(line: index + 1, content: line))
            if found.count == limit { break }
        }
        return try named(found)
    }

    private struct Numbered {
        let line: Int
        let content: ReconciledLine
    }

    private func closedLines(
        of id: Int, _ part: ReconciliationPart, after position: Int, limit: Int
    ) throws(Problem) -> [Numbered] {
        let (pile, condition) =
            switch part {
            case .pile(let pile): (pile, "1 = 1")
            case .different: (Pile.matched, "difference IS NOT NULL")
            }
        return try reader.all(
            """
            SELECT line, pile, number, stranger, our_amount, their_amount, difference, explanation
            FROM reconciliation_line
            WHERE reconciliation_id = $1 AND pile = $2 AND line > $3 AND (\(condition))
            ORDER BY line LIMIT \(limit)
            """, [SQLValue(id), .text(pile.rawValue), SQLValue(position)]
        ) { fields throws(Problem) in
            let line = fields.int()
            guard let pile = Pile(rawValue: fields.text()) else {
                throw Problem.storeDamaged("reconciliation_line.pile")
            }
            return Numbered(
                line: line,
                content: ReconciledLine(
                    pile: pile, number: fields.optionalText(), stranger: fields.optionalInt(),
                    ourAmount: fields.money(), theirAmount: fields.money(),
                    differences: (fields.optionalText() ?? "").split(separator: " ").compactMap {
                        PileDifference(rawValue: String($0))
                    }, cause: fields.optionalText().flatMap { PileCause(rawValue: $0) }))
        }
    }

    // MARK: Who they are

    private struct Person {
        let name: String
        let nik: NIK?
        let village: PlaceCode?
        let participant: String?
        let cause: String?
    }

    private func named(_ lines: [Numbered]) throws(Problem) -> [ReconciliationRow] {
        let members = try members(lines.compactMap(\.content.number))
        let strangers = try strangers(lines.compactMap(\.content.stranger))
        return lines.map { numbered in
            let line = numbered.content
            let person =
                line.number.flatMap { members[$0] } ?? line.stranger.flatMap { strangers[$0] }
            return ReconciliationRow(
                line: numbered.line, pile: line.pile, number: line.number, name: person?.name,
                nik: person?.nik, village: person?.village, participant: person?.participant,
                ourAmount: line.ourAmount, theirAmount: line.theirAmount,
                differences: line.differences, cause: line.cause,
                refusal: line.cause == .refused ? person?.cause : nil)
        }
    }

    private func members(_ numbers: [String]) throws(Problem) -> [String: Person] {
        guard !numbers.isEmpty else { return [:] }
        let summaries = SummaryReading(sealer: sealer)
        var sql = SQLText()
        let list = sql.bind(numbers.map { .text($0) })
        let rows = try reader.all(
            """
            SELECT id, number, name, nik_sealed, village, participant, cause FROM member
            WHERE number IN (\(list))
            """, sql.values
        ) { fields throws(Problem) in
            let (id, number, name) = (fields.int(), fields.text(), fields.text())
            let nik = try summaries.nik(fields.optionalBytes(), .memberNIK, id)
            return (
                number,
                Person(
                    name: name, nik: nik, village: fields.place(),
                    participant: fields.optionalText(), cause: fields.optionalText())
            )
        }
        return Dictionary(rows) { first, _ in first }
    }

    private func strangers(_ ids: [Int]) throws(Problem) -> [Int: Person] {
        guard !ids.isEmpty else { return [:] }
        let summaries = SummaryReading(sealer: sealer)
        var sql = SQLText()
        let list = sql.bind(ids.map { SQLValue($0) })
        let rows = try reader.all(
            "SELECT id, name, nik_sealed, participant FROM insurer_stranger WHERE id IN (\(list))",
            sql.values
        ) { fields throws(Problem) in
            let (id, name) = (fields.int(), fields.text())
            let nik = try summaries.nik(fields.optionalBytes(), .strangerNIK, id)
            return (
                id,
                Person(
                    name: name, nik: nik, village: nil, participant: fields.optionalText(),
                    cause: nil)
            )
        }
        return Dictionary(rows) { first, _ in first }
    }
}

extension ReconciliationPart {
    fileprivate func holds(_ line: ReconciledLine) -> Bool {
        switch self {
        case .pile(let pile): line.pile == pile
        case .different: line.pile == .matched && !line.differences.isEmpty
        }
    }
}
