import Intake
package import Store

/// What can be said about a row, and what follows from it. The raw values stand in the store.
package enum ProposalIssue: String, Sendable, CaseIterable {
    case noPerson = "row-without-person"
    case nameMissing = "name-missing"
    case nikMissing = "nik-missing"
    case nikLength = "nik-length"
    case nikCharacters = "nik-characters"
    case nikDay = "nik-day"
    case nikMonth = "nik-month"
    case nikDate = "nik-date"
    case nikSerial = "nik-serial"
    case nikScientific = "nik-scientific"
    case nikCut = "nik-cut-by-excel"
    /// Another row of the list has the number, under another name.
    case nikTwice = "nik-twice"
    /// The city knows the number under another name.
    case nikOther = "nik-other-person"
    case birthDate = "birth-date"
    case birthRange = "birth-date-range"
    case birthDiffers = "birth-differs"
    case sexDiffers = "sex-differs"
    case village
    case district
    case outside = "address-outside"
    case elsewhere = "address-elsewhere"
    case knownElsewhere = "known-elsewhere"
    case insured = "known-insured"
    case refused = "known-refused"
    /// The same person stands higher up in the list.
    case repeated = "row-repeated"
    case proposedBefore = "proposed-before"
    /// Somebody left the row out.
    case leftOut = "left-out"
    // Values that are left out without harm.
    case familyCard = "family-card"
    case phone
    case decile
    case sex
    case occupation
    case recordedDate = "recorded-date"
    case deathDate = "death-date"
    case lifeStatus = "life-status"
    case membershipStatus = "membership-status"
    case participantNumber = "participant-number"

    package enum Weight: Sendable {
        /// The row can be sent all the same.
        case note
        /// Somebody has to look first.
        case look
        /// The row is left out unless somebody takes it in.
        case skip
        /// There is nobody to send.
        case unreadable
    }

    package var weight: Weight {
        switch self {
        case .noPerson: .unreadable
        case .repeated, .proposedBefore, .leftOut: .skip
        case .familyCard, .phone, .decile, .sex, .occupation, .recordedDate, .deathDate,
            .lifeStatus, .membershipStatus, .participantNumber:
            .note
        default: .look
        }
    }

    /// Whether somebody may leave it as it is and send the row.
    package var canBeSettled: Bool { weight == .look && self != .elsewhere && self != .nameMissing }

    init?(_ code: RejectCode) { self.init(rawValue: code.code) }

    /// The issue of a note, as far as this program knows it.
    package init?(_ note: ProposalNote) { self.init(rawValue: note.code) }

    /// What holds a row back, given what somebody has settled.
    static func state(_ notes: [ProposalNote], settled: Set<String>) -> ProposalRow.State {
        let open = notes.filter { !settled.contains($0.code) || $0.code == leftOut.rawValue }
        let weights = open.compactMap { ProposalIssue($0)?.weight }
        if notes.contains(where: { $0.code == leftOut.rawValue }) { return .ignored }
        if weights.contains(where: { $0 == .unreadable }) { return .unreadable }
        if weights.contains(where: { $0 == .skip }) { return .ignored }
        return weights.contains(where: { $0 == .look }) ? .look : .ready
    }
}
