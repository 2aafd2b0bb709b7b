extension Migration {
    /// What nodes that share a store have in common: work that one of them does for all, who of them
    /// is alive, and how often something was tried.
    static let nodes = Migration(
        number: 7, name: "nodes",
        watched: [
            // Whoever held a job before must never be taken for its holder again.
            SQLTrigger(
                "job_fence_only_rises", on: "job", .update, when: "NEW.fence < OLD.fence",
                .refuse("the fence of a job only rises")),
            SQLTrigger(
                "job_done_stays_done", on: "job", .update,
                when: "OLD.state = 'done' AND NEW.state <> 'done'",
                .refuse("a job that is done stays done")),
        ],
        text: """
            CREATE TABLE job (
                key TEXT PRIMARY KEY CHECK (key <> ''),
                kind TEXT NOT NULL CHECK (kind <> ''),
                payload TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
                run_after INTEGER NOT NULL,
                attempts INTEGER NOT NULL CHECK (attempts >= 0),
                fence INTEGER NOT NULL CHECK (fence >= 0),
                beat INTEGER NOT NULL CHECK (beat >= 0),
                node TEXT,
                progress TEXT NOT NULL,
                fault TEXT,
                created_at INTEGER NOT NULL,
                finished_at INTEGER,
                CHECK ((state = 'running') = (node IS NOT NULL)),
                CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL))
            );
            CREATE INDEX job_by_turn ON job (state, run_after, key);
            CREATE TABLE node (
                id TEXT PRIMARY KEY CHECK (id <> ''),
                started_at INTEGER NOT NULL,
                seen_at INTEGER NOT NULL
            );
            CREATE TABLE attempt (
                place BLOB PRIMARY KEY CHECK (length(place) = 32),
                ends_at INTEGER NOT NULL,
                count INTEGER NOT NULL CHECK (count >= 1)
            );
            CREATE INDEX attempt_by_end ON attempt (ends_at);
            """)
}
