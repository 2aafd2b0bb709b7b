import Foundation
import TestServers
import Testing

/// A city on a primary and its synchronous standby, for as many nodes as a test starts.
final class SharedCity {
    static let (login, password) = ("ratna", "rahasia-sekali-1")

    let folder: TemporaryFolder
    let store: String
    private let key: String
    private let place: CrashFolder
    private(set) var servers: PostgresPair

    init() throws {
        (folder, place) = (try TemporaryFolder(), try CrashFolder())
        servers = try PostgresPair(in: place)
        store = servers.address(schema: "kota")
        key = folder.path("kota.key")
        let made = try run(
            "init", "--region", "bekasi", "--login", SharedCity.login,
            // A role that signs in with the password alone, and lands on the dashboard.
            "--role", "auditor",
            input: "\(SharedCity.password)\n")
        try #require(made.status == 0, "\(made.errors)")
    }

    /// The last thing a test does.
    func stop() { servers.stop() }

    /// Another node, once it is ready.
    func node(_ more: String...) throws -> RunningServer {
        let node = try RunningServer(folder, ["--store", store, "--key", key] + more)
        try #require(node.waitUntilReady(), "\(node.lines)")
        return node
    }

    /// A command about this city.
    func run(_ words: String..., input: String = "") throws -> Program.Outcome {
        try Program.run(
            words + ["--store", store, "--key", key], input: input, language: "en")
    }

    /// Kills the primary, and promotes the standby, which has no standby from then on.
    func failOver() throws { try servers.failOver() }

    /// The answer of the server that can be written.
    func ask(_ sql: String) throws -> String {
        try servers.primary.ask("SET search_path = kota; \(sql)")
            .split(separator: "\n").dropFirst().joined(separator: "\n")
    }

    /// Whether a backup can be restored.
    func canRestore(_ backup: String) throws -> Bool {
        try Program.run(
            "restore", "--test", backup, "--key", key, "--scratch", folder.path("")
        ).status == 0
    }
}

extension RunningServer {
    /// How many nodes live, as this one tells Prometheus.
    var nodes: Int? {
        guard let page = get("/metrik")?.text,
            let found = page.firstMatch(of: /\nsigap_nodes ([0-9]+)/)
        else { return nil }
        return Int(found.1)
    }
}
