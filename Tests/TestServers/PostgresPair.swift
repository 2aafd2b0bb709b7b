import Foundation

/// A primary and its synchronous standby, which change their roles whenever the primary is killed.
package struct PostgresPair {
    package private(set) var primary: PostgresServer
    package private(set) var standby: PostgresServer

    package init(in folder: CrashFolder) throws {
        primary = PostgresServer("first", in: folder)
        standby = PostgresServer("second", in: folder)
        try primary.create()
        try primary.start()
        try attachStandby()
    }

    /// Both hosts, so that a node finds the one that can be written.
    package func address(schema: String) -> String {
        "postgresql://sigap@127.0.0.1:\(primary.port),127.0.0.1:\(standby.port)/postgres"
            + "?schema=\(schema)&pool=4"
    }

    /// Kills the primary, promotes the standby and gives it a new standby.
    package mutating func failOver() throws {
        try primary.kill()
        try standby.promote()
        swap(&primary, &standby)
        try primary.waitFor("SELECT NOT pg_is_in_recovery()")
    }

    /// Makes the standby anew; from then on nothing is acknowledged that it does not have.
    package mutating func attachStandby() throws {
        try standby.follow(primary)
        try standby.start()
        _ = try primary.ask("ALTER SYSTEM SET synchronous_standby_names = '*'")
        _ = try primary.ask("SELECT pg_reload_conf()")
        try primary.waitFor(
            "SELECT COUNT(*) = 1 FROM pg_stat_replication WHERE sync_state = 'sync'")
        try primary.waitFor(
            "SELECT setting = '*' FROM pg_settings WHERE name = 'synchronous_standby_names'")
    }

    package func stop() {
        standby.stop()
        primary.stop()
    }
}

extension PostgresServer {
    /// Waits until `sql` says true, half a minute at most.
    package func waitFor(_ sql: String) throws {
        for _ in 0..<600 {
            if (try? ask(sql))?.hasPrefix("t") == true { return }
            usleep(50_000)
        }
        throw Silence(question: sql)
    }

    private struct Silence: Error {
        let question: String
    }
}
