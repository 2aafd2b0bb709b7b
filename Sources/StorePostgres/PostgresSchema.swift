import Civic
import Store

/// What the engine itself keeps beside the tables of the store.
enum PostgresSchema {
    /// Who reads passes it first; see ``PostgresReplacement``.
    static let gate = "engine_gate"
    /// The last commit of every connection, by which a commit whose answer was lost is found again.
    static let commits = "engine_commit"
    static let tables: Set<String> = [gate, commits]

    /// Notes the number `$2` of the latest commit of connection `$1`.
    static let noting = """
        INSERT INTO \(commits) (slot, serial, noted) VALUES ($1, $2, now())
        ON CONFLICT (slot) DO UPDATE SET serial = excluded.serial, noted = excluded.noted
        """
    /// Nobody asks for a commit of days ago.
    static let forgetting = "DELETE FROM \(commits) WHERE noted < now() - interval '2 days'"

    /// Makes the schema of a new city; `store-exists` when there are tables in it.
    static func create(_ schema: String, _ session: PostgresSession) throws(Problem) {
        try session.run("BEGIN")
        try session.run("CREATE SCHEMA IF NOT EXISTS \(schema)")
        var count: Int64 = 0
        try session.ask(
            """
            SELECT COUNT(*) FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1
            """, [.text(schema)]
        ) { row in count = row.integer(0) }
        guard count == 0 else {
            try session.run("ROLLBACK")
            throw Problem.storeExists()
        }
        try session.run("CREATE TABLE \(schema).\(gate) ()")
        try session.run(
            """
            CREATE TABLE \(schema).\(commits) (
            slot BIGINT PRIMARY KEY, serial BIGINT NOT NULL, noted TIMESTAMPTZ NOT NULL)
            """)
        try session.run("COMMIT")
    }

    /// Whether the schema is one of a store.
    static func exists(_ schema: String, _ session: PostgresSession) throws(Problem) -> Bool {
        var count: Int64 = 0
        try session.ask(
            """
            SELECT COUNT(*) FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = $1 AND c.relname = $2
            """, [.text(schema), .text(gate)]
        ) { row in count = row.integer(0) }
        return count == 1
    }
}
