import Civic
import Store

/// What a store must show after any number of crashes.
struct Evidence {
    let store: CityStore
    let engine: any StoreEngine

    /// Every acknowledged write that is not there; nothing when none was lost.
    func lost(of acknowledged: some Sequence<String>) async throws(Problem) -> [String] {
        let kept = try await engine.read { reader throws(Problem) in
            Set(try reader.all("SELECT key FROM request_key") { fields in fields.text() })
        }
        return acknowledged.filter { !kept.contains($0) }
    }

    /// Everything of which one half is there without the other, in words.
    func halves() async throws(Problem) -> [String] {
        var faults = try await engine.read { reader throws(Problem) in
            try Evidence.unpaired(reader) + Evidence.mixedPeople(reader)
        }
        faults += try await store.checkCounts().map { "count \($0)" }
        if let fault = try await store.checkLedger().fault { faults.append("ledger \(fault)") }
        return faults
    }

    /// Each request has its event, and each event of a request its row.
    private static func unpaired(_ reader: any SQLReader) throws(Problem) -> [String] {
        var faults: [String] = []
        func expectEqual(_ what: String, _ first: String, _ second: String) throws(Problem) {
            let counts = (try reader.integer(first), try reader.integer(second))
            if counts.0 != counts.1 { faults.append("\(what): \(counts.0) and \(counts.1)") }
        }
        for verb in ["list.export", "account.create", "run.import", "ledger.post"] {
            try expectEqual(
                verb, "SELECT COUNT(*) FROM request_key WHERE verb = '\(verb)'",
                "SELECT COUNT(*) FROM journal WHERE verb = '\(verb)'")
        }
        try expectEqual(
            "transfers", "SELECT 6 * COUNT(*) FROM request_key WHERE verb = 'ledger.post'",
            "SELECT COUNT(*) FROM ledger_transfer")
        try expectEqual(
            "accounts", "SELECT COUNT(*) FROM account",
            """
            SELECT COUNT(*) FROM journal j JOIN account a ON a.login = j.subject
            WHERE j.verb = 'account.create'
            """)
        try expectEqual(
            "events", "SELECT COUNT(*) FROM request_key WHERE verb = 'list.export'",
            """
            SELECT COUNT(*) FROM journal j JOIN request_key k ON k.key = 'event ' || j.subject
            WHERE j.verb = 'list.export'
            """)
        return faults
    }

    /// All people are those of one run, and as many as its event says.
    private static func mixedPeople(_ reader: any SQLReader) throws(Problem) -> [String] {
        let names = try reader.all("SELECT name, COUNT(*) FROM person GROUP BY name") { fields in
            (run: fields.text(), people: fields.int())
        }
        let last = try reader.first(
            "SELECT detail FROM journal WHERE verb = 'run.import' ORDER BY id DESC LIMIT 1"
        ) { fields in fields.text() }
        guard let last else { return names.isEmpty ? [] : ["people without a run"] }
        guard let only = names.first, names.count == 1 else {
            return ["people of \(names.count) runs"]
        }
        let isTold =
            last.contains("\"people\":\"\(only.people)\"")
            && last.contains("\"rule-version\":\"\(only.run)\"")
        return isTold ? [] : ["people of \(only.run), but the last event is \(last)"]
    }
}
