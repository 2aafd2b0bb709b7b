import Civic
import Jamsostek
import Ledger
import Programme
import Testing

@testable import Store

/// A city with funds and members whose months of 2026 are promised, as decrees in force would have
/// left it.
struct InsuredCity {
    static let january = Month(year: 2026, month: 1)
    static let price = Rupiah(16_800)
    static let policy = BillPolicy(
        billed: [.enrolled, .active], source: Citation(id: "t", title: "T"))
    static let guarding = GuardPolicy(
        processingDays: 7, horizon: 12, warningMonths: 2, owners: [:],
        source: Citation(id: "t", title: "T"))
    static let volunteers = Cohort(
        id: "kader", title: Phrase("Kader", en: "Volunteers"), numberPrefix: "KDR", segment: .bpu,
        fund: .apbd, declaredIncome: Rupiah(1_600_000), savesForOldAge: false, expected: 100,
        source: Citation(id: "t", title: "T"))

    let store: TestStore
    var city: CityStore { store.city }

    init(_ kind: TestEngine, funds: [Fund] = [InsuredCity.apbd()]) async throws {
        store = try await TestStore(kind)
        for fund in funds { try await store.city.openFund(fund, by: .test()) }
    }

    static func apbd(_ id: String = "apbd-2026") -> Fund {
        Fund(
            id: id, source: .apbd, title: id, payer: "Kota", workerGroup: "W1",
            months: january...(january + 11))
    }

    static func csr(_ id: String = "csr-2026", terms: FundTerms = FundTerms()) -> Fund {
        Fund(
            id: id, source: .csr, title: id, payer: "PT Contoh", workerGroup: "W2",
            months: january...(january + 11), terms: terms)
    }

    static func number(_ serial: Int) -> String { PersonNumber(prefix: "BKS", serial: serial).text }

    static func nik(_ serial: Int) -> NIK {
        let digits = 3_275_011_708_850_001 + UInt64(serial)
        guard let nik = NIK(digits: digits) else { preconditionFailure("\(digits) is no NIK") }
        return nik
    }

    func allot(_ amount: Rupiah, to fund: String, _ key: String = "1") async throws {
        try await city.allot(amount, to: fund, note: "DPA", key: key, by: .test())
    }

    /// Adds people who are active since January, with months promised by a decree of their own.
    func promise(
        _ serials: Range<Int>, _ months: Int, from fund: String = "apbd-2026",
        state: MemberState = .active, occupation: String? = "street_vendor", price: Rupiah = price
    ) async throws {
        let sealer = city.sealer
        let (journal, first) = (city.journal, InsuredCity.january)
        try await store.engine.write { writer throws(Problem) in
            var values: [SQLValue] = []
            var promises: [CoverBook.Promise] = []
            for serial in serials {
                let number = InsuredCity.number(serial)
                let box = try sealer.seal(
                    Sealer.bytes(InsuredCity.nik(serial).digits), .memberNIK, row: serial + 1)
                values += [SQLValue(serial + 1), .text(number), "kota", .text("ORANG \(serial)")]
                values += [.text("orang \(serial)"), .bytes(box)]
                values += [.bytes(sealer.index(of: InsuredCity.nik(serial)))]
                values += ["32.75.01", "32.75.01.1001", SQLValue(occupation)]
                values += [.text(state.rawValue), SQLValue(first), SQLValue(first + (months - 1))]
                values += [state == .active ? SQLValue(first.firstDay) : .null, 1]
                for month in 0..<months {
                    promises.append(
                        CoverBook.Promise(
                            number: number, month: first + month, fund: fund, decree: nil,
                            price: price))
                }
            }
            try writer.insert(
                into: "member",
                [
                    "id", "number", "cohort", "name", "name_key", "nik_sealed", "nik_index",
                    "district", "village", "occupation", "state", "first_month", "last_month",
                    "active_from", "version",
                ], values)
            try CoverBook(act: .test(), journal: journal, writer: writer).promise(
                promises, by: "decree \(serials.lowerBound + 1)")
        }
    }

    static func pricing(_ month: Month) throws -> ContributionPricing {
        try ContributionPricing(
            nationalLaw, in: month, declaredIncome: Rupiah(1_000_000), cohorts: [volunteers],
            transport: ["online_ojek"])
    }

    static func pricing(_ months: ClosedRange<Month>) throws -> [Month: ContributionPricing] {
        var found: [Month: ContributionPricing] = [:]
        var month = months.lowerBound
        while month <= months.upperBound {
            found[month] = try pricing(month)
            month = month + 1
        }
        return found
    }

    @discardableResult
    func bill(_ month: Month = january, key: String? = nil) async throws -> BillRunOutcome {
        try await city.billMonth(
            try InsuredCity.pricing(month), InsuredCity.policy, by: .test(key))
    }

    func bill(number id: Int) async throws -> Bill { try #require(try await city.bill(id)) }

    /// Compares a bill with a sum that is the same, and makes out the order.
    @discardableResult
    func order(_ id: Int) async throws -> Bill {
        let bill = try await bill(number: id)
        let compared = try await city.compareBill(
            id, people: bill.people, amount: bill.amount, code: "KB-\(id)", by: .test())
        return try await city.orderBill(
            id, version: compared.version, number: "SPM-\(id)", by: .test())
    }

    static let sari = Act(actor: "sari", at: TestStore.noon)

    @discardableResult
    func pay(_ id: Int, on day: String = "2026-03-18", by act: Act = sari) async throws -> Bill {
        let bill = try await bill(number: id)
        return try await city.payBill(
            id, version: bill.version,
            BillPayment(
                disbursement: "01234/SP2D/2026", day: try #require(Day(iso: day)),
                proofName: "bukti.pdf", proofDigest: "00ff"), by: act)
    }

    func fund(_ id: String = "apbd-2026") async throws -> FundBalance {
        try #require(try await city.funds().first { $0.fund.id == id })
    }

    /// What is set aside for a fund's months by the months themselves: promised and billed.
    func setAside(_ fund: String) async throws -> Rupiah {
        try await store.engine.read { reader throws(Problem) in
            Rupiah(
                Int64(
                    try reader.integer(
                        """
                        SELECT COALESCE(SUM(committed), 0) FROM cover_month
                        WHERE fund = $1 AND state IN ('promised', 'billed')
                        """, [.text(fund)])))
        }
    }

    /// What the ledger says is set aside: free commitments and what is held for orders.
    func committed(_ fund: String) async throws -> Rupiah {
        let account = try #require(
            try await city.ledgerAccounts(of: fund).first { $0.name.kind == .commitments })
        return account.free + account.balance.debitsPending
    }
}
