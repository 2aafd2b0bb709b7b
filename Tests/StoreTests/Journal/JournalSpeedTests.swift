import Civic
import Foundation
import Testing

@testable import Store

/// Figures for the reader, not for judgement: machines differ.
@Suite struct JournalSpeedTests {
    @Test(arguments: TestEngine.all)
    func `how fast a journal is verified`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let events = 100_000
        try await store.engine.write { writer throws(Problem) in
            try JournalSpeedTests.append(events, writer, store.city.sealer)
        }
        var check: JournalCheck?
        let time = try await ContinuousClock().measure {
            check = try await store.city.verifyJournal()
        }
        #expect(check?.sound == events + 1 && check?.fault == nil)
        let perSecond = Int(Double(events) / (time / .seconds(1)))
        let line =
            "verified \(events) events in \(time) on \(kind.testDescription): \(perSecond) events/s\n"
        try FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
    }

    @Test(arguments: TestEngine.all)
    func `how fast a key is changed`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let people = 10_000
        try await store.city.importRun(SampleCity(people: people, seed: 72).run(), by: .test())
        let file = try KeyFile.addKey(at: store.key.path)
        var count = 0
        let time = try await ContinuousClock().measure {
            count = try await store.city.rotateKeys(to: file, by: .test())
        }
        #expect(count == people)
        let perSecond = Int(Double(people) / (time / .seconds(1)))
        let line =
            "sealed \(people) people anew in \(time) on \(kind.testDescription): \(perSecond) people/s\n"
        try FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
    }

    /// One chain, written as a set.
    private static func append(
        _ count: Int, _ writer: any SQLWriter, _ sealer: Sealer
    ) throws(Problem) {
        var hash =
            try writer.first("SELECT hash FROM journal WHERE id = 1") { fields in fields.bytes() }
            ?? []
        var values: [SQLValue] = []
        for id in 2...count + 1 {
            let link = JournalLink(
                id: id, at: TestStore.noon.milliseconds, actor: "ratna", verb: "nik.reveal",
                subject: "BKS-\(id)", detail: "{\"reason\":\"verifikasi\"}", previousHash: hash)
            hash = link.hash
            values += [
                SQLValue(id), .integer(link.at), .text(link.actor), .text(link.verb),
                .text(link.subject), .text(link.detail), .bytes(link.previousHash), .bytes(hash),
            ]
        }
        try writer.insert(
            into: "journal",
            ["id", "at", "actor", "verb", "subject", "detail", "previous_hash", "hash"], values)
        try writer.execute(
            "UPDATE journal_head SET last_id = $1, hash = $2, seal = $3",
            [
                SQLValue(count + 1), .bytes(hash),
                .bytes(sealer.journalSeal(id: count + 1, hash: hash)),
            ])
    }
}
