package import Civic
package import Programme

/// One line of the record of a verification.
package struct RecordedCase: Sendable, Hashable {
    package let number: String
    package let name: String
    package let rt: Int?
    package let rw: Int?
    package let state: CaseState
    package let work: WorkAnswer?
    /// Who said that the candidate works, where it was not the operator.
    package let witness: String?
    /// Code of the reason of a refusal.
    package let reason: String?
    package let decider: String?
}

extension CityStore {
    /// Every case of one village as far as `scope` reaches, by RW and name.
    package func recordedCases(
        of village: PlaceCode, in scope: Scope
    ) async throws(Problem) -> [RecordedCase] {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            guard let condition = scope.narrowed(to: village).caseCondition(on: "c", &sql) else {
                return []
            }
            return try reader.all(
                """
                SELECT c.number, p.name, p.rt, c.rw, c.state, c.work,
                (SELECT e.witness FROM verification_event e WHERE e.number = c.number
                    AND e.witness IS NOT NULL ORDER BY e.seq DESC LIMIT 1),
                (SELECT e.reason FROM verification_event e WHERE e.number = c.number
                    AND e.kind = 'refuse' ORDER BY e.seq DESC LIMIT 1), c.decider
                FROM verification_case c JOIN person p ON p.number = c.number
                WHERE \(condition) ORDER BY COALESCE(c.rw, 0), c.name_key, c.number
                """, sql.values
            ) { fields throws(Problem) in
                let (number, name) = (fields.text(), fields.text())
                let (rt, rw) = (fields.optionalInt(), fields.optionalInt())
                let (state, work) = (try fields.caseState(), try fields.workAnswer())
                let (witness, reason) = (fields.optionalText(), fields.optionalText())
                return RecordedCase(
                    number: number, name: name, rt: rt, rw: rw, state: state, work: work,
                    witness: work == .witnessed ? witness : nil,
                    reason: state == .refused ? reason : nil, decider: fields.optionalText())
            }
        }
    }
}
