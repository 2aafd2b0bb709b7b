import Civic
import Store

/// Fills new tables beside the old ones and puts them in their place at the end.
///
/// Indexes are built once and references checked as sets, which is many times as fast as row by
/// row, and nobody who reads is kept waiting for more than the moment of the exchange. Who reads
/// while it happens must not see a table from after his view began (such a table looks empty), so
/// readers pass the gate before they begin, and the gate is shut during the exchange.
struct PostgresReplacement {
    let tables: [String]
    let connection: PostgresConnection

    private var session: PostgresSession { connection.session }
    private var schema: String { connection.schema }
    /// No city can have a name that begins so.
    private var staging: String { "_\(connection.schema)_next" }

    /// What `LIKE` does not bring along.
    private struct Parts {
        var indexes: [String] = []
        var keys: [String] = []
        var references: [String] = []
        var oldReferences: [String] = []
    }

    func run(_ body: () throws(Problem) -> Void) throws(Problem) {
        var parts = Parts()
        for table in tables { try gather(table, &parts) }
        try session.run("CREATE SCHEMA \(staging)")
        for table in tables {
            try session.run(
                """
                CREATE TABLE \(staging).\(table)
                (LIKE \(schema).\(table) INCLUDING ALL EXCLUDING INDEXES)
                """)
        }
        try session.run("SET LOCAL search_path = \(staging), \(schema)")
        try body()
        for statement in parts.keys + parts.indexes + parts.references {
            try session.run(statement)
        }
        for table in tables { try session.run("ANALYZE \(staging).\(table)") }
        try exchange(parts)
    }

    private func exchange(_ parts: Parts) throws(Problem) {
        try shutGate()
        for statement in parts.oldReferences { try session.run(statement) }
        for table in tables {
            try session.run("DROP TABLE \(schema).\(table)")
            try session.run("ALTER TABLE \(staging).\(table) SET SCHEMA \(schema)")
        }
        try session.run("DROP SCHEMA \(staging)")
        try session.run("SET LOCAL search_path = \(schema)")
    }

    /// Waits for those who are reading. A lock that is waited for keeps new readers out, so that it is
    /// asked for briefly, again and again: a backup may be reading for minutes.
    private func shutGate() throws(Problem) {
        var patience = PostgresPatience(.seconds(900))
        while true {
            try session.run("SAVEPOINT gate_open; SET LOCAL lock_timeout = '200ms'")
            do throws(Problem) {
                try session.run(
                    """
                    LOCK TABLE \(schema).\(PostgresSchema.gate) IN ACCESS EXCLUSIVE MODE;
                    SET LOCAL lock_timeout = '60s'; RELEASE SAVEPOINT gate_open
                    """)
                return
            } catch {
                guard session.failure?.isLockTimeout == true else { throw error }
                try session.run("ROLLBACK TO SAVEPOINT gate_open; RELEASE SAVEPOINT gate_open")
                session.forgetFailure()
                try patience.wait(after: error)
            }
        }
    }

    private func gather(_ table: String, _ parts: inout Parts) throws(Problem) {
        // By its own number, for which the catalogue has indexes: it may hold many cities.
        let values: [SQLValue] = [.text("\(schema).\(table)")]
        let constraints = try connection.all(
            """
            SELECT k.conname, k.contype::text, pg_get_constraintdef(k.oid)
            FROM pg_catalog.pg_constraint k
            WHERE k.conrelid = $1::text::regclass AND k.contype IN ('p', 'u', 'f')
            ORDER BY k.contype DESC, k.conname
            """, values
        ) { fields in (name: fields.text(), type: fields.text(), text: fields.text()) }
        for constraint in constraints {
            let statement =
                "ALTER TABLE \(staging).\(table) ADD CONSTRAINT \(constraint.name) \(constraint.text)"
            if constraint.type == "f" {
                parts.references.append(statement)
                parts.oldReferences.append(
                    "ALTER TABLE \(schema).\(table) DROP CONSTRAINT \(constraint.name)")
            } else {
                parts.keys.append(statement)
            }
        }
        parts.indexes += try connection.all(
            """
            SELECT pg_get_indexdef(i.indexrelid) FROM pg_catalog.pg_index i
            WHERE i.indrelid = $1::text::regclass AND NOT EXISTS (
                SELECT 1 FROM pg_catalog.pg_constraint k
                WHERE k.conrelid = i.indrelid AND k.conindid = i.indexrelid)
            """, values
        ) { fields in
            fields.text().replacing(" ON \(schema).\(table) ", with: " ON \(staging).\(table) ")
        }
    }
}
