import Civic
import Crypto
import Foundation
import Programme
import Testing

@testable import Store

@Suite struct DriverDeletionTests {
    @Test(arguments: TestEngine.all)
    func `unused rows go on the promised day, with a certificate`(_ kind: TestEngine) async throws {
        let drivers = try await DriverStore(kind)
        let rows = drivers.known.map(\.row) + DriverStore.strangers(5)
        let id = try await drivers.make(rows)
        try await drivers.send(id)
        let salt = try #require(try await drivers.list(id).list.salt)
        let results = try await drivers.results(id)
        let unused = results.filter { $0.answer?.outcome.isUsed == false }
        #expect(!unused.isEmpty && unused.count < rows.count)
        #expect(try await drivers.sweep(DriverStore.today + 29) == 0)
        #expect(try await drivers.store.count("driver_row") == rows.count)

        #expect(try await drivers.sweep(DriverStore.today + 30) == 1)
        let record = try await drivers.list(id)
        #expect(record.list.state == .ended && record.list.salt == nil)
        #expect(
            try await drivers.results(id).map(\.record)
                == results.filter { result in
                    result.answer?.outcome.isUsed == true
                }.map(\.record))
        let deletion = try #require(record.deletions.first)
        #expect(record.deletions.count == 1 && deletion.why == .promised)
        #expect(deletion.rows == unused.count && deletion.agreement == "PKS/1")
        // The partner reckons the digest from its own file.
        let gone = Set(unused.map(\.record))
        let lines = rows.filter { gone.contains($0.record) }.sorted { $0.record < $1.record }.map {
            "\($0.record);\($0.nik.revealed());\($0.name);\($0.birth.iso);\($0.phone.digits)\n"
        }
        let digest = SHA256.hash(data: Data(salt) + Data(lines.joined().utf8))
        #expect(deletion.digest == Array(digest))
        // What was counted stays.
        #expect(record.list.counts.values.reduce(0, +) == rows.count)
        let event = try #require(
            try await drivers.city.events(about: "drivers \(id)", limit: 1).first)
        #expect(event.verb == "drivers.delete" && event.detail["rows"] == "\(unused.count)")
        #expect(try await drivers.sweep(DriverStore.today + 31) == 0)
    }

    @Test(arguments: TestEngine.all)
    func `a list that was not sent goes by itself`(_ kind: TestEngine) async throws {
        let drivers = try await DriverStore(kind)
        let id = try await drivers.make(DriverStore.strangers(4))
        #expect(try await drivers.sweep(DriverStore.today) == 0)
        let swept = try await drivers.city.sweepDrivers(
            on: DriverStore.today, draftsBefore: TestStore.noon + 1,
            answering: DriverStore.answering, by: .test())
        #expect(swept == 1)
        #expect(try await drivers.store.count("driver_row") == 0)
        #expect(try await drivers.list(id).deletions.map(\.why) == [.unsent])
        // The same file may be sent again after it.
        #expect(try await drivers.make(DriverStore.strangers(4)) != id)
    }

    @Test(arguments: TestEngine.all)
    func `a partner deletes earlier, and everything`(_ kind: TestEngine) async throws {
        let drivers = try await DriverStore(kind)
        let rows = drivers.known.map(\.row)
        let id = try await drivers.make(rows)
        try await drivers.send(id)
        let city = drivers.city
        for _ in 0..<2 { try await city.deleteDriverList(id, in: DriverStore.mine, by: .test()) }
        #expect(try await drivers.store.count("driver_row") == 0)
        let deletions = try await drivers.list(id).deletions
        #expect(deletions.map(\.why) == [.asked] && deletions.first?.rows == rows.count)
        await expectProblem("driver-list-ended") { try await drivers.send(id) }
        #expect(try await city.sentDrivers().isEmpty)
    }

    @Test(arguments: TestEngine.all)
    func `whoever withdraws consent goes at once, and only for this platform`(
        _ kind: TestEngine
    ) async throws {
        let drivers = try await DriverStore(kind)
        let rows = drivers.known.map(\.row)
        let mine = try await drivers.make(rows)
        try await drivers.send(mine)
        let theirs = try await drivers.make(rows, agency: "lancar")
        try await drivers.send(theirs, DriverStore.theirs)
        let before = try await drivers.list(mine).list
        let row = rows[3]
        let city = drivers.city
        #expect(try await city.withdrawDriver(row.nik, agency: "cepat", by: .test()) == 1)
        #expect(try await city.withdrawDriver(row.nik, agency: "cepat", by: .test()) == 0)
        #expect(try await !drivers.results(mine).contains { $0.nik == row.nik })
        let after = try await drivers.list(mine)
        #expect(after.list.rowsKept == before.rowsKept - 1)
        #expect(
            after.list.counts.values.reduce(0, +) == before.counts.values.reduce(0, +) - 1)
        #expect(after.deletions.map(\.why) == [.withdrawn])
        #expect(after.deletions.first?.digest == nil)
        let kept = try await city.driverResults(of: theirs, in: DriverStore.theirs, limit: 1000)
        #expect(kept.count == rows.count)
    }

    @Test(arguments: TestEngine.all)
    func `certificates cannot be changed or taken away`(_ kind: TestEngine) async throws {
        let drivers = try await DriverStore(kind)
        let id = try await drivers.make(DriverStore.strangers(2))
        try await drivers.city.deleteDriverList(id, in: DriverStore.mine, by: .test())
        for statement in [
            "UPDATE driver_deletion SET rows_deleted = 0", "DELETE FROM driver_deletion",
            "UPDATE driver_list SET state = 'draft' WHERE id = \(id)",
        ] {
            await expectProblem("store-conflict") { try await drivers.store.tamper(statement) }
        }
    }

    @Test func `deleted boxes leave the files of the database`() async throws {
        let drivers = try await DriverStore(.sqlite)
        let id = try await drivers.make(DriverStore.strangers(300))
        try await drivers.send(id)
        let boxes = try await drivers.store.engine.read { reader throws(Problem) in
            try reader.all("SELECT sealed FROM driver_row") { fields in Data(fields.bytes()) }
        }
        func traces() throws -> Int {
            let files = try drivers.store.folder.contents().values
            return boxes.count { box in files.contains { $0.range(of: box) != nil } }
        }
        #expect(try traces() == boxes.count)
        try await drivers.city.deleteDriverList(id, in: DriverStore.mine, by: .test())
        #expect(try traces() > 0)
        try await drivers.city.finishDriverDeletions()
        #expect(try traces() == 0)
        #expect(
            try await drivers.store.engine.read { reader throws(Problem) in
                try Setting.value(.driverScrub, reader)
            } == nil)
    }
}
