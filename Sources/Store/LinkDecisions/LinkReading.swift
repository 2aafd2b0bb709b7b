import Civic

/// Reads what was decided.
struct LinkReading {
    let reader: any SQLReader

    /// What stands about a person under any of their numbers, latest first.
    func standing(about number: String) throws(Problem) -> [LinkDecision] {
        var sql = SQLText()
        let list = sql.bind(try PersonAlias.all(of: number, reader).map { .text($0) })
        return try reader.all(
            """
            SELECT \(LinkDecisionTable.columns) FROM link_decision d
            WHERE (d.first_number IN (\(list)) OR d.second_number IN (\(list)))
            AND d.kind IN ('same', 'split') AND \(LinkDecisionTable.isStanding)
            ORDER BY d.id DESC
            """, sql.values, LinkDecisionTable.decision)
    }
}
