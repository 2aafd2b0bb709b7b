import Civic
import Foundation
import Jamsostek
import Store

@testable import Office

/// A city with a few people known from agencies' lists, and an operator of one kelurahan.
final class ProposalCity: Sendable {
    let folder: TestFolder
    let data: DataFolder
    let region: Region
    let law: Law
    let store: CityStore
    let desk: Desk

    static let village = PlaceCode("32.75.01.1001")

    init(_ kind: TestEngine = .sqlite) async throws {
        folder = try TestFolder()
        data = try DataFolder.find(RepositoryData.path)
        region = try data.region("bekasi")
        law = try data.law()
        store = try await CityStore.create(
            on: try kind.make(folder), key: try KeyFile.create(at: folder.path("kota.key")),
            region: "bekasi", by: Act(actor: "test", at: .now()))
        desk = Desk(store: store, region: region, law: law, access: try data.access())
    }

    /// Somebody signed in.
    func viewer(
        _ login: String = "yuni", role: String = "village-operator",
        areas: [String] = ["32.75.01.1001"]
    ) async throws -> Viewer {
        if try await store.account(login: login) == nil {
            try await store.createAccount(
                NewAccount(
                    login: login, name: login, role: role, agency: nil,
                    areas: areas.compactMap { PlaceCode($0) }, password: "kata-sandi-\(login)"),
                by: Act(actor: "test", at: .now()))
        }
        let account = try await store.account(login: login)
        guard let account, let viewer = Viewer(account, try data.access()) else {
            throw Problem.proposalMoved()
        }
        return viewer
    }

    /// Processes lists as `sigap import` does, with those that were sent.
    func importLists(_ files: [String: String]) async throws {
        let path = folder.path("daftar")
        try? FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
        }
        let day = Day.jakarta(at: .now())
        var request = ProcessRequest(folder: path, asOf: day)
        request.lists = try await SentLists.deliveries(of: store, region, asOf: day)
        let run = try await Processor(region: region, law: law).run(request) { _, _ in }
        let results = RunImport(run, law, on: day)
        try await store.importRun(
            try results.importRun(),
            by: Act(actor: "test", at: .now(), key: results.requestKey))
    }

    /// What the agencies know: four people of the kelurahan, one of them insured, and one elsewhere.
    func importUsual() async throws {
        try await importLists([
            "dukcapil.csv": """
            NIK,Nama Lengkap,Tgl Lahir,JK,Kelurahan,Kecamatan,Status Kependudukan
            3275014507900003,SITI AMINAH,05-07-1990,P,Bekasi Jaya,Bekasi Timur,AKTIF
            3275011708850004,BUDI SANTOSO,17-08-1985,L,Bekasi Jaya,Bekasi Timur,AKTIF
            3275010203800005,WAHYU HIDAYAT,02-03-1980,L,Bekasi Jaya,Bekasi Timur,AKTIF
            3275016011920006,DEWI LESTARI,20-11-1992,P,Bekasi Jaya,Bekasi Timur,MENINGGAL
            3275052305880007,RIZKY PRATAMA,23-05-1988,L,Bojong Menteng,Rawalumbu,AKTIF
            """,
            "bpjs.csv": """
            NIK,Nama,Tgl Lahir,KPJ,Status Kepesertaan
            3275010203800005,WAHYU HIDAYAT,02-03-1980,12345678901,AKTIF
            """,
        ])
    }
}
