package import Civic
import Programme

extension CityStore {
    /// The status of the person with this number and birth date; nil when the two do not belong
    /// together, whichever of them is wrong.
    ///
    /// Found or not, one query runs, one person is read and one box opened, so that the time of an
    /// answer does not tell whether a number is known.
    package func status(nik: NIK, birth: Day) async throws(Problem) -> StatusAnswer? {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let check = StatusCheck(sealer: try sealer.named(by: reader))
            var sql = SQLText()
            let indexes = sql.bind(check.sealer.indexes(of: nik).map { .bytes($0) })
            let isBorn = "p.birth = \(sql.bind(SQLValue(birth)))"
            return try check.answer(
                "p.nik_index IN (\(indexes)) AND \(isBorn)", sql.values, reader
            ) { $0.nik == nik }
        }
    }

    /// The status of the person with this SIGAP number whose NIK ends in the four digits `tail`, 0 to
    /// 9999.
    package func status(
        number: PersonNumber, tail: Int
    ) async throws(Problem) -> StatusAnswer? {
        let check = StatusCheck(sealer: sealer)
        return try await engine.read { reader throws(Problem) in
            let living = try PersonAlias.living(number.text, reader)?.number ?? number.text
            return try check.answer("p.number = $1", [.text(living)], reader) { person in
                person.nik?.parts.serial == tail
            }
        }
    }
}

private struct StatusCheck: Sendable {
    let sealer: Sealer

    /// Always reads one person: the one asked for, or else some other, whose answer is thrown away.
    func answer(
        _ condition: String, _ values: [SQLValue], _ reader: any SQLReader,
        proves: (PersonSummary) -> Bool
    ) throws(Problem) -> StatusAnswer? {
        let summaries = SummaryReading(sealer: sealer)
        let refusal = """
            (SELECT e.reason FROM verification_event e WHERE e.number = p.number
            AND e.kind = 'refuse' ORDER BY e.seq DESC LIMIT 1)
            """
        let found = try reader.first(
            """
            SELECT 1 AS is_asked, \(SummaryReading.columns), p.evidence, c.state, \(refusal)
            FROM person p LEFT JOIN verification_case c ON c.number = p.number
            WHERE \(condition)
            UNION ALL
            SELECT 0, \(SummaryReading.columns), p.evidence, c.state, \(refusal)
            FROM person p LEFT JOIN verification_case c ON c.number = p.number
            WHERE p.id = (SELECT MIN(id) FROM person WHERE nik_sealed IS NOT NULL)
            ORDER BY is_asked DESC, id LIMIT 1
            """, values
        ) { fields throws(Problem) in
            let isAsked = fields.int() == 1
            let summary = try summaries.summary(&fields).person
            let verdicts = try Evidence.verdicts(fields.text())
            let state = fields.optionalText().flatMap(CaseState.init(rawValue:))
            let answer = StatusAnswer(
                person: summary, verdicts: verdicts, verified: state,
                refusal: fields.optionalText())
            return (isAsked, answer)
        }
        guard let (isAsked, answer) = found, isAsked, proves(answer.person) else { return nil }
        return answer
    }
}
