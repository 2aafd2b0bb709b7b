import Civic
import Store

/// What became of one attempt at a transaction.
enum PostgresOutcome<T> {
    case done(T)
    case failed(Problem)
    /// Nothing was changed, and the same work may succeed when it is done again.
    case again(Problem)
    /// The connection broke while the server was told to commit: it did or it did not.
    case unknown(T, PostgresCommit, Problem)
}

/// By what a commit is found again.
struct PostgresCommit {
    let slot: Int64
    let serial: Int64
}

/// One attempt at a transaction on one connection.
struct PostgresTransaction {
    let session: PostgresSession
    let schema: String

    func read<T>(_ body: (any SQLReader) throws(Problem) -> T) -> PostgresOutcome<T> {
        session.forgetFailure()
        do throws(Problem) {
            try session.run(
                """
                BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
                LOCK TABLE \(schema).\(PostgresSchema.gate) IN ACCESS SHARE MODE
                """)
            let value = try body(PostgresConnection(session: session, schema: schema))
            try session.run("COMMIT")
            return .done(value)
        } catch {
            return gaveUp(error)
        }
    }

    /// The writers of a city wait for each other at the gate, before their view of the data begins.
    /// All of them append to one chain of events, so that side by side all but one would have to
    /// begin again.
    func write<T>(_ body: (any SQLWriter) throws(Problem) -> T) -> PostgresOutcome<T> {
        session.forgetFailure()
        do throws(Problem) {
            try session.run(
                """
                BEGIN ISOLATION LEVEL SERIALIZABLE;
                LOCK TABLE \(schema).\(PostgresSchema.gate) IN SHARE ROW EXCLUSIVE MODE
                """)
            let value = try body(PostgresConnection(session: session, schema: schema))
            if let failure = session.failure { throw failure.problem }
            return end(value, try note())
        } catch {
            return gaveUp(error)
        }
    }

    /// Notes under which number this connection commits, in the transaction itself.
    private func note() throws(Problem) -> PostgresCommit {
        let commit = PostgresCommit(slot: session.slot, serial: session.nextSerial())
        if commit.serial == 1 { try session.run(PostgresSchema.forgetting) }
        try session.ask(
            PostgresSchema.noting, [.integer(commit.slot), .integer(commit.serial)]
        ) { _ in }
        return commit
    }

    private func end<T>(_ value: T, _ commit: PostgresCommit) -> PostgresOutcome<T> {
        do throws(Problem) {
            // A server that cannot commit says ROLLBACK without an error.
            guard try session.run("COMMIT") == "COMMIT" else { return .again(.storeBusy()) }
            return .done(value)
        } catch {
            guard let failure = session.failure, !failure.isLostServer else {
                return .unknown(value, commit, error)
            }
            return gaveUp(error)
        }
    }

    private func gaveUp<T>(_ problem: Problem) -> PostgresOutcome<T> {
        let failure = session.failure
        do throws(Problem) {
            try session.run("ROLLBACK")
        } catch {
            // The server gives up what a broken connection began.
            return failure == nil ? .failed(problem) : .again(problem)
        }
        guard let failure else { return .failed(problem) }
        return failure.isConflictInTime || failure.isLostServer ? .again(problem) : .failed(problem)
    }
}
