import Civic
import Ledger
import Store
import Testing

/// A city with one fund and a few transfers:
///
/// | set | transfers |
/// |---|---|
/// | 1 | 1 `given` 1,000,000; 2 `aside` 600,000 |
/// | 2 | 3 `bill-1`, 4 `bill-2`, 5 `bill-3`: holds of 16,800 |
/// | 3 | 6 `paid-1` settles `bill-1`; 7 `gone-2` voids `bill-2` |
struct SampleFund {
    static let fund = "apbd-2026"
    static let purpose = Purpose(
        period: Month(year: 2026, month: 3), decree: "655", person: "BKS-7K4M-92")

    let store: TestStore
    var city: CityStore { store.city }

    init(_ kind: TestEngine) async throws {
        store = try await TestStore(kind)
        try await city.openFund(SampleFund.fund, by: .test())
        for set in SampleFund.sets { try await city.post(set, by: .test()) }
    }

    static let sets = [
        [
            Transfer("given", .post(move(.allotment, 1_000_000))),
            Transfer("aside", .post(move(.commitment, 600_000))),
        ],
        [
            Transfer("bill-1", .hold(move(.payment, 16_800, for: purpose))),
            Transfer("bill-2", .hold(move(.payment, 16_800))),
            Transfer("bill-3", .hold(move(.payment, 16_800))),
        ],
        [
            Transfer("paid-1", .settle(of: "bill-1"), note: "SP2D 0001"),
            Transfer("gone-2", .void(of: "bill-2")),
        ],
    ]

    static func move(
        _ flow: Flow, _ amount: Int64, for purpose: Purpose = Purpose(), fund: String = fund
    ) -> Movement {
        Movement(fund: fund, flow, Rupiah(amount), for: purpose)
    }

    func free(_ kind: AccountKind) async throws -> Int64 {
        let accounts = try await city.ledgerAccounts(of: SampleFund.fund)
        return try #require(accounts.first { $0.name.kind == kind }).free.amount
    }
}
