import Civic
import Testing

@testable import Store

@Suite struct BoxTests {
    private func sealer(_ folder: TestFolder) throws -> Sealer {
        let file = try KeyFile.create(at: folder.file("a.key"))
        return try Sealer(file)
    }

    /// A box as older programs made it: nonce, cipher text and tag.
    static func old(
        _ plain: [UInt8], _ column: Sealer.Column, _ row: Int, _ key: DerivedKeys
    ) throws -> [UInt8] {
        let place = Array(column.rawValue.utf8) + Sealer.bytes(UInt64(row))
        return try key.sealed(plain, column, place: place)
    }

    @Test func `a box of an older program opens, whatever its nonce begins with`() throws {
        let folder = try TestFolder()
        let sealer = try sealer(folder)
        // One nonce of 256 begins as a named box does.
        for row in 1...2000 {
            let plain = Sealer.bytes(UInt64(row))
            let box = try BoxTests.old(plain, .nik, row, sealer.current)
            #expect(try sealer.open(box, .nik, row: row) == plain)
            #expect(!sealer.isCurrent(box, .nik, row: row))
        }
    }

    @Test func `a box tells its key, and any change to it is seen`() throws {
        let folder = try TestFolder()
        let sealer = try sealer(folder)
        let box = try sealer.seal([1, 2, 3], .personal, row: 7)
        #expect(box.count == 3 + 33 && Array(box[1..<5]) == sealer.current.name)
        #expect(try sealer.open(box, .personal, row: 7) == [1, 2, 3])
        #expect(sealer.isCurrent(box, .personal, row: 7))
        for place in box.indices {
            var changed = box
            changed[place] ^= 4
            #expect(!sealer.isCurrent(changed, .personal, row: 7))
            // The key's name only helps to find the key: without it all keys are tried on what
            // would be an older box, which this is not.
            #expect(throws: Problem.self) { try sealer.open(changed, .personal, row: 7) }
        }
        for short in 0..<33 {
            #expect(throws: Problem.self) {
                try sealer.open(Array(box.prefix(short)), .personal, row: 7)
            }
        }
        #expect(throws: Problem.self) { try sealer.open(box, .personal, row: 8) }
        #expect(throws: Problem.self) { try sealer.open(box, .nik, row: 7) }
    }

    @Test func `a key that came into the file later is found by its boxes`() throws {
        let folder = try TestFolder()
        let sealer = try sealer(folder)
        let file = try KeyFile.addKey(at: folder.file("a.key"))
        let later = try Sealer(file)
        let box = try later.seal([9], .personal, row: 1)
        #expect(try sealer.open(box, .personal, row: 1) == [9])
        #expect(throws: Problem.self) { try Sealer(sealer.ring, id: "00000000") }
    }
}
