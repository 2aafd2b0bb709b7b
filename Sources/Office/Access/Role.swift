package import Civic

/// What an account is for, as `Data/access/roles.tsv` lists it.
package struct Role: Sendable, Hashable {
    /// `village-operator`.
    package let id: String
    package let title: Phrase
    /// Whether a second factor is asked at every sign-in, or only offered.
    package let needsSecondFactor: Bool
}

/// Something an account may do. Pages ask for an action, never for a role.
package enum Action: String, Sendable, CaseIterable {
    case seeDashboard = "see-dashboard"
    case seePeople = "see-people"
    case revealNIK = "reveal-nik"
    case seeLinkage = "see-linkage"
    case decideLinks = "decide-links"
    case propose
    case verify
    case confirmWork = "confirm-work"
    case answer
    case resolveConflicts = "resolve-conflicts"
    case sendDrivers = "send-drivers"
    case seeDrivers = "see-drivers"
    case managePartners = "manage-partners"
    case planWaves = "plan-waves"
    case seeWaves = "see-waves"
    case manageFunds = "manage-funds"
    case requestCorrection = "request-correction"
    case answerCorrection = "answer-correction"
    case seeMembers = "see-members"
    case changeMembers = "change-members"
    case issueDecrees = "issue-decrees"
    case seeDecrees = "see-decrees"
    case billContributions = "bill-contributions"
    case payContributions = "pay-contributions"
    case seeContributions = "see-contributions"
    case guardCover = "guard"
    case exchangeInsurer = "exchange-insurer"
    case reconcile
    case seeJournal = "see-journal"
    case manageAccounts = "manage-accounts"
}

/// To whom an action reaches.
package enum Reach: String, Sendable, CaseIterable {
    case city
    /// People who live in the account's own places.
    case area
    /// People on the lists of the account's agency, or asked of it.
    case agency
    /// What the account's own organisation sent.
    case own
}
