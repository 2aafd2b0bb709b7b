import Civic
import Store

/// What the engine itself keeps beside the tables of the store.
enum PostgresSchema {
    /// Who reads passes it first, who writes holds it against other writers, and it is shut while
    /// tables change places; see ``PostgresTransaction`` and ``PostgresReplacement``.
    static let gate = "engine_gate"
    /// The last commit of every connection, by which a commit whose answer was lost is found again.
    static let commits = "engine_commit"
    static let tables: Set<String> = [gate, commits]

    /// Notes the number `$2` of the latest commit of connection `$1`.
    static let noting = """
        INSERT INTO \(commits) (slot, serial, noted) VALUES ($1, $2, now())
        ON CONFLICT (slot) DO UPDATE SET serial = excluded.serial, noted = excluded.noted
        """
    /// The number of the latest commit of connection `$1`, which may be under way; -1 for none.
    static let asking = """
        INSERT INTO \(commits) (slot, serial, noted) VALUES ($1, -1, now())
        ON CONFLICT (slot) DO UPDATE SET noted = now() RETURNING serial
        """
    /// Nobody asks for a commit of days ago.
    static let forgetting = "DELETE FROM \(commits) WHERE noted < now() - interval '2 days'"

    /// Makes the schema of a new city, or takes one over that was left empty; `store-exists` when
    /// there are tables in it.
    static func create(_ schema: String, _ session: PostgresSession) throws(Problem) {
        // What is there already is no news.
        try session.run("SET client_min_messages = warning")
        try session.run("BEGIN")
        try session.run("CREATE SCHEMA IF NOT EXISTS \(schema)")
        var count: Int64 = 0
        try session.ask(
            """
            SELECT COUNT(*) FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = $1 AND c.relkind = 'r' AND c.relname NOT IN ($2, $3)
            """, [.text(schema), .text(gate), .text(commits)]
        ) { row in count = row.integer(0) }
        guard count == 0 else {
            try session.run("ROLLBACK")
            throw Problem.storeExists()
        }
        try session.run("CREATE TABLE IF NOT EXISTS \(schema).\(gate) ()")
        try session.run(
            """
            CREATE TABLE IF NOT EXISTS \(schema).\(commits) (
            slot BIGINT PRIMARY KEY, serial BIGINT NOT NULL, noted TIMESTAMPTZ NOT NULL)
            """)
        try session.run("COMMIT")
    }

    /// Takes away the schema of a city that is not wanted; only an empty one unless it is filled by
    /// whoever wants it gone.
    static func drop(_ schema: String, isFilled: Bool, _ address: String) throws(Problem) {
        let session = try PostgresSession(address)
        try session.run(
            isFilled
                ? "SET client_min_messages = warning; DROP SCHEMA \(schema) CASCADE"
                : "DROP TABLE \(schema).\(gate), \(schema).\(commits); DROP SCHEMA \(schema)")
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
