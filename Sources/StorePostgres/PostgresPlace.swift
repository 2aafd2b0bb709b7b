package import Civic
import Store

/// Where a city lies in PostgreSQL: an address as libpq takes it, with three settings of ours.
///
/// `postgresql://sigap@db1,db2/sigap?schema=bekasi&pool=8&wait=20`: several hosts may be named; the one that
/// can be written is found. Passwords belong in a password file (`passfile=` or `~/.pgpass`), as an
/// address can be seen by every user of the machine.
package struct PostgresPlace: Sendable {
    /// The schema that holds the city.
    package let schema: String
    /// How many connections are open at most.
    package let connections: Int
    /// How many seconds somebody waits for a connection at most.
    let wait: Int
    /// What libpq is told.
    let address: String

    private static let schemes = ["postgresql://", "postgres://"]
    private static let defaults = [
        // A host that is gone must be noticed within seconds, not hours.
        ("connect_timeout", "4"), ("keepalives_idle", "5"), ("keepalives_interval", "2"),
        ("keepalives_count", "3"), ("tcp_user_timeout", "10000"),
        ("application_name", "sigap"),
    ]

    package static func isAddress(_ text: String) -> Bool {
        schemes.contains(where: text.hasPrefix)
    }

    /// - Throws: `store-address` when schema or pool size cannot be used.
    package init(_ text: String) throws(Problem) {
        let halves = text.split(separator: "?", maxSplits: 1).map(String.init)
        var given: [(name: Substring, value: Substring)] = []
        for setting in (halves.count > 1 ? halves[1] : "").split(separator: "&") {
            let parts = setting.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            given.append((parts[0], parts.count > 1 ? parts[1] : ""))
        }
        func own(_ name: Substring) -> Substring? { given.last { $0.name == name }?.value }
        schema = String(own("schema") ?? "sigap")
        connections = Int(own("pool") ?? "8") ?? 0
        wait = Int(own("wait") ?? "20") ?? 0
        guard PostgresPlace.isName(schema), (2...100).contains(connections),
            (1...600).contains(wait)
        else {
            throw PostgresPlace.unusable()
        }
        var settings = given.filter { !["schema", "pool", "wait"].contains($0.name) }
            .map { "\($0.name)=\($0.value)" }
        for (name, value) in PostgresPlace.defaults where own(Substring(name)) == nil {
            settings.append("\(name)=\(value)")
        }
        address = "\(halves[0])?\(settings.joined(separator: "&"))"
    }

    /// A schema of its own in the same database, for something that does not stay.
    package func scratch() -> PostgresPlace {
        PostgresPlace(
            schema: "scratch_\(UInt64.random(in: 0...UInt64.max))", connections: connections,
            wait: wait, address: address)
    }

    private init(schema: String, connections: Int, wait: Int, address: String) {
        (self.schema, self.connections) = (schema, connections)
        (self.wait, self.address) = (wait, address)
    }

    /// What libpq is told for `access`: writers look for the host that can be written.
    func address(_ access: StoreAccess) -> String {
        access == .read || address.contains("target_session_attrs=")
            ? address : "\(address)&target_session_attrs=read-write"
    }

    /// Lower case letters, digits and `_`, so that no name needs quoting.
    private static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, bytes.count <= 40, !text.hasPrefix("pg_") else {
            return false
        }
        let isLetter: (UInt8) -> Bool = { ASCII.isLetter($0) && $0 >= UInt8(ascii: "a") }
        return isLetter(first)
            && bytes.allSatisfy { isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    private static func unusable() -> Problem {
        Problem(
            .usage, "store-address",
            Phrase(
                "Alamat PostgreSQL tidak dapat dipakai: schema berupa huruf kecil, angka, dan _; pool 2–100; wait 1–600.",
                en:
                    "This PostgreSQL address cannot be used: schema is lower case letters, digits and _; pool is 2 to 100, wait 1 to 600."
            ),
            do: Phrase(
                "Contoh: postgresql://sigap@127.0.0.1/sigap?schema=bekasi&pool=8",
                en: "Example: postgresql://sigap@127.0.0.1/sigap?schema=bekasi&pool=8"))
    }
}
