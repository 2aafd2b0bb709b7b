import Civic
import Foundation
import Programme
import Store
import Testing

@testable import Office

/// Drivers whom the city does not know become people with the next run, and then have an answer.
@Suite struct DriverRunTests {
    @Test func `a run takes in what platforms sent, and answers it`() async throws {
        let folder = try TestFolder()
        let office = try await DriverDeskTests.Office(folder)
        let lists = folder.path("daftar")
        try FileManager.default.createDirectory(
            atPath: lists, withIntermediateDirectories: true)
        try write(
            """
            NIK,NAMA_LGKP,TGL_LAHIR,JENIS_KLMIN,STATUS_KEPENDUDUKAN,KECAMATAN,KELURAHAN
            3275014507900003,SITI AMINAH,1990-07-05,P,AKTIF,Bekasi Timur,Bekasijaya
            3275010101600001,BUDI TUA,1950-01-01,L,AKTIF,Bekasi Timur,Bekasijaya
            """, "\(lists)/dukcapil.csv")
        try write(
            """
            NIK,NAMA,TGL LAHIR,DESIL
            3275014507900003,SITI AMINAH,1990-07-05,2
            """, "\(lists)/dtsen.csv")
        let noon = DriverDeskTests.noon
        let outcome = try await office.check(
            """
            NIK;Nama;Tgl Lahir;No HP;Tanggal persetujuan
            3275014507900003;Siti Aminah;05-07-1990;081234567890;12-03-2026

            3275010202850007;Orang Baru;02-02-1985;081234567891;12-03-2026
            """)
        guard case .kept(let id) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        try await office.desk.sendDrivers(id, for: office.mira, at: noon)
        func answers() async throws -> [DriverAnswer?] {
            try await office.desk.driverList(id, for: office.mira, at: noon).results.map(\.answer)
        }
        #expect(try await answers() == [.checking, .checking])

        let processor = Processor(region: office.desk.region, law: office.desk.law)
        var request = ProcessRequest(folder: lists, asOf: .jakarta(at: noon))
        request.lists = try await DriverDeliveries.all(
            of: office.store, office.desk.region, asOf: request.asOf)
        let run = try await processor.run(request) { _, _ in }
        let results = RunImport(run, office.desk.law, on: .jakarta(at: noon))
        try await office.store.importRun(
            try results.importRun(),
            by: Act(actor: "test", at: noon + 1000, key: results.requestKey))
        // Known to the registry, poor enough and a driver: in. The other one lacks an address, which
        // is not a reason for platforms to know.
        #expect(
            try await answers() == [
                DriverAnswer(.accepted), DriverAnswer(.refused, reason: DriverAnswer.other),
            ])
        var filter = PersonFilter()
        filter.search = .name("ORANG BARU")
        let people = try await office.store.people(matching: filter, in: .city, limit: 5).people
        let number = try #require(
            people.first.flatMap {
                PersonNumber(typed: $0.number, prefix: office.desk.region.personNumberPrefix)
            })
        let person = try #require(try await office.store.person(number, in: .city))
        #expect(person.rows.map(\.agency) == ["aplikator"])
        // The partner's own row number.
        #expect(person.rows.map(\.record) == [4])
        #expect(person.summary.occupation == "online_ojek")

        // Another list makes another run of the same files.
        request.lists = []
        let without = RunImport(
            try await processor.run(request) { _, _ in }, office.desk.law, on: .jakarta(at: noon))
        #expect(without.requestKey != results.requestKey)
    }

    private func write(_ text: String, _ path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }
}
