import Foundation
import Testing

/// A disk that gave back something else than what was written.
@Suite("A file with broken pages") struct BrokenPageTests {
    private static let pageSize: UInt64 = 4096

    /// Flips the first bytes of every page in the middle third of the file.
    private func damage(_ city: FileCity) throws -> Int {
        let file = try FileHandle(forUpdating: URL(filePath: city.store))
        defer { try? file.close() }
        let pages = try file.seekToEnd() / BrokenPageTests.pageSize
        for page in (pages / 3)..<(2 * pages / 3) {
            try file.seek(toOffset: page * BrokenPageTests.pageSize)
            let bytes = try #require(try file.read(upToCount: 64))
            try file.seek(toOffset: page * BrokenPageTests.pageSize)
            try file.write(contentsOf: Data(bytes.map { $0 ^ 0xFF }))
        }
        return Int(2 * pages / 3 - pages / 3)
    }

    @Test func `it is told, harms no other page, and an earlier backup brings all back`() throws {
        let city = try FileCity(people: 2000)
        let backup = city.folder.path("kota.backup")
        #expect(try city.run("backup", "--to", backup).status == 0)
        let add = try city.run("account", "add", "--login", "uji", input: "\(FileCity.password)\n")
        #expect(add.status == 0)
        // Served and stopped, so that the file by itself is everything.
        let healthy = try city.server()
        var browser = Browser()
        #expect(try browser.signIn("uji", FileCity.password, at: healthy).status == 303)
        #expect(try browser.get("/kerja/peserta", at: healthy).status == 200)
        healthy.terminate()
        #expect(healthy.ended() == 0)

        #expect(try damage(city) > 50)
        let check = try city.run("check")
        #expect(check.status == 4)
        #expect(check.output.contains("✗ integrity: The database is damaged"), "\(check.output)")
        #expect(check.output.contains("restore the last backup"))

        let server = try city.server()
        let broken = try browser.get("/kerja/peserta", at: server)
        #expect(broken.status == 500)
        let reference = try #require(broken.text.firstMatch(of: /bantuan: ([0-9A-F]{4})/))
        #expect(server.eventually { server.lines.contains { $0.contains(reference.1) } })
        #expect(try browser.isSignedIn(at: server))
        // The start page shows figures of the city, which may be gone; these rest on nothing broken.
        for page in ["/bantuan", "/syarat", "/cek", "/privasi"] {
            #expect(server.get(page)?.status == 200, "\(page)")
        }
        server.terminate()
        #expect(server.ended() == 0)

        let second = city.folder.path("rusak.backup")
        let refused = try city.run("backup", "--to", second)
        #expect(refused.status == 4)
        #expect(refused.errors.contains("The store is damaged"), "\(refused.errors)")
        #expect(!FileManager.default.fileExists(atPath: second))

        let new = city.folder.path("pulih.db")
        let restored = try Program.run(
            "restore", "--from", backup, "--to", new, "--key", city.key)
        #expect(restored.status == 0, "\(restored.errors)")
        let after = try Program.run(
            ["check", "--store", new, "--key", city.key], language: "en")
        #expect(!after.output.contains("✗ integrity") && after.output.contains("✓ figures"))
        #expect(after.output.contains("✓ journal"))
    }
}
