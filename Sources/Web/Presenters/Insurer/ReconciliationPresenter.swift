import Civic
import Office
import Pages
import Programme
import Store

/// Months of the city beside the insurer's, for pages.
enum ReconciliationPresenter {
    static func totals(_ month: Reconciliation) -> ReconciliationPage.Totals {
        ReconciliationPage.Totals(
            month: month.month, ourPeople: month.ourPeople, theirPeople: month.theirPeople,
            ourAmount: month.ourAmount, theirAmount: month.theirAmount,
            ourDigest: month.ourDigest, theirDigest: month.theirDigest,
            matched: month.count(.matched), refused: month.count(.refused),
            theirsOnly: month.count(.theirsOnly), oursOnly: month.count(.oursOnly),
            closing: month.closing.map { ($0.code, $0.actor, JournalWords.moment($0.at)) })
    }

    static func part(_ group: ReconciliationPage.Group) -> ReconciliationPart {
        switch group {
        case .oursOnly: .pile(.oursOnly)
        case .theirsOnly: .pile(.theirsOnly)
        case .refused: .pile(.refused)
        case .different: .different
        case .matched: .pile(.matched)
        }
    }

    /// The first pile that holds somebody.
    static func first(_ month: Reconciliation) -> ReconciliationPage.Group {
        if month.count(.oursOnly) > 0 { return .oursOnly }
        if month.count(.theirsOnly) > 0 { return .theirsOnly }
        return month.count(.refused) > 0 ? .refused : .matched
    }

    static func row(_ facts: CityFacts, _ row: ReconciliationRow) -> ReconciliationPage.Row {
        ReconciliationPage.Row(
            name: row.name, number: row.number, nik: row.nik?.masked,
            village: facts.name(of: row.village), participant: row.participant,
            ourAmount: row.ourAmount, theirAmount: row.theirAmount,
            notes: PileWords(facts.region).notes(row))
    }
}
