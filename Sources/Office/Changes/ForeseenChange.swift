package import Civic
package import Jamsostek
package import Programme
package import Store

/// What would follow from a change, as it is shown before it is noted.
package struct ForeseenChange: Sendable {
    package let subject: ChangeSubject
    package let kind: ChangeKind
    package let day: Day
    package let effect: ChangeEffect
    /// What the law gives the heirs; empty where nobody died.
    package let benefits: [DeathCase.Cause: BenefitAward]
    /// Who would take the place; nil when there is no place left to take.
    package let replacement: Replacement?
}

/// What somebody asks to note.
package struct ChangeWish: Sendable, Hashable {
    package let number: String
    package let kind: String
    package let day: Day
    package let evidence: String
    package let source: String
    /// The end that was shown.
    package let shown: Month?
    package let isReplaced: Bool

    package init(
        number: String, kind: String, day: Day, evidence: String, source: String, shown: Month?,
        isReplaced: Bool
    ) {
        self.number = number
        self.kind = kind
        self.day = day
        self.evidence = evidence
        self.source = source
        self.shown = shown
        self.isReplaced = isReplaced
    }
}
