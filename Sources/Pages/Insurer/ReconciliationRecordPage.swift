import Civic

/// `/kerja/rekonsiliasi/{bulan}/berita-acara`: the record of a closed month on paper, with both
/// totals, both digests and two signatures.
package struct ReconciliationRecordPage: Page {
    package static let template = "reconciliation-record"
    package static let room = Room.work
    package var section: NavigationItem? { .reconciliation }

    package let totals: ReconciliationPage.Totals
    /// Everybody who is on one side only or was refused, by pile.
    package let piles: [(group: ReconciliationPage.Group, rows: [ReconciliationPage.Row])]

    package init(
        totals: ReconciliationPage.Totals,
        piles: [(group: ReconciliationPage.Group, rows: [ReconciliationPage.Row])]
    ) {
        self.totals = totals
        self.piles = piles
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("month-record-title", ["bulan": say.month(totals.month)])),
            "backHref": .text(Address.reconciliation(totals.month)),
            "code": .text(totals.closing?.code ?? ""),
            "closedAt": .text(totals.closing.map { say.moment($0.at) } ?? ""),
            "sentence": .text(totals.sentence(say)),
            "ourPeople": .text(say.number(totals.ourPeople)),
            "theirPeople": .text(say.number(totals.theirPeople)),
            "ourAmount": .text(say.money(totals.ourAmount)),
            "theirAmount": .text(say.money(totals.theirAmount)),
            "ourDigest": .text(totals.ourDigest), "theirDigest": .text(totals.theirDigest),
            "matched": .text(say.number(totals.matched)),
            "refused": .text(say.number(totals.refused)),
            "theirsOnly": .text(say.number(totals.theirsOnly)),
            "oursOnly": .text(say.number(totals.oursOnly)),
            "piles": .list(
                piles.filter { !$0.rows.isEmpty }.map { pile in
                    [
                        "pileName": .text(pile.group.name(say)),
                        "rows": .list(pile.rows.map { $0.view(say) }),
                    ]
                }),
        ]
    }
}
