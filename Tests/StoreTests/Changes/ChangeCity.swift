import Civic
import Jamsostek
import Ledger
import Programme
import Testing

@testable import Store

/// A city with members of one decree, whose months one fund pays, and people who wait.
struct ChangeCity {
    static let january = Month(year: 2026, month: 1)
    static let price = Rupiah(16_800)
    static let fund = "apbd-2026"
    static let source = Citation(id: "s", title: "s")
    static let death = ChangeKind(
        id: "death", name: Phrase("death", en: "death"), reason: "A13", stops: .unpaidMonth,
        paidMonths: .refund, claim: .death,
        isForArea: true, evidence: ["death-certificate"], signs: ["A13"], isBeforeActive: false,
        source: source)
    static let moved = ChangeKind(
        id: "moved", name: Phrase("moved", en: "moved"), reason: "A1", stops: .nextMonth,
        paidMonths: .keep, claim: nil,
        isForArea: true, evidence: ["moving-letter"], signs: ["A1"], isBeforeActive: false,
        source: source)
    static let refused = ChangeKind(
        id: "refused", name: Phrase("refused", en: "refused"), reason: "A14", stops: .nextMonth,
        paidMonths: .keep, claim: nil,
        isForArea: true, evidence: ["worker-statement"], signs: ["A14"], isBeforeActive: true,
        source: source)
    static let withdrawn = ChangeKind(
        id: "withdrawn", name: Phrase("withdrawn", en: "withdrawn"), reason: "A14",
        stops: .nextMonth, paidMonths: .keep, claim: nil, isForArea: true,
        evidence: ["worker-statement"], signs: [], isBeforeActive: false, source: source)
    static let policy = ChangePolicy(
        kinds: [death, moved, refused, withdrawn],
        sources: [ChangeWord(id: "rw", name: Phrase("RW", en: "RW"))], evidence: [],
        firstContactDays: 3,
        firstContactSource: source)
    static let signs = LikelySigns(
        policy: policy, rules: ["A13": ["alive"], "A1": ["resident"]])
    static let verification = VerificationPolicy(
        confirmationsNeeded: 0, makerCounts: true, agencies: [:], deadlineDays: 5,
        escalationDays: 3, undoMinutes: 10, linkDays: 7, linkTries: 3, oldReferenceDays: 365,
        source: source)
    /// 15 April 2026, noon in Jakarta.
    static let now = Instant(milliseconds: 1_776_229_200_000)

    let store: TestStore
    /// Numbers of the members, in order of their names.
    let members: [String]
    /// Those who wait, in the frozen order.
    let waiting: [String]
    let village = SampleCity.villages[0]

    var city: CityStore { store.city }

    /// `members` people with `months` promised months each, and people of the lists who wait: every
    /// second in the village of the members.
    init(_ kind: TestEngine, members count: Int = 6, months: Int = 12) async throws {
        store = try await TestStore(kind)
        let waitingCount = 6
        let people = (0..<(count + waitingCount)).map { serial in
            var person = ImportedPerson(
                number: PersonNumber(prefix: "BKS", serial: serial), name: "ORANG \(serial)",
                standing: .waiting)
            person.place =
                serial < count || serial % 2 == 0 ? SampleCity.villages[0] : SampleCity.villages[4]
            (person.rank, person.waitingPlace) = (serial + 1, serial + 1)
            person.lane = .ready
            person.nik = NIK(digits: 3_275_010_101_900_001 + UInt64(serial))
            return person
        }
        try await store.city.importRun(
            SampleCity(people).run(verifiedBy: Self.verification), by: .test())
        members = people.prefix(count).map(\.number.text)
        waiting = people.dropFirst(count).map(\.number.text)
        try await store.city.openFund(
            Fund(
                id: Self.fund, source: .apbd, title: "APBD", payer: "Kota", workerGroup: "W",
                months: Self.january...(Self.january + 23)), by: .test())
        try await store.city.allot(
            Self.price * (count * months), to: Self.fund, note: "DPA", key: "1", by: .test())
        try await fill(people, count, months)
    }

    private func fill(
        _ people: [ImportedPerson], _ count: Int, _ months: Int
    ) async throws {
        let (members, journal) = (members, city.journal)
        try await store.engine.write { writer throws(Problem) in
            try writer.execute(
                """
                INSERT INTO wave (id, title, quota, first_month, months, state, seed, digest,
                frozen_at, actor, at, version) VALUES (1, 'Gelombang 1', $1, $2, $3, 'decreed',
                '7', 'x', 1, 'ratna', 1, 1)
                """, [SQLValue(count), SQLValue(Self.january), SQLValue(months)])
            for (place, person) in people.enumerated() {
                try writer.execute(
                    """
                    INSERT INTO wave_place (wave_id, place, number, district, village, hazard,
                    draw, standing, village_place) VALUES (1, $1, $2, $3, $4, 1, '0', $5, $1)
                    """,
                    [
                        SQLValue(place + 1), .text(person.number.text),
                        SQLValue(person.place?.district.description),
                        SQLValue(person.place?.description),
                        .text(place < count ? "chosen" : "waiting"),
                    ])
            }
            try writer.execute("UPDATE verification_case SET standing = 'verified'", [])
            try writer.execute(
                """
                INSERT INTO decree (id, code, kind, wave_id, title, body, state, number,
                signed_on, first_month, last_month, lines, digest, in_force_at, actor, at,
                version) VALUES (1, 'KODE', 'determination', 1, 'SK', '{}', 'in-force',
                '460/1', 20000, $1, $2, $3, 'x', 1, 'ratna', 1, 1)
                """,
                [SQLValue(Self.january), SQLValue(Self.january + (months - 1)), SQLValue(count)])
            for (line, number) in members.enumerated() {
                try Self.insert(number, line + 1, months, writer)
            }
            let promises = members.enumerated().flatMap { line, number in
                (0..<months).map { month in
                    CoverBook.Promise(
                        number: number, month: Self.january + month, fund: Self.fund,
                        decree: DecreeLineName(decree: 1, line: line + 1), price: Self.price)
                }
            }
            try CoverBook(act: .test(), journal: journal, writer: writer)
                .promise(promises, by: "decree 1")
        }
    }

    private static func insert(
        _ number: String, _ line: Int, _ months: Int, _ writer: any SQLWriter
    ) throws(Problem) {
        let village = SampleCity.villages[0]
        try writer.execute(
            """
            INSERT INTO member (id, number, cohort, name, name_key, birth, district, village,
            state, decree_id, line, first_month, last_month, active_from, version)
            VALUES ($1, $2, 'sigap', $3, $3, 0, $4, $5, 'active', 1, $1, $6, $7, $8, 1)
            """,
            [
                SQLValue(line), .text(number), .text("ORANG \(line - 1)"),
                .text(village.district.description), .text(village.description),
                SQLValue(january), SQLValue(january + (months - 1)),
                SQLValue(january.firstDay),
            ])
        try MemberEvents.append(
            "accept",
            [MemberEvents.Line(number: number, state: .active, document: "file 1")], by: .test(),
            writer)
    }

    // MARK: What happens

    func act(_ key: String? = nil) -> Act { Act(actor: "ratna", at: Self.now, key: key) }

    func new(
        _ number: String, _ kind: ChangeKind, _ day: Day, isReplaced: Bool = false
    ) -> NewChange {
        NewChange(
            number: number, kind: kind, day: day, evidence: kind.evidence[0], source: "rw",
            isReplaced: isReplaced, due: Day.jakarta(at: Self.now) + 3)
    }

    @discardableResult
    func note(
        _ number: String, _ kind: ChangeKind, _ day: Day, isReplaced: Bool = false,
        key: String? = nil
    ) async throws -> NotedChange {
        try await city.noteChange(
            new(number, kind, day, isReplaced: isReplaced), in: .city, by: act(key))
    }

    /// Bills a month of all members of whom it is promised and who stand; the money is held.
    func bill(_ month: Month, _ id: Int) async throws {
        let journal = city.journal
        let act = act()
        try await store.engine.write { writer throws(Problem) in
            let isDue = """
                month = $1 AND state = 'promised' AND number IN (SELECT m.number FROM member m
                WHERE m.state <> 'refused')
                """
            let sum = try writer.integer(
                "SELECT COALESCE(SUM(committed), 0) FROM cover_month WHERE \(isDue)",
                [SQLValue(month)])
            guard sum > 0 else { return }
            try writer.execute(
                """
                INSERT INTO bill (id, month, fund, turn, people, amount, state, digest, actor, at,
                version) VALUES ($1, $2, $3, $1, 1, $4, 'draft', 'x', 'ratna', 1, 1)
                """, [SQLValue(id), SQLValue(month), .text(Self.fund), SQLValue(sum)])
            try writer.execute(
                """
                UPDATE cover_month SET state = 'billed', bill_id = $2, amount = committed
                WHERE \(isDue)
                """, [SQLValue(month), SQLValue(id)])
            _ = try LedgerPosting(
                transfers: [
                    Transfer(
                        "bill \(id)",
                        .hold(
                            Movement(
                                fund: Self.fund, .payment, Rupiah(Int64(sum)),
                                for: Purpose(period: month))))
                ], act: act, journal: journal, writer: writer
            ).run()
        }
    }

    /// Pays a bill; false when it is paid, or there is none.
    @discardableResult
    func pay(_ id: Int) async throws -> Bool {
        let journal = city.journal
        let act = act()
        return try await store.engine.write { writer throws(Problem) in
            let count = try writer.execute(
                "UPDATE cover_month SET state = 'paid' WHERE bill_id = $1 AND state = 'billed'",
                [SQLValue(id)])
            guard count > 0 else { return false }
            try writer.execute(
                """
                UPDATE bill SET state = 'paid', order_number = 'SPM', ordered_by = 'ratna',
                ledger_key = $2, paid_by = 'sari', paid_on = 20500 WHERE id = $1
                """, [SQLValue(id), .text("bill \(id)")])
            _ = try LedgerPosting(
                transfers: [Transfer("pay \(id)", .settle(of: "bill \(id)"))], act: act,
                journal: journal, writer: writer
            ).run()
            return true
        }
    }

    // MARK: What must hold

    /// What the fund holds for decrees is what months that are promised or billed were promised at.
    func checkMoney(_ location: SourceLocation = #_sourceLocation) async throws {
        let committed = try await store.engine.read { reader throws(Problem) in
            try reader.integer(
                """
                SELECT COALESCE(SUM(committed), 0) FROM cover_month
                WHERE state IN ('promised', 'billed')
                """)
        }
        let accounts = try await city.ledgerAccounts(of: Self.fund)
        let held = try #require(accounts.first { $0.name.kind == .commitments }?.balance)
        let free = held.free(.commitments).amount
        #expect(
            Int(free + held.debitsPending.amount) == committed, sourceLocation: location)
        #expect(try await city.checkLedger().fault == nil, sourceLocation: location)
    }

    /// What the insurer holds is what months that are paid, and not given back, were paid with.
    func checkInsurer(_ location: SourceLocation = #_sourceLocation) async throws {
        let paid = try await store.engine.read { reader throws(Problem) in
            try reader.integer(
                "SELECT COALESCE(SUM(amount), 0) FROM cover_month WHERE state = 'paid'")
        }
        let accounts = try await city.ledgerAccounts(of: Self.fund)
        func free(_ kind: AccountKind) throws -> Rupiah {
            try #require(accounts.first { $0.name.kind == kind }).free
        }
        #expect(try free(.insurer) == Rupiah(Int64(paid)), sourceLocation: location)
        #expect(try free(.refunds) == .zero, sourceLocation: location)
    }

    func states(_ number: String) async throws -> String {
        let record = try #require(try await city.member(number, in: .city))
        return record.months.map { Self.letter($0.state) }.joined()
    }

    /// `-` promised, `b` on a bill, `$` paid, `v` let go of, `r` refunded.
    private static func letter(_ state: CoverState) -> String {
        switch state {
        case .promised: "-"
        case .billed: "b"
        case .paid: "$"
        case .void: "v"
        case .refunded: "r"
        }
    }

    /// Lets an amendment in this state name changes.
    func amend(_ changes: [Int], _ state: String) async throws {
        try await store.engine.write { writer throws(Problem) in
            let id = try writer.integer("SELECT MAX(id) FROM decree") + 1
            try writer.execute(
                """
                INSERT INTO decree (id, code, kind, amends, title, body, state, number, signed_on,
                first_month, last_month, lines, digest, in_force_at, actor, at, version)
                VALUES ($1, $2, 'amendment', 1, 'Adendum', '{}', $3, $2, 20000, $4, $4, 1, 'x', 1,
                'ratna', 1, 1)
                """,
                [
                    SQLValue(id), .text("KODE\(id)"), .text(state), SQLValue(Self.january),
                ])
            for change in changes {
                try writer.execute(
                    "UPDATE member_change SET amendment = $2 WHERE id = $1",
                    [SQLValue(change), SQLValue(id)])
            }
        }
    }

    func member(_ number: String) async throws -> Member {
        try #require(try await city.member(number, in: .city)).member
    }

    static func day(_ month: Int, _ day: Int) -> Day {
        (january + (month - 1)).firstDay + (day - 1)
    }
}
