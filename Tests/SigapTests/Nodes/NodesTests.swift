import Foundation
import TestServers
import Testing

/// The finished program on two nodes, a primary and a synchronous standby, all of them really started.
@Suite("Two nodes of one city", .serialized, .enabled(if: PostgresServer.programs != nil))
struct NodesTests {
    @Test func `whoever signs in at one node is known at both, and signs out of both`() throws {
        let city = try SharedCity()
        defer { city.stop() }
        let (first, second) = (try city.node(), try city.node())
        var browser = Browser()
        #expect(try !browser.isSignedIn(at: first))
        #expect(try browser.signIn(SharedCity.login, SharedCity.password, at: first).status == 303)
        #expect(try browser.isSignedIn(at: first))
        #expect(try browser.isSignedIn(at: second))
        var copy = browser
        #expect(try browser.signOut(at: second).status == 303)
        #expect(try !copy.isSignedIn(at: first))
        #expect(try !copy.isSignedIn(at: second))
    }

    @Test func `wrong passwords are counted on both nodes together`() throws {
        let city = try SharedCity()
        defer { city.stop() }
        let nodes = [try city.node(), try city.node()]
        var browser = Browser()
        for attempt in 1...5 {
            let answer = try browser.signIn(SharedCity.login, "salah", at: nodes[attempt % 2])
            #expect(answer.status == 422)
            #expect(answer.text.contains("Sisa \(5 - attempt) kali mencoba"), "\(attempt)")
        }
        for node in nodes {
            let answer = try browser.signIn(SharedCity.login, SharedCity.password, at: node)
            #expect(answer.text.contains("Terlalu banyak percobaan"))
            #expect(try !browser.isSignedIn(at: node))
        }
    }

    @Test func `a node told to stop answers what it began, and leaves the rest to the other`()
        throws
    {
        let city = try SharedCity()
        defer { city.stop() }
        let (first, second) = (try city.node("--withdrawal", "2"), try city.node())
        var browser = Browser()
        _ = try browser.signIn(SharedCity.login, SharedCity.password, at: first)
        #expect(second.eventually { second.nodes == 2 })
        let slow = try #require(first.connect())
        slow.say(
            "POST /cek HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\ncara"
        )
        first.terminate()
        #expect(first.eventually { first.get("/siap")?.status == 503 })
        #expect(first.eventually { first.connect() == nil })
        #expect(second.get("/siap")?.status == 200)
        slow.say("=nik1")
        #expect(slow.answer()?.status == 422)
        #expect(first.ended() == 0)
        #expect(try browser.isSignedIn(at: second))
        #expect(second.nodes == 1, "it has left the list of nodes by itself")
    }

    @Test func `a node that dies amid a backup is replaced, and missed by nobody`() throws {
        let city = try SharedCity()
        defer { city.stop() }
        // The backup of today, due whatever the hour is.
        _ = try city.ask(
            """
            INSERT INTO job
            (key, kind, payload, state, run_after, attempts, fence, beat, progress, created_at)
            SELECT 'backup:' || to_char(now() AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM-DD'), 'backup',
            '{}', 'waiting', 0, 0, 0, 0, '', 0
            """)
        let backups = try TemporaryFolder()
        // A backup reads every table, and waits at this one.
        try city.servers.primary.lock("kota.delivery_warning")
        let first = try city.node("--backup-folder", backups.path(""))
        let running = "SELECT state, fence FROM job WHERE kind = 'backup'"
        #expect(first.eventually { (try? city.ask(running)) == "running|1" })
        #expect(first.eventually { backups.names.contains { $0.hasSuffix(".partial") } })
        let second = try city.node("--backup-folder", backups.path(""))
        var browser = Browser()
        _ = try browser.signIn(SharedCity.login, SharedCity.password, at: first)
        #expect(second.eventually { second.nodes == 2 })

        first.crash()
        let death = Date()
        #expect(try browser.isSignedIn(at: second))
        #expect(second.get("/siap")?.status == 200)
        #expect(try city.ask(running) == "running|1")
        try city.servers.primary.unlock()
        #expect(second.eventually(within: 60) { (try? city.ask(running)) == "done|2" })
        let replaced = Date().timeIntervalSince(death)
        #expect(replaced > 20, "not while the first might only be slow")
        #expect(second.eventually(within: 60) { second.nodes == 1 })
        let noticed = Date().timeIntervalSince(death)
        #expect(noticed < 75)
        let whole = backups.names.filter { $0.hasSuffix("-002.sigap-backup") }
        #expect(backups.names == whole && whole.count == 1, "\(backups.names)")
        #expect(try city.canRestore(backups.path(whole.first ?? "")))
        try report(
            """
            A node killed amid a job: the other had done it after \(Int(replaced)) s, \
            and counted one node after \(Int(noticed)) s
            """)
    }

    @Test func `a killed primary is replaced by its standby, and nobody signs in again`() throws {
        let city = try SharedCity()
        defer { city.stop() }
        let (first, second) = (try city.node(), try city.node())
        var browser = Browser()
        _ = try browser.signIn(SharedCity.login, SharedCity.password, at: first)
        let added = try city.run("account", "add", "--login", "yuni", input: "rahasia-sekali-2\n")
        #expect(added.status == 0, "\(added.errors)")

        let death = Date()
        try city.failOver()
        let isReady = first.eventually(within: 20) {
            first.get("/siap")?.status == 200 && second.get("/siap")?.status == 200
        }
        let pause = Date().timeIntervalSince(death)
        #expect(isReady)
        for node in [first, second] { #expect(try browser.isSignedIn(at: node)) }
        #expect(try browser.signOut(at: second).status == 303)
        #expect(try !browser.isSignedIn(at: first))
        #expect(try browser.signIn("yuni", "rahasia-sekali-2", at: first).status == 303)
        #expect(try browser.isSignedIn(at: second))
        let verified = try city.run("journal", "verify")
        #expect(verified.status == 0 && verified.output.contains("all sound"), "\(verified.output)")
        let check = try city.run("check")
        for name in ["integrity", "journal", "ledger", "figures", "clock"] {
            #expect(check.output.contains("✓ \(name): "), "\(check.output)")
        }
        try report(
            """
            A killed primary: both nodes were ready after \(Int(pause * 1000)) ms, measured from \
            the kill, promotion included; 0 sessions lost
            """)
    }
}
