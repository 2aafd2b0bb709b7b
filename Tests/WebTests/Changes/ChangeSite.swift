import Civic
import HTTPTypes
import Jamsostek
import Ledger
import Office
import Programme
import Store
import Testing

@testable import Web

/// A site with four members of a decree in two kelurahan, paid until this month and promised for six
/// more, one person who waits, an operator in each kelurahan and a manager.
struct ChangeSite {
    static let price = Rupiah(16_800)
    static let fund = "apbd-2026"
    static let villages = ["32.75.01.1001", "32.75.01.1002"]
    /// Five months ahead of this one are paid, with it.
    static let first = Day.jakarta(at: .now()).month + -4
    static let last = first + 10
    static let today = Day.jakarta(at: .now())

    let site: TestSite
    let store: TestCity

    init() async throws {
        store = try await TestCity()
        site = try TestSite(store)
        try await store.city.importRun(ChangeSite.run(), by: ChangeSite.act("run"))
        let accounts: [(String, String, [String])] = [
            ("ratna", "manager", []), ("yuni", "village-operator", [ChangeSite.villages[0]]),
            ("dani", "village-operator", [ChangeSite.villages[1]]), ("fajar", "finance", []),
        ]
        for (login, role, areas) in accounts {
            try await store.city.createAccount(
                NewAccount(
                    login: login, name: login, role: role, agency: nil,
                    areas: areas.compactMap { PlaceCode($0) }, password: "rahasia-sekali-1"),
                by: ChangeSite.act(nil))
        }
        try await store.city.openFund(
            Fund(
                id: ChangeSite.fund, source: .apbd, title: "APBD 2026", payer: "Kota",
                workerGroup: "W1", months: ChangeSite.first...ChangeSite.last),
            by: ChangeSite.act(nil))
        let (promised, paid) = (ChangeSite.price * (4 * 6), ChangeSite.price * (4 * 5))
        try await store.city.allot(
            promised + paid, to: ChangeSite.fund, note: "DPA", key: "1", by: ChangeSite.act(nil))
        try await store.city.post(
            [
                Transfer(
                    "c1",
                    .post(Movement(fund: ChangeSite.fund, .commitment, promised + paid))),
                Transfer("p1", .post(Movement(fund: ChangeSite.fund, .payment, paid))),
            ], by: ChangeSite.act(nil))
        try await fill()
    }

    static func act(_ key: String?) -> Act { Act(actor: "test", at: .now(), key: key) }

    /// The last one waits and is no member.
    static let people = (0..<5).map { serial -> ImportedPerson in
        var person = ImportedPerson(
            number: PersonNumber(prefix: "BKS", serial: serial), name: "NAMA\(serial) CONTOH",
            standing: serial == 3 ? .refused : .selected)
        person.nik = NIK(digits: 3_275_010_101_900_001 + UInt64(serial))
        person.place = PlaceCode(villages[serial == 2 ? 1 : 0])
        person.occupation = "online_ojek"
        person.lane = serial == 3 ? nil : .ready
        if serial == 3 {
            person.reasons = ["A13"]
            person.verdicts = [
                RuleVerdict(
                    rule: "alive", mark: .failed, datum: "dead", agency: "dukcapil",
                    day: Day(iso: "2026-03-12"))
            ]
        } else {
            (person.rank, person.fund) = (serial + 1, "apbd")
        }
        return person
    }

    static func number(_ place: Int) -> String { people[place].number.text }

    private static func run() -> ImportRun {
        ImportRun(
            settings: RunSettings(
                asOf: Sample.day, ruleVersion: "x", seed: 1, plan: "{}", summary: "{}"),
            deliveries: [], pairs: [],
            verification: VerificationTerms(
                policy: VerificationPolicy(
                    confirmationsNeeded: 0, makerCounts: true, agencies: [:], deadlineDays: 5,
                    escalationDays: 3, undoMinutes: 10, linkDays: 7, linkTries: 3,
                    oldReferenceDays: 365, source: Citation(id: "x", title: "x")),
                due: Sample.day)
        ) { add throws(Problem) in
            for person in people { try add(person) }
        }
    }

    private func fill() async throws {
        let (first, last) = (Self.first.number, Self.last.number)
        try await store.tamper(
            """
            INSERT INTO wave (id, title, quota, first_month, months, state, seed, digest,
            frozen_at, actor, at, version) VALUES (1, 'Gelombang 1', 4, \(first), 11, 'decreed',
            '1', 'x', 1, 'ratna', 1, 1)
            """)
        try await store.tamper(
            """
            INSERT INTO decree (id, code, kind, wave_id, title, body, state, number, signed_on,
            first_month, last_month, lines, digest, in_force_at, actor, at, version) VALUES (1,
            'KODE', 'determination', 1, 'SK', '{}', 'in-force', '460/655/2025', 20000, \(first),
            \(last), 4, 'x', 1, 'ratna', 1, 1)
            """)
        for month in 0..<5 {
            try await store.tamper(
                """
                INSERT INTO bill (id, month, fund, turn, people, amount, state, order_number,
                ordered_by, ledger_key, paid_by, paid_on, digest, actor, at, version)
                VALUES (\(month + 1), \(Int(first) + month), '\(Self.fund)', 1, 4, 67200,
                'paid', 'SPM', 'ratna', 'p1', 'sari', \(Self.today.number), 'x', 'ratna', 1, 1)
                """)
        }
        try await store.tamper("UPDATE verification_case SET standing = 'verified'")
        for (place, person) in Self.people.enumerated() {
            let number = person.number.text
            let village = person.place?.description ?? ""
            try await store.tamper(
                """
                INSERT INTO wave_place (wave_id, place, number, district, village, hazard, draw,
                standing, village_place) VALUES (1, \(place + 1), '\(number)', '32.75.01',
                '\(village)', 1, '0', '\(place < 4 ? "chosen" : "waiting")', 1)
                """)
            guard place < 4 else { continue }
            try await store.tamper(
                """
                INSERT INTO member (id, number, cohort, name, name_key, district, village, state,
                decree_id, line, first_month, last_month, participant, active_from, version)
                VALUES (\(place + 1), '\(number)', 'sigap', '\(person.name)', '\(person.name)',
                '32.75.01', '\(village)', 'active', 1, \(place + 1), \(first), \(last),
                '2600000000\(place)', \(Self.first.firstDay.number), 1)
                """)
            for month in 0..<11 {
                let isPaid = month < 5
                try await store.tamper(
                    """
                    INSERT INTO cover_month (number, month, fund, decree_id, line, state,
                    committed, amount, bill_id) VALUES ('\(number)', \(Int(first) + month),
                    '\(Self.fund)', 1, \(place + 1), '\(isPaid ? "paid" : "promised")', 16800,
                    \(isPaid ? "16800, \(month + 1)" : "NULL, NULL"))
                    """)
            }
        }
    }

    func browser(_ login: String) async throws -> RoundSite.Browser {
        let account = try #require(try await store.city.account(login: login))
        let started = try await store.city.startSession(
            for: account, until: .now() + 3_600_000, by: ChangeSite.act(nil))
        return RoundSite.Browser(
            site: site, cookie: "\(Visitor.sessionCookie)=\(started.token)",
            csrf: started.session.csrf)
    }

    /// The fields of a death today of the member at `place`, as the form sends them.
    static func death(_ place: Int) -> String {
        "peserta=\(number(place))&alasan=death&tanggal=\(today.iso)&bukti=death-letter&sumber=rw"
    }

    /// The end of a death today: the month after this one.
    static var ended: String { (today.month + 1).iso }

    func count(_ table: String) async throws -> Int {
        try await store.engine.read { reader throws(Problem) in
            try reader.integer("SELECT COUNT(*) FROM \(table)")
        }
    }
}
