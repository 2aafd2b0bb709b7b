import Civic
import Foundation
import Programme
import Testing

@testable import Store

/// A city with people, an agreement with each of two platforms, and drivers to send.
struct DriverStore {
    static let today = Day.jakarta(at: TestStore.noon)
    static let answering = DriverAnswering(
        toldReasons: ["A1", "A2", "A4", "A8"], repeatedReason: "A8")
    static let mine = Scope.agency("cepat")
    static let theirs = Scope.agency("lancar")

    let store: TestStore
    let sample: SampleCity

    var city: CityStore { store.city }

    init(_ kind: TestEngine, people: Int = 90, seed: UInt64 = 7) async throws {
        store = try await TestStore(kind)
        sample = SampleCity(people: people, seed: seed)
        try await city.importRun(sample.run(), by: .test())
        for (agency, number) in [("cepat", "PKS/1"), ("lancar", "PKS/2")] {
            try await city.addAgreement(
                PartnerAgreement(
                    agency: agency, number: number, from: DriverStore.today + -10,
                    to: DriverStore.today + 300, purpose: "Perlindungan pengemudi",
                    retentionDays: 30, callUntil: DriverStore.today + 60), by: .test())
        }
    }

    /// Those of the city who have a number and a birth date, each as a driver.
    var known: [(row: DriverRow, person: ImportedPerson)] {
        let niks = Dictionary(grouping: sample.people.compactMap(\.nik), by: { $0 })
        return sample.people.enumerated().compactMap { place, person in
            guard let nik = person.nik, niks[nik]?.count == 1, let birth = person.birth,
                let phone = PhoneNumber("0812\(5_000_000 + place)")
            else { return nil }
            return (
                DriverRow(
                    record: place + 2, nik: nik, name: person.name.lowercased(), birth: birth,
                    phone: phone, consent: DriverStore.today + -3), person
            )
        }
    }

    /// Drivers whom the city does not know.
    static func strangers(_ count: Int, from serial: Int = 1) -> [DriverRow] {
        (0..<count).compactMap { place in
            guard let nik = NIK(digits: 3_216_010_505_880_000 + UInt64(serial + place)),
                let phone = PhoneNumber("0857\(6_000_000 + place)"),
                let birth = Day(year: 1988, month: 5, day: 5)
            else { return nil }
            return DriverRow(
                record: 10_000 + place, nik: nik, name: "ZZORANGASING\(place) QX", birth: birth,
                phone: phone, consent: DriverStore.today)
        }
    }

    static func check(_ rows: [DriverRow]) -> DriverCheck {
        DriverCheck(
            rows.map {
                DriverCells(
                    record: $0.record, nik: $0.nik, name: $0.name, birth: $0.birth,
                    phone: $0.phone, consent: $0.consent)
            }, fileConsent: nil, terms: ConsentTerms(oldestDays: 365), today: today)
    }

    func make(
        _ rows: [DriverRow], content: String = "berkas", agency: String = "cepat"
    ) async throws -> Int {
        try await city.makeDriverList(
            NewDriverList(
                content: Array(content.utf8), check: DriverStore.check(rows),
                rowsRead: rows.count, dropped: ["saldo"]),
            of: agency, on: DriverStore.today, by: .test()
        ).id
    }

    func send(_ id: Int, _ scope: Scope = DriverStore.mine) async throws {
        try await city.sendDriverList(
            id, in: scope, answering: DriverStore.answering, on: DriverStore.today, by: .test())
    }

    func list(_ id: Int) async throws -> DriverListRecord {
        try await city.driverList(id, in: .city)
    }

    func results(_ id: Int) async throws -> [DriverResult] {
        try await city.driverResults(of: id, in: DriverStore.mine, limit: 10_000)
    }

    func sweep(_ day: Day) async throws -> Int {
        try await city.sweepDrivers(
            on: day, draftsBefore: TestStore.noon + -1, answering: DriverStore.answering,
            by: .test())
    }

    /// Bytes of the database that hold `word`, in any of its files.
    func holds(_ word: String) throws -> Bool {
        try store.folder.contents().values.contains { $0.range(of: Data(word.utf8)) != nil }
    }
}
