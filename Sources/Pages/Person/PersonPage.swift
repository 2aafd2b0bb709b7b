package import Civic

/// `/kerja/peserta/{id}`: everything about one person that staff need in order to explain a
/// decision: the verdict of every rule, the rank, the rows behind it and who did what.
package struct PersonPage: Page {
    package static let template = "person"
    package static let room = Room.work
    package var section: NavigationItem? { .people }

    package let number: String
    package let name: String
    /// Code of the status table.
    package let status: String
    package let asOf: Day
    /// Of every rule, in the order of the programme.
    package let verdicts: [Verdict]
    package let reasons: [ReasonText]
    package let rank: Rank?
    /// Nil for somebody whom nobody verifies.
    package let verification: Verification?
    package let identity: Identity
    package let sources: [SourceRow]
    package let reviews: [ReviewPair]
    /// Agencies that must answer about the person.
    package let asked: [Asked]
    /// Newest first.
    package let journal: [JournalEntry]
    /// Who is this person by decision; nil where the reader may not decide.
    package let links: Links?
    /// What was asked to be corrected, oldest first.
    package let corrections: [CorrectionLine]
    /// Where the person stands as a member, as far as the reader may see it; more than one when two
    /// members were found to be one person.
    package let members: [MemberCard]
    /// Whether months of cover were promised that the reader may see.
    package let hasMonths: Bool
    /// Whether something is decided that a letter can tell, and the reader may print it.
    package let hasLetter: Bool

    package init(
        number: String, name: String, status: String, asOf: Day, verdicts: [Verdict],
        reasons: [ReasonText], rank: Rank?, verification: Verification? = nil,
        identity: Identity, sources: [SourceRow], reviews: [ReviewPair],
        asked: [Asked] = [], journal: [JournalEntry], links: Links? = nil,
        corrections: [CorrectionLine] = [], members: [MemberCard] = [], hasMonths: Bool = false,
        hasLetter: Bool = false
    ) {
        self.members = members
        self.hasMonths = hasMonths
        self.hasLetter = hasLetter
        self.corrections = corrections
        self.number = number
        self.name = name
        self.status = status
        self.asOf = asOf
        self.verdicts = verdicts
        self.reasons = reasons
        self.rank = rank
        self.verification = verification
        self.identity = identity
        self.sources = sources
        self.reviews = reviews
        self.asked = asked
        self.journal = journal
        self.links = links
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(name),
            "number": .text(number),
            "members": .list(members.map { $0.view(say) }),
            "peopleHref": .text(Address.people),
            "months": .part(hasMonths ? ["monthsHref": .text(Address.months(of: number))] : nil),
            "letter": .part(hasLetter ? ["letterHref": .text(Address.letter(to: number))] : nil),
            "badge": .part(say.badge(status)),
            "look": .text(say.look(of: status).rawValue),
            "decisionTitle": .text(decisionTitle(say)),
            "asOf": .text(say("as-of", ["tanggal": say.day(asOf)])),
            "verdicts": .list(verdicts.map { $0.view(say) }),
            "hasReasons": .flag(!reasons.isEmpty),
            "reasons": .list(reasons.map { $0.view(say) }),
            "verification": .part(verification.map { $0.view(number: number, say) }),
            "rank": .part(rank.map { $0.view(say) }),
            "identity": .part(identity.view(number: number, say)),
            "sourcesTitle": .text(
                say.counted(sources.count, one: "sources-one", many: "sources-many")),
            "sources": .list(
                sources.map { $0.view(bestName: name, splitting: number, by: splitKey, say) }),
            "canSplit": .flag(splitKey != nil),
            "links": .part(links.flatMap { $0.view(number, say) }),
            "hasReviews": .flag(!reviews.isEmpty),
            "reviews": .list(reviews.map { $0.view(bestName: name, say) }),
            "hasAsked": .flag(!asked.isEmpty),
            "asked": .list(asked.map { $0.view(say) }),
            "reasonHref": .text(Address.reasons(of: number)),
            "hasCorrections": .flag(!corrections.isEmpty),
            "corrections": .list(corrections.map { $0.view(say) }),
            "hasJournal": .flag(!journal.isEmpty),
            "journal": .list(journal.map { $0.view(say) }),
        ]
    }

    /// A row that stands alone has nobody to be parted from.
    private var splitKey: String? { sources.count > 1 ? links?.key : nil }

    /// `8 dari 9 syarat terpenuhi`.
    private func decisionTitle(_ say: Speech) -> String {
        let met = verdicts.count { $0.mark == .met }
        return say(
            "decision-title",
            ["jumlah": say.number(met), "semua": say.number(verdicts.count)])
    }
}
