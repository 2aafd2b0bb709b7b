import Civic
import Foundation
import Intake
import Programme
import Store
import StoreSQLite
import Testing

@testable import Office

/// What a platform does, through the verbs of the desk.
@Suite struct DriverDeskTests {
    /// 2026-03-31, 12.00 in Jakarta.
    static let noon = Instant(milliseconds: 1_774_933_200_000)

    struct Office {
        /// Goes away with it.
        private let folder: TestFolder
        let desk: Desk
        let store: CityStore
        let mira: Viewer
        let bagas: Viewer
        let ratna: Viewer

        init(_ folder: TestFolder, _ kind: TestEngine = .sqlite) async throws {
            let data = try DataFolder.find(RepositoryData.path)
            let act = Act(actor: "test", at: DriverDeskTests.noon)
            self.folder = folder
            store = try await CityStore.create(
                on: try kind.make(folder), key: try KeyFile.create(at: folder.path("kota.key")),
                region: "bekasi", by: act)
            let region = try data.region("bekasi")
            desk = Desk(
                store: store, region: region, law: try data.law(), access: try data.access())
            for terms in region.partners.sampleAgreements {
                try await store.addAgreement(terms, by: act)
            }
            let (access, store) = (desk.access, store)
            func viewer(_ login: String, _ role: String, _ agency: String?) async throws -> Viewer {
                let account = try await store.createAccount(
                    NewAccount(
                        login: login, name: login, role: role, agency: agency, areas: [],
                        password: "rahasia-sekali"), by: act)
                guard let found = Viewer(account, access) else { throw Desk.noPartner() }
                return found
            }
            mira = try await viewer("mira", "partner", "antarcepat")
            bagas = try await viewer("bagas", "partner", "ojekita")
            ratna = try await viewer("ratna", "manager", nil)
        }

        func check(_ text: String, consent: Day? = nil) async throws -> DriverOutcome {
            try await desk.checkDrivers(
                .pasted(text), consent: consent, for: mira, at: DriverDeskTests.noon)
        }
    }

    private static let head = "NIK;Nama;Tgl Lahir;No HP;Tanggal persetujuan;Saldo\n"

    @Test func `only the agreed columns and rows with consent are kept`() async throws {
        let office = try await Office(TestFolder())
        let outcome = try await office.check(
            DriverDeskTests.head + """
                3275014507900003;SITI AMINAH;05-07-1990;081234567890;12-03-2026;1000
                3275010101900001;BUDI;01-01-1990;081234567891;;2000
                3275010101900002;JOKO;01-01-1990;081234567892;2026-04-01;3000
                3275010101900003;AGUS;01-01-1990;081234567893;2025-03-30;3000
                32750101019000;RINA;01-01-1990;081234567894;12-03-2026;3000
                3275010101900004;TONO;1990;081234567894;12-03-2026;3000
                3275010101900005;=CMD;01-01-1990;12;12-03-2026;3000
                3275014507900003;SITI AMINAH;05-07-1990;081234567890;12-03-2026;1000
                """)
        guard case .kept(let id) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        let view = try await office.desk.driverList(id, for: office.mira, at: DriverDeskTests.noon)
        #expect(view.record.list.dropped == ["Saldo"])
        #expect(view.record.list.rowsRead == 8 && view.record.list.rowsKept == 1)
        #expect(view.results.map(\.record) == [2])
        #expect(view.results.first?.nik?.revealed() == "3275014507900003")
        let faults = Dictionary(uniqueKeysWithValues: view.faults.map { ($0.record, $0.fault) })
        #expect(
            faults == [
                3: .consentMissing, 4: .consentFuture, 5: .consentOld, 6: .nik, 7: .birth,
                8: .phone, 9: .repeated,
            ])
    }

    @Test func `a day of registration is no consent, a day for the file is`() async throws {
        let office = try await Office(TestFolder())
        let text = """
            NIK;Nama;Tgl Lahir;No HP;Tanggal daftar
            3275014507900003;SITI AMINAH;05-07-1990;081234567890;12-03-2026
            """
        guard case .nothing(let faults, let dropped) = try await office.check(text) else {
            Issue.record("a day of registration was taken for a consent")
            return
        }
        #expect(faults == [.consentMissing: 1] && dropped == ["Tanggal daftar"])
        let consent = Day(iso: "2026-03-30")
        guard case .kept = try await office.check(text, consent: consent) else {
            Issue.record("the day for the whole file did not count")
            return
        }
        guard case .repeated = try await office.check(text, consent: consent) else {
            Issue.record("the same file was kept twice")
            return
        }
    }

    @Test func `missing columns, other agencies and too many rows are refused`() async throws {
        let office = try await Office(TestFolder())
        await expectProblem("driver-columns") {
            try await office.check("NIK;Nama;No HP\n3275014507900003;SITI;081234567890\n")
        }
        await expectProblem("not-permitted") {
            try await office.desk.checkDrivers(
                .pasted("x"), consent: nil, for: office.ratna, at: DriverDeskTests.noon)
        }
        let rows = (0...5000).map { "3275010101\(900_000 + $0 % 9999);A;01-01-1990;081234567890" }
        await expectProblem("driver-rows") {
            try await office.check(
                "NIK;Nama;Tgl Lahir;No HP\n\(rows.joined(separator: "\n"))\n",
                consent: Day(iso: "2026-03-30"))
        }
    }

    @Test func `another platform, the city and nobody else see a list`() async throws {
        let office = try await Office(TestFolder())
        guard
            case .kept(let id) = try await office.check(
                DriverDeskTests.head
                    + "3275014507900003;SITI AMINAH;05-07-1990;081234567890;12-03-2026;1\n")
        else {
            Issue.record("nothing was kept")
            return
        }
        let (desk, noon) = (office.desk, DriverDeskTests.noon)
        await expectProblem("driver-list-unknown") {
            try await desk.driverList(id, for: office.bagas, at: noon)
        }
        await expectProblem("driver-list-unknown") {
            try await desk.sendDrivers(id, for: office.bagas, at: noon)
        }
        await expectProblem("driver-list-unknown") {
            try await desk.deleteDrivers(id, for: office.bagas, at: noon)
        }
        await expectProblem("not-permitted") {
            try await desk.sendDrivers(id, for: office.ratna, at: noon)
        }
        #expect(try await desk.driverOffice(for: office.bagas, at: noon).lists.isEmpty)
        #expect(try await !desk.driverList(id, for: office.ratna, at: noon).isOwn)
        #expect(try await desk.partnersOffice(for: office.ratna, at: noon).lists.count == 1)
        // A platform sees its own side of the agreements, and cannot change it.
        let side = try await desk.partnersOffice(for: office.bagas, at: noon)
        #expect(side.agreements.map(\.terms.agency) == ["ojekita"] && side.lists.isEmpty)
        #expect(!side.mayManage)
        await expectProblem("not-permitted") {
            try await desk.setCall(
                ofAgreement: 1, until: nil, key: "k", for: office.mira, at: noon)
        }
    }

    @Test(arguments: TestEngine.all)
    func `the job keeps the promise to the day`(_ kind: TestEngine) async throws {
        let office = try await Office(TestFolder(), kind)
        guard
            case .kept(let id) = try await office.check(
                DriverDeskTests.head
                    + "3275014507900003;SITI AMINAH;05-07-1990;081234567890;12-03-2026;1\n")
        else {
            Issue.record("nothing was kept")
            return
        }
        let noon = DriverDeskTests.noon
        try await office.desk.sendDrivers(id, for: office.mira, at: noon)
        let list = try await office.desk.driverList(id, for: office.mira, at: noon).record.list
        #expect(list.deleteOn == Day(iso: "2026-04-30"))
        func overdue(_ days: Int) async -> Finding.State? {
            let now = noon + Int64(days) * 86_400_000
            return await StoreCheckup(office.store, at: now, backupAgeMax: 1).findings()
                .first { $0.check == "drivers" }?.state
        }
        #expect(await overdue(30) == .good)
        #expect(await overdue(31) == .bad)
        let job = DriverSweepJob(office.desk.region.partners)
        let clock = ManualClock(noon)
        // 2026-04-29, 23.59 and 2026-04-30, 00.01 in Jakarta.
        for (minutes, rows) in [(29 * 1440 + 719, 1), (29 * 1440 + 721, 0)] {
            clock.set(noon + Int64(minutes) * 60_000)
            try await run(job, office.store, clock)
            let left = try await office.desk.driverList(
                id, for: office.mira, at: clock.now()
            ).results
            #expect(left.count == rows)
        }
        let record = try await office.desk.driverList(id, for: office.mira, at: noon).record
        #expect(record.deletions.map(\.why) == [.promised])
        #expect(record.deletions.first?.actor == "sigap")
        #expect(await overdue(31) == .good)
        await expectProblem("driver-results-gone") {
            try await office.desk.driverResults(id, for: office.mira, at: noon)
        }
    }

    @Test func `a list that was not sent lives a day`() async throws {
        let office = try await Office(TestFolder())
        _ = try await office.check(
            DriverDeskTests.head
                + "3275014507900003;SITI AMINAH;05-07-1990;081234567890;12-03-2026;1\n")
        let clock = ManualClock(DriverDeskTests.noon)
        let job = DriverSweepJob(office.desk.region.partners)
        for (hours, state) in [(24, DriverList.State.draft), (25, .ended)] {
            clock.set(DriverDeskTests.noon + Int64(hours) * 3_600_000)
            try await run(job, office.store, clock)
            #expect(try await office.store.driverLists(in: .city, limit: 1).map(\.state) == [state])
        }
    }

    private func run(
        _ handler: some JobHandler, _ store: CityStore, _ clock: ManualClock
    ) async throws {
        let due = try #require(handler.occurrence(at: clock.now()))
        try await store.enqueue([due], at: clock.now())
        let claim = try #require(
            try await store.claimJob(of: [due.kind], for: "a", at: clock.now()))
        try await handler.run(JobDesk(store: store, claim: claim, clock: clock))
    }

    @Test func `result files tell row, masked NIK, outcome and reason, and nothing more`()
        async throws
    {
        let office = try await Office(TestFolder())
        guard
            case .kept(let id) = try await office.check(
                DriverDeskTests.head + """
                    3275014507900003;=HYPERLINK("x");05-07-1990;081234567890;12-03-2026;1
                    3275010101900001;BUDI;01-01-1990;081234567891;;2
                    """)
        else {
            Issue.record("nothing was kept")
            return
        }
        try await office.desk.sendDrivers(id, for: office.mira, at: DriverDeskTests.noon)
        let found = try await office.desk.driverResults(
            id, for: office.mira, at: DriverDeskTests.noon)
        let report = DriverReport(
            list: found.list, results: found.results, faults: found.faults,
            region: office.desk.region, language: .indonesian)
        #expect(
            String(decoding: try report.csv(), as: UTF8.self) == """
                Baris,NIK,Hasil,Alasan
                2,3275••••••••0003,Diperiksa,
                3,–,Tidak disimpan,Tanpa tanggal persetujuan

                """)
        let workbook = try report.workbook()
        #expect(workbook.starts(with: [0x50, 0x4B, 3, 4]))
        let sheets = try DeliveryReader(
            context: office.desk.region.intake(asOf: .jakarta(at: DriverDeskTests.noon))
        ).readSheets(
            try MemoryFile(workbook), name: "hasil.xlsx",
            agency: try #require(office.desk.region.agency("aplikator")), columns: nil)
        let rows = sheets.flatMap { sheet in
            (0..<sheet.records.count).map { Array(sheet.records.cells($0).prefix(3)) }
        }
        #expect(rows.contains(["2", "3275••••••••0003", "Diperiksa"]))
        #expect(rows.contains(["3", "–", "Tidak disimpan"]))
        #expect(rows.allSatisfy { row in row.allSatisfy { !$0.contains("HYPERLINK") } })
    }
}

/// Expects `body` to fail with the problem of this code.
private func expectProblem(
    _ code: String, _ location: SourceLocation = #_sourceLocation,
    _ body: () async throws -> some Any
) async {
    do {
        _ = try await body()
        Issue.record("expected \(code), but nothing failed", sourceLocation: location)
    } catch let problem as Problem {
        #expect(problem.code == code, sourceLocation: location)
    } catch {
        Issue.record("expected \(code), but got \(error)", sourceLocation: location)
    }
}
