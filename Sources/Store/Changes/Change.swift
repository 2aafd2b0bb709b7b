package import Civic
package import Programme

/// Something that happened to a member, as it is noted.
package struct NewChange: Sendable, Hashable {
    package let number: String
    package let kind: ChangeKind
    package let day: Day
    /// What proves it, and who says so: ids of the policy.
    package let evidence: String
    package let source: String
    /// The end that was shown before it was noted; nil where nothing was shown.
    package let shown: Month?
    /// Whether the next of the waiting list takes the place.
    package let isReplaced: Bool
    /// By when somebody should have spoken to the family.
    package let due: Day

    package init(
        number: String, kind: ChangeKind, day: Day, evidence: String, source: String,
        shown: Month? = nil, isReplaced: Bool, due: Day
    ) {
        self.number = number
        self.kind = kind
        self.day = day
        self.evidence = evidence
        self.source = source
        self.shown = shown
        self.isReplaced = isReplaced
        self.due = due
    }
}

/// What became of a change that was noted.
package struct NotedChange: Sendable, Hashable {
    package let id: Int
    /// SIGAP number of whoever takes the place.
    package let replacedBy: String?
    /// The claim that waits for somebody.
    package let claim: Int?
}

/// Where a change stands.
package enum ChangeStanding: String, Sendable, CaseIterable {
    /// No decree names it yet.
    case noted
    /// An amendment names it that is not in force.
    case drafted
    /// An amendment in force names it.
    case amended
    case takenBack = "taken-back"
}

/// A change as lists show it.
package struct ChangeSummary: Sendable, Hashable {
    package let id: Int
    package let number: String
    package let name: String
    package let village: PlaceCode?
    /// Id of the kind.
    package let kind: String
    package let day: Day
    /// Ids of the policy.
    package let evidence: String
    package let source: String
    package let standing: ChangeStanding
    /// The first month that is not paid any more; nil where the member had left before.
    package let ended: Month?
    package let replacedBy: String?
    /// Id of the decree that names it.
    package let amendment: Int?
    package let actor: String
    package let at: Instant
}

/// Everything that is kept of a change.
package struct ChangeRecord: Sendable, Hashable {
    package let summary: ChangeSummary
    package let member: Member
    /// What it let go of.
    package let released: [PaidCover]
    /// All months of the member as they stand now.
    package let months: [PaidCover]
    package let skipped: [Replacement.Skipped]
    package let claim: ClaimSummary?
    /// Whether nothing that came later stands against taking it back.
    package let mayBeTakenBack: Bool
}

/// A member before something is noted about him.
package struct ChangeSubject: Sendable, Hashable {
    package let member: Member
    package let months: [PaidCover]
    /// The latest change of the member that stands.
    package let latest: ChangeSummary?
}

/// One page of a list of changes.
package struct ChangeList: Sendable {
    package let changes: [ChangeSummary]
    package let total: Int
    /// Where the next page begins; nil on the last.
    package let next: Int?
}

/// Which changes a list holds.
package struct ChangeFilter: Sendable, Hashable {
    package var standing: ChangeStanding?
    package var kind: String?
    /// A district or village.
    package var place: PlaceCode?
    package var amendment: Int?

    package init() {}
}

extension ChangeRecord {
    /// The months as they stood when the change let go of some of them.
    package var monthsBefore: [PaidCover] {
        let gone = Dictionary(released.map { ($0.month, $0.money) }) { first, _ in first }
        return months.map { month in
            guard month.state == .void, let money = gone[month.month] else { return month }
            return PaidCover(month: month.month, state: .promised, money: money)
        }
    }
}
