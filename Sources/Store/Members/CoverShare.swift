import Civic
import Ledger

/// Money of one fund for one month of cover.
struct CoverShare: Hashable {
    let fund: String
    let month: Month

    /// What moves `amounts` through the ledger, in order of fund and month; nothing for what is
    /// zero. `document` names what they rest on, and is used once.
    static func transfers(
        _ flow: Flow, _ amounts: [CoverShare: Rupiah], by document: String
    ) -> [Transfer] {
        amounts.filter { $0.value > .zero }
            .sorted { ($0.key.fund, $0.key.month) < ($1.key.fund, $1.key.month) }
            .map { share, amount in
                Transfer(
                    "\(flow.rawValue) \(document) \(share.fund) \(share.month.iso)",
                    .post(
                        Movement(
                            fund: share.fund, flow, amount,
                            for: Purpose(period: share.month, decree: document))))
            }
    }
}
