import Civic
import Foundation
import Programme
import Testing

@testable import Store

/// What the rows of drivers share with all sealed rows: keys that change, and people who are erased.
@Suite struct DriverSecrecyTests {
    @Test(arguments: TestEngine.all)
    func `rows are sealed anew and still found`(_ kind: TestEngine) async throws {
        let drivers = try await DriverStore(kind)
        let rows = drivers.known.map(\.row)
        let id = try await drivers.make(rows)
        try await drivers.send(id)
        let before = try await drivers.results(id)
        let old = try await boxes(drivers)
        let file = try KeyFile.addKey(at: drivers.store.key.path)
        // Halfway through, rows under both keys are there.
        do {
            try await drivers.city.rotateKeys(to: file, by: .test(), batch: 60) {
                people throws(Problem) in
                if people > drivers.sample.people.count { throw Problem.storeCancelled() }
            }
            Issue.record("the rotation was not broken off")
        } catch { #expect(error.code == "store-cancelled") }
        let city = try await drivers.store.reopened()
        #expect(try await city.driverResults(of: id, in: .city, limit: 1000) == before)
        let second = try await drivers.make(rows, content: "dua")
        try await drivers.send(second)
        #expect(
            try await drivers.results(second).allSatisfy {
                $0.answer == DriverAnswer(.refused, reason: "A8")
            })
        try await city.rotateKeys(to: file, by: .test(), batch: 7)
        #expect(try await boxes(drivers).isDisjoint(with: old))
        #expect(try await city.driverResults(of: id, in: .city, limit: 1000) == before)
        #expect(try await drivers.store.count("resealed_driver") == 0)
        #expect(
            try await city.retireKeys(at: drivers.store.key.path, by: .test()).count == 1)
        #expect(try await city.driverResults(of: id, in: .city, limit: 1000) == before)
        #expect(try await city.withdrawDriver(rows[0].nik, agency: "cepat", by: .test()) == 2)
    }

    private func boxes(_ drivers: DriverStore) async throws -> Set<[UInt8]> {
        try await drivers.store.engine.read { reader throws(Problem) in
            Set(
                try reader.all(
                    "SELECT sealed FROM driver_row UNION ALL SELECT nik_index FROM driver_row"
                ) { fields in fields.bytes() })
        }
    }

    @Test(arguments: TestEngine.all)
    func `whoever is erased is erased from lists of drivers too`(_ kind: TestEngine) async throws {
        let drivers = try await DriverStore(kind)
        let rows = drivers.known.map(\.row)
        let id = try await drivers.make(rows)
        try await drivers.send(id)
        let erasures = ErasureList(besideKey: drivers.store.key.path)
        let (row, person) = drivers.known[2]
        let counts = try await drivers.list(id).list.counts
        _ = try await drivers.city.erase(.number(person.number), noting: erasures, by: .test())
        let result = try #require(
            try await drivers.results(id).first { $0.record == row.record })
        #expect(result.nik == nil && result.answer != nil)
        #expect(try await drivers.list(id).list.counts == counts)
        #expect(try await drivers.city.sentDrivers().first?.rows.count == rows.count - 1)
        // Nor is it kept when the platform sends it again.
        let again = try await drivers.make([row], content: "lagi")
        try await drivers.send(again)
        let answer = try await drivers.results(again)
        #expect(answer.map(\.nik) == [nil])
        #expect(answer.map(\.answer) == [DriverAnswer(.refused, reason: "other")])
    }

    @Test(arguments: TestEngine.all)
    func `a driver whom no run knows can be erased as well`(_ kind: TestEngine) async throws {
        let drivers = try await DriverStore(kind)
        let rows = DriverStore.strangers(3)
        let id = try await drivers.make(rows)
        let erasures = ErasureList(besideKey: drivers.store.key.path)
        let city = drivers.city
        #expect(try await city.erase(.nik(rows[1].nik), noting: erasures, by: .test()).isEmpty)
        #expect(try await drivers.results(id).map(\.nik) == [rows[0].nik, nil, rows[2].nik])
        await expectProblem("person-unknown") {
            try await city.erase(.nik(rows[1].nik), noting: erasures, by: .test())
        }
        // A backup from before brings them back, and the list beside the key takes them out again.
        try await drivers.store.tamper(
            "DELETE FROM erased_mark", "DELETE FROM driver_row",
            "UPDATE driver_list SET digest = NULL")
        let restored = try await drivers.make(rows)
        _ = try await city.reapplyErasures(erasures, by: .test())
        #expect(
            try await drivers.results(restored).map(\.nik) == [rows[0].nik, nil, rows[2].nik])
    }
}
