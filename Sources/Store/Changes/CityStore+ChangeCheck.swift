package import Civic

extension CityStore {
    /// SIGAP numbers of members about whom tables contradict each other, in order: whose history
    /// ends in another state; of whom months are promised after the end; who stand although a
    /// change that ends them was noted; whose claim waits, or whose money is asked back, although
    /// the change was taken back; whose month came back and is paid still, or the other way round.
    package func membersAtOdds() async throws(Problem) -> [String] {
        try await engine.read { reader throws(Problem) in
            try reader.all(
                """
                SELECT m.number FROM member m WHERE m.state <>
                (SELECT e.state FROM member_event e WHERE e.number = m.number
                ORDER BY e.id DESC LIMIT 1)
                UNION SELECT c.number FROM cover_month c JOIN member m ON m.number = c.number
                WHERE c.state = 'promised' AND c.month >= m.ended_month
                UNION SELECT c.number FROM member_change c JOIN member m ON m.number = c.number
                LEFT JOIN decree d ON d.id = c.amendment
                WHERE c.state = 'noted' AND c.ended_month IS NOT NULL
                AND (d.state IS NULL OR d.state <> 'in-force')
                AND m.state IN ('determined', 'enrolled', 'active')
                UNION SELECT k.number FROM claim k JOIN member_change c ON c.id = k.change_id
                WHERE k.state = 'open' AND c.state = 'taken-back'
                UNION SELECT r.number FROM cover_refund r
                JOIN member_change c ON c.id = r.change_id WHERE c.state = 'taken-back'
                UNION SELECT r.number FROM cover_refund r
                JOIN cover_month c ON c.number = r.number AND c.month = r.month
                WHERE c.state <> CASE r.state WHEN 'asked' THEN 'paid' ELSE 'refunded' END
                ORDER BY 1
                """, []
            ) { fields in fields.text() }
        }
    }
}
