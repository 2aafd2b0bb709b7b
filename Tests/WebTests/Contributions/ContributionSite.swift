import Civic
import HTTPTypes
import Jamsostek
import Office
import Programme
import Store
import Testing

@testable import Web

/// A site with two funds, and accounts of a manager, two finance officers and an auditor.
struct ContributionSite {
    /// Two months before today's, so that a month may be unpaid.
    static let first = Day.jakarta(at: .now()).month + -2
    static let months = first...(first + 3)

    let store: TestCity
    let site: TestSite

    init() async throws {
        store = try await TestCity()
        site = try TestSite(store)
        let act = Act(actor: "test", at: .now())
        for (id, source) in [("apbd", FundingSource.apbd), ("csr", .csr)] {
            try await store.city.openFund(
                Fund(
                    id: id, source: source, title: "Dana \(id)", payer: "Pemberi \(id)",
                    workerGroup: "W-\(id)", months: Self.first...(Self.first + 12)), by: act)
            try await store.city.allot(
                Rupiah(16_800 * 100), to: id, note: "DPA", key: "1", by: act)
        }
        for (login, role) in [
            ("ratna", "manager"), ("sari", "finance"), ("tono", "finance"),
            ("intan", "auditor"), ("yuni", "village-operator"),
        ] {
            try await store.city.createAccount(
                NewAccount(
                    login: login, name: login, role: role, areas: [],
                    password: "rahasia-sekali-1"), by: act)
        }
    }

    struct Browser {
        let site: TestSite
        let cookie: String
        let csrf: String

        func get(_ path: String) async throws -> TestSite.Answer {
            try await site.ask(path, ["Cookie": cookie])
        }

        func post(_ path: String, _ form: String) async throws -> TestSite.Answer {
            try await site.ask(
                path, ["Cookie": cookie], method: .post, form: "csrf=\(csrf)&\(form)")
        }

        /// A form with a file.
        func send(
            _ path: String, _ fields: [String: String], file: String, _ content: String
        ) async throws -> TestSite.Answer {
            var body = ""
            for (name, value) in fields.merging(["csrf": csrf], uniquingKeysWith: { $1 }) {
                body +=
                    "--x\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
            }
            body +=
                "--x\r\nContent-Disposition: form-data; name=\"\(file)\"; filename=\"a.csv\"\r\n"
            body += "Content-Type: text/csv\r\n\r\n\(content)\r\n--x--\r\n"
            return try await site.ask(
                path, ["Cookie": cookie, "Content-Type": "multipart/form-data; boundary=x"],
                method: .post, form: body)
        }
    }

    func browser(_ login: String) async throws -> Browser {
        let account = try #require(try await store.city.account(login: login))
        let started = try await store.city.startSession(
            for: account, until: .now() + 3_600_000, by: Act(actor: "test", at: .now()))
        return Browser(
            site: site, cookie: "\(Visitor.sessionCookie)=\(started.token)",
            csrf: started.session.csrf)
    }

    static func nik(_ serial: Int) -> String { "\(3_275_011_708_850_001 + serial)" }

    /// Takes RT heads in, by the list that the city would upload.
    @discardableResult
    func takeIn(_ serials: [Int], _ browser: Browser) async throws -> TestSite.Answer {
        let rows = serials.map {
            "\(Self.nik($0)),KETUA \($0) SANTOSO,1985-08-17,Bekasijaya,Ketua RT"
        }
        return try await browser.send(
            "/kerja/iuran/kelompok",
            [
                "kunci": "k\(serials.count)", "kelompok": "rtrw", "dana": "apbd",
                "dari": Self.months.lowerBound.iso, "sampai": Self.months.upperBound.iso,
            ], file: "berkas",
            "NIK,Nama,Tanggal Lahir,Kelurahan,Pekerjaan\n" + rows.joined(separator: "\n"))
    }

    static func number(_ place: Int) -> String { PersonNumber(prefix: "RTW", serial: place).text }
}
