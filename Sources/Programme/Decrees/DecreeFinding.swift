/// Why somebody of a draft cannot be determined as things stand now. Raw values are those of forms.
package enum DecreeFinding: String, CaseIterable, Sendable {
    /// Dead, by the civil registry's list.
    case dead
    /// A decree or another list pays for the person already.
    case member
    /// Somebody else of the draft has the same NIK.
    case doubled = "same-nik"
    /// The person has no NIK, by which the insurer enrols.
    case unidentified = "no-nik"
    /// A rule refuses the person by now, or no list names the person any more.
    case ineligible
    /// The kelurahan, or somebody who was asked, has not said yes yet.
    case unverified
    /// No fund pays the person's months.
    case unfunded

    /// Whether the city may decide otherwise, for a reason. The rest cannot be done, whatever anybody
    /// decides.
    package var mayBeKept: Bool {
        switch self {
        case .dead, .ineligible, .unverified: true
        case .member, .doubled, .unidentified, .unfunded: false
        }
    }
}

/// What was decided about somebody of a draft. Raw values are those of the store.
package enum DraftWord: String, CaseIterable, Sendable {
    /// Left out.
    case omit
    /// Determined in spite of what was found.
    case keep
}
