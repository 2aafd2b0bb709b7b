import Civic
import Foundation
import Testing

@testable import Store

@Suite struct KeyFileTests {
    /// A key file as programs wrote it that knew one key.
    private func old(_ folder: TestFolder) throws -> String {
        _ = try KeyFile.create(at: folder.file("made.key"))
        let text = String(decoding: try #require(try folder.contents()["made.key"]), as: UTF8.self)
        try FileManager.default.removeItem(atPath: folder.file("made.key"))
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("erasures") }
        #expect(lines.count == 6)
        return lines.joined(separator: "\n") + "\n"
    }

    @Test func `a file of an older program is read, and its erasures stay recognisable`() throws {
        let folder = try TestFolder()
        try folder.write(Data(try old(folder).utf8), to: "a.key")
        let path = folder.file("a.key")
        let before = try KeyFile.load(from: path)
        let after = try KeyFile.addKey(at: path)
        #expect(after.erasures.bytes == before.erasures.bytes)
        #expect(after.keys.last?.secret.bytes == before.keys[0].secret.bytes)
        #expect(after.ids.count == 2 && after.ids.last == before.id && after.id != before.id)
        let removed = try KeyFile.removeKeys([before.id], at: path)
        #expect(removed.erasures.bytes == before.erasures.bytes && removed.ids == [after.id])
        #expect(removed.retiredIDs == [before.id])
    }

    @Test func `a ring comes back as it was written, for its owner only`() throws {
        let folder = try TestFolder()
        let path = folder.file("a.key")
        #expect(!KeyFile.exists(at: path))
        _ = try KeyFile.create(at: path)
        #expect(KeyFile.exists(at: path))
        for _ in 0..<3 { _ = try KeyFile.addKey(at: path) }
        let ring = try KeyFile.load(from: path)
        _ = try KeyFile.removeKeys([ring.ids[1], ring.ids[3]], at: path)
        let again = try KeyFile.load(from: path)
        #expect(again.ids == [ring.ids[0], ring.ids[2]])
        let secrets = [ring.keys[0], ring.keys[2]].map { $0.secret.bytes }
        #expect(again.keys.map { $0.secret.bytes } == secrets)
        #expect(Set(again.retiredIDs) == [ring.ids[1], ring.ids[3]])
        #expect(again.retired[ring.ids[1]] == (try DerivedKeys(ring.keys[1]).publicKey))
        #expect(try folder.mode(of: "a.key") == 0o600)
        #expect(try folder.contents().count == 1)
    }

    @Test func `what a stopped process left behind does not hinder`() throws {
        let folder = try TestFolder()
        _ = try KeyFile.create(at: folder.file("a.key"))
        try folder.write(Data("half".utf8), to: "a.key.new")
        #expect(try KeyFile.addKey(at: folder.file("a.key")).ids.count == 2)
        #expect(try folder.contents().count == 1)
    }

    @Test func `keys that are added at once are all kept`() async throws {
        let folder = try TestFolder()
        let path = folder.file("a.key")
        _ = try KeyFile.create(at: path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = try KeyFile.addKey(at: path) } }
            try await group.waitForAll()
        }
        #expect(Set(try KeyFile.load(from: path).ids).count == 21)
    }

    @Test func `a key that stands there twice is refused`() async throws {
        let folder = try TestFolder()
        let text = try old(folder)
        let twice =
            text + text.split(separator: "\n").suffix(2).map { $0 + "\n" }.joined()
            + "erasures: BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n"
        try folder.write(Data(twice.utf8), to: "a.key")
        await expectProblem("key-unusable") { try KeyFile.load(from: folder.file("a.key")) }
    }

    @Test(.enabled(if: geteuid() == 0))
    func `the owner of a key file stays`() throws {
        let folder = try TestFolder()
        let path = folder.file("a.key")
        _ = try KeyFile.create(at: path)
        #expect(chown(path, 4321, 1234) == 0)
        _ = try KeyFile.addKey(at: path)
        var facts = stat()
        #expect(stat(path, &facts) == 0)
        #expect(facts.st_uid == 4321 && facts.st_gid == 1234)
        #expect(try folder.mode(of: "a.key") == 0o600)
    }

    @Test(arguments: [
        "erasures: AAAA\n", "retired: x\n", "something: else\n", "id: 00000000\n",
        "key: BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n",
    ])
    func `a file that says more than is understood is refused`(_ line: String) async throws {
        let folder = try TestFolder()
        try folder.write(Data((try old(folder) + line).utf8), to: "a.key")
        await expectProblem("key-unusable") { try KeyFile.load(from: folder.file("a.key")) }
    }
}
