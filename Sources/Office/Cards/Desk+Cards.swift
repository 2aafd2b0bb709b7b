package import Civic
import Jamsostek
import Papers
package import Store

/// Cards of members, and the lists on which they sign for them.
extension Desk {
    package enum CardForm: Sendable, Hashable {
        /// Ten on a sheet of A4, fronts and backs.
        case cards
        /// The list to sign on.
        case handover
        /// The same list as a workbook; of one village only.
        case workbook
    }

    /// So many cards stand on one sheet.
    package static let cardsPerSheet = CardSheets.perSheet

    /// How many people of each village get cards, of one decree or of all.
    package func cardPlaces(
        of decree: Int?, for viewer: Viewer
    ) async throws(Problem) -> [CardPlace] {
        try await store.cardPlaces(of: decree, in: try viewer.scope(for: .seeMembers))
    }

    /// Cards, or the list to sign on, of people in the viewer's reach; nil when there is nobody whom
    /// the insurer has given a number, and for a workbook of several villages. Names leave the
    /// office with it: recorded. `site` is the scheme and host of the page on which cards are looked
    /// up.
    package func cardFile(
        _ filter: CardFilter, _ form: CardForm, site: String, for viewer: Viewer
    ) async throws(Problem) -> [UInt8]? {
        let holders = try await store.cardHolders(
            filter, in: try viewer.scope(for: .seeMembers))
        guard !holders.isEmpty else { return nil }
        let day = Day.jakarta(at: .now())
        let papers = CardPapers(
            region: region, holders: holders, site: site,
            reportDays: try law.hours(of: .accidentReport, on: day) / 24, day: day)
        guard let bytes = try Desk.bytes(papers, form) else { return nil }
        let subject = filter.decree.map { "decree-\($0)" } ?? "members"
        try await store.record(
            form == .cards ? "cards.print" : "cards.handover", subject,
            ["village": filter.village?.description ?? "", "people": String(holders.count)],
            by: Act(actor: viewer.account.login, at: .now()))
        return bytes
    }

    private static func bytes(
        _ papers: CardPapers, _ form: CardForm
    ) throws(Problem) -> [UInt8]? {
        switch form {
        case .cards: return try papers.sheets.pdf()
        case .handover: return try papers.handover?.pdf()
        case .workbook:
            let lists = papers.lists
            guard lists.count == 1, let list = lists.first else { return nil }
            return try TransientFile.bytes { path throws(Problem) in try list.xlsx(to: path) }
        }
    }
}
