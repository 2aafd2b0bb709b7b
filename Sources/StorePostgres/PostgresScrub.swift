import Civic
import Store

/// Writes tables anew after something was erased from them.
struct PostgresScrub {
    let session: PostgresSession

    /// - Throws: `store-busy` when somebody goes on reading an older state, which keeps the server
    ///   from throwing it away.
    func run(_ tables: [String]) throws(Problem) {
        try waitForOldReaders()
        // New statistics take the place of those that quote what was erased.
        for table in tables { try session.run("VACUUM (FULL, ANALYZE) \(table)") }
        try waitForOldReaders()
        // Left out, with a remark, where the role may not do it.
        try session.run("VACUUM pg_catalog.pg_statistic")
    }

    private func waitForOldReaders() throws(Problem) {
        var patience = PostgresPatience(.seconds(120))
        var now: Int64 = 0
        try session.ask("SELECT pg_current_xact_id()::text::bigint", []) { row in
            now = row.integer(0)
        }
        while true {
            var count: Int64 = 0
            try session.ask(
                """
                SELECT COUNT(*) FROM pg_catalog.pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
                AND age(backend_xmin) > age($1::text::xid8::xid)
                """, [.text(String(now))]
            ) { row in count = row.integer(0) }
            if count == 0 { return }
            try patience.wait(after: .storeBusy())
        }
    }
}
