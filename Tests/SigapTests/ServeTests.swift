import Foundation
import Testing

@Suite("sigap serve")
struct ServeTests {
    @Test func `a stop refuses new work, ends what is under way and leaves nothing open`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.city()
        let server = try RunningServer(
            folder, ["--store", store, "--withdrawal", "2", "--log", "json"])
        #expect(server.waitUntilReady(), "\(server.lines)")
        // A request whose form is still on its way when the stop comes.
        let slow = try #require(server.connect())
        slow.say(
            "POST /cek HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\ncara"
        )
        let idle = try #require(server.connect())
        server.terminate()
        #expect(server.eventually { server.get("/siap")?.status == 503 })
        #expect(server.get("/bantuan")?.status == 200, "still answering while withdrawn")
        #expect(server.eventually { server.connect() == nil }, "listening no longer")
        slow.say("=nik1")
        #expect(slow.answer()?.status == 422)
        #expect(server.ended() == 0)
        #expect(idle.answer() == nil)
        // After a clean stop the file by itself is everything.
        let log = FileManager.default.contents(atPath: "\(store)-wal") ?? Data()
        #expect(log.isEmpty, "\(log.count)")
        let check = try Program.run(["check", "--store", store])
        #expect(check.status == 1, "\(check.output)")
    }

    @Test func `a request that never ends does not keep a server from stopping`() throws {
        let folder = try TemporaryFolder()
        let server = try RunningServer(folder, ["--store", try folder.city()])
        #expect(server.waitUntilReady())
        let endless = try #require(server.connect())
        endless.say(
            "POST /cek HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\ncara")
        usleep(300_000)
        let start = Date()
        server.terminate()
        #expect(server.ended() == 0)
        #expect(Date().timeIntervalSince(start) < 45)
    }

    @Test func `every line of a JSON log is an object`() throws {
        let folder = try TemporaryFolder()
        let server = try RunningServer(
            folder, ["--store", try folder.city(), "--log", "json"])
        #expect(server.waitUntilReady())
        #expect(server.get("/syarat?nama=SUPRIATNA")?.status == 200)
        #expect(server.eventually { server.lines.contains { $0.contains("/syarat") } })
        #expect(
            server.eventually { server.lines.contains { $0.contains("\"job done\"") } },
            "the first sweep")
        server.terminate()
        #expect(server.ended() == 0)
        let lines = server.lines
        #expect(!lines.isEmpty)
        for line in lines {
            #expect(throws: Never.self, "\(line)") {
                try JSONSerialization.jsonObject(with: Data(line.utf8))
            }
            #expect(!line.contains("SUPRIATNA"))
        }
    }

    @Test func `wrong options are told before anything is opened`() throws {
        for wrong in [
            ["--metrics-from", "x"], ["--withdrawal", "601"], ["--log", "xml"],
        ] {
            let outcome = try Program.run(["serve", "--store", "/tiada/kota.db"] + wrong)
            #expect(outcome.status == 2, "\(wrong) \(outcome.errors)")
        }
    }
}
