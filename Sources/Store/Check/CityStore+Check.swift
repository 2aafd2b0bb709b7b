package import Civic

extension CityStore {
    /// The status of the person with this number and birth date; nil when the two do not belong
    /// together, whichever of them is wrong.
    ///
    /// Found or not, the same queries run and one box is opened, so that the time of an answer does
    /// not tell whether a number is known.
    package func status(nik: NIK, birth: Day) async throws(Problem) -> StatusAnswer? {
        let check = StatusCheck(sealer: sealer)
        return try await engine.read { reader throws(Problem) in
            try check.answer(
                "p.nik_index = $1 AND p.birth = $2",
                [.bytes(check.sealer.index(of: nik)), SQLValue(birth)], reader
            ) { $0.nik == nik }
        }
    }

    /// The status of the person with this SIGAP number whose NIK ends in `tail`.
    ///
    /// - Parameter tail: the last four digits, 0 to 9999.
    package func status(
        number: PersonNumber, tail: Int
    ) async throws(Problem) -> StatusAnswer? {
        let check = StatusCheck(sealer: sealer)
        return try await engine.read { reader throws(Problem) in
            try check.answer("p.number = $1", [.text(number.text)], reader) { person in
                person.nik?.parts.serial == tail
            }
        }
    }
}

private struct StatusCheck: Sendable {
    let sealer: Sealer

    func answer(
        _ condition: String, _ values: [SQLValue], _ reader: any SQLReader,
        proves: (PersonSummary) -> Bool
    ) throws(Problem) -> StatusAnswer? {
        let summaries = SummaryReading(sealer: sealer)
        let found = try reader.first(
            """
            SELECT \(SummaryReading.columns), p.evidence FROM person p
            WHERE \(condition) ORDER BY p.id LIMIT 1
            """, values
        ) { fields throws(Problem) in
            let summary = try summaries.summary(&fields).person
            return StatusAnswer(
                person: summary, verdicts: try Evidence.verdicts(fields.text()))
        }
        guard let found else {
            try doSameWork()
            return nil
        }
        return proves(found.person) ? found : nil
    }

    /// What finding somebody costs besides the query: one box and one list of verdicts.
    private func doSameWork() throws(Problem) {
        let decoy = try sealer.seal(Sealer.bytes(0), .nik, row: 0)
        _ = try sealer.open(decoy, .nik, row: 0)
        _ = try Evidence.verdicts(StatusCheck.decoyEvidence)
    }

    private static let decoyEvidence = Evidence.text(
        (0..<9).map { rule in
            RuleVerdict(rule: "\(rule)", mark: .met, datum: "0", agency: "0", day: Day(number: 0))
        })
}
