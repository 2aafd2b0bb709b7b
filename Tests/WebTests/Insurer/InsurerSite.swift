import Civic
import HTTPTypes
import Jamsostek
import Office
import Programme
import Testing

@testable import Store
@testable import Web

/// A site with people whom a decree has determined, the insurer's liaison and the manager.
struct InsurerSite {
    static let january = Month(year: 2026, month: 1)
    static let fund = "apbd-2026"

    let site: TestSite
    let reza: Browser
    let ratna: Browser
    let yuni: Browser

    /// Somebody signed in.
    struct Browser {
        let site: TestSite
        let cookie: String
        let csrf: String

        func get(_ path: String) async throws -> TestSite.Answer {
            try await site.ask(path, ["Cookie": cookie])
        }

        func post(
            _ path: String, _ form: String = "", token: String? = nil
        ) async throws -> TestSite.Answer {
            try await site.ask(
                path, ["Cookie": cookie], method: .post, form: "csrf=\(token ?? csrf)&\(form)")
        }

        /// Sends a file of the insurer as a browser does.
        func upload(
            _ text: String, _ kind: String = "hasil", month: String = "2026-01"
        ) async throws -> TestSite.Answer {
            var body = ""
            for (field, value) in [
                ("csrf", csrf), ("jenis", kind), ("bulan", month), ("dana", ""),
            ] {
                body += "--batas\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n"
                body += "\(value)\r\n"
            }
            body += "--batas\r\nContent-Disposition: form-data; name=\"berkas\"; "
            body += "filename=\"\(text.isEmpty ? "" : "cabang.csv")\"\r\n"
            body += "Content-Type: text/csv\r\n\r\n\(text)\r\n--batas--\r\n"
            return try await site.ask(
                "/kerja/bpjs/masuk",
                ["Cookie": cookie, "Content-Type": "multipart/form-data; boundary=batas"],
                method: .post, form: body)
        }
    }

    init(people count: Int = 6) async throws {
        let site = try TestSite(try await TestCity())
        self.site = site
        let city = site.store.city
        try await city.openFund(
            Fund(
                id: Self.fund, source: .apbd, title: "APBD 2026", payer: "Kota",
                workerGroup: "NPW 01", months: Self.january...(Self.january + 11)),
            by: Self.act())
        try await city.allot(
            Rupiah(16_800) * count, to: Self.fund, note: "DPA", key: "1", by: Self.act())
        let (sealer, journal) = (city.sealer, city.journal)
        try await city.engine.write { writer throws(Problem) in
            try Self.determine(count, sealer, writer)
            let promises = (0..<count).map { index in
                CoverBook.Promise(
                    number: Self.number(index), month: Self.january, fund: Self.fund,
                    decree: DecreeLineName(decree: 1, line: index + 1), price: Rupiah(16_800))
            }
            try CoverBook(act: Self.act(), journal: journal, writer: writer)
                .promise(promises, by: "decree 1")
        }
        reza = try await Self.signIn("reza", "insurer-liaison", site)
        ratna = try await Self.signIn("ratna", "manager", site)
        yuni = try await Self.signIn("yuni", "village-operator", site)
    }

    static func act() -> Act { Act(actor: "test", at: .now()) }
    static func number(_ index: Int) -> String {
        PersonNumber(prefix: "BKS", serial: index).text
    }
    static func nik(_ index: Int) -> String { "327501010190000\(index + 1)" }

    private static func signIn(
        _ login: String, _ role: String, _ site: TestSite
    ) async throws -> Browser {
        let city = site.store.city
        let account = try await city.createAccount(
            NewAccount(
                login: login, name: login, role: role,
                areas: role == "village-operator"
                    ? [PlaceCode("32.75.01.1001")].compactMap(\.self) : [],
                password: "rahasia-sekali-1"), by: act())
        let started = try await city.startSession(
            for: account, until: .now() + 3_600_000, by: act())
        return Browser(
            site: site, cookie: "\(Visitor.sessionCookie)=\(started.token)",
            csrf: started.session.csrf)
    }

    /// What the feature of decrees does when a decree comes into force.
    private static func determine(
        _ count: Int, _ sealer: Sealer, _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO decree (id, code, kind, title, body, state, number, signed_on, first_month,
            last_month, lines, digest, in_force_at, actor, at, version) VALUES
            (1, 'c', 'determination', 't', 'b', 'in-force', '655', 20000, $1, $1, $2, 'd', 1, 'a',
            1, 1)
            """, [SQLValue(january), SQLValue(count)])
        for index in 0..<count {
            guard let nik = NIK(nik(index)) else { throw Problem.storeFailed("test NIK") }
            let digits = Sealer.bytes(nik.digits)
            try writer.insert(
                into: "member",
                [
                    "id", "number", "cohort", "name", "name_key", "birth", "nik_sealed",
                    "nik_index", "village", "state", "decree_id", "line", "first_month",
                    "last_month", "version",
                ],
                [
                    SQLValue(index + 1), .text(number(index)), .text(Member.programmeCohort),
                    .text("NAMA\(index) CONTOH"),
                    .text(NameSpelling.canonical("NAMA\(index) CONTOH")),
                    SQLValue(Day(number: 7_305)),
                    .bytes(try sealer.seal(digits, .memberNIK, row: index + 1)),
                    .bytes(sealer.index(of: nik)), .text("32.75.01.1001"), .text("determined"), 1,
                    SQLValue(index + 1), SQLValue(january), SQLValue(january), 1,
                ])
        }
    }

    /// Makes the file of everybody, and returns its address.
    func makeFile() async throws -> String {
        let answer = try await reza.post("/kerja/bpjs/keluar", "dana=\(Self.fund)&kunci=k1")
        #expect(answer.status == 303)
        return answer.place
    }

    /// An answer about the people of these rows: KPJ, or a code of a refusal.
    static func answer(_ rows: [(index: Int, participant: String, code: String)]) -> String {
        rows.reduce("Kode Penolakan;No KPJ;TMT;Nama Peserta;NIK;Status\n") { text, row in
            let isRefused = row.participant.isEmpty
            return text
                + "\(row.code);\(row.participant);\(isRefused ? "" : "01/01/2026");"
                + "NAMA\(row.index) CONTOH;\(nik(row.index));"
                + "\(isRefused ? "DITOLAK" : "DITERIMA")\n"
        }
    }
}
