/// Where somebody stands whom a decree determined. Raw values are those of the store.
///
/// Being in arrears is no state: it follows from the months that were paid, as the law reckons it.
package enum MemberState: String, CaseIterable, Sendable {
    /// A decree in force names the person; the insurer was not asked yet.
    case determined
    /// The insurer was sent the person.
    case enrolled
    /// The insurer gave a number.
    case active
    /// The insurer did not take the person.
    case refused
    /// Nothing is paid for the person any more.
    case ended

    /// The states that may follow. Whoever was refused or has ended can be determined again, by
    /// another decree.
    package var next: Set<MemberState> {
        switch self {
        case .determined: [.enrolled, .refused, .ended]
        case .enrolled: [.active, .refused, .ended, .determined]
        case .active: [.ended]
        case .refused, .ended: [.determined]
        }
    }

    /// Whether months are still paid, or will be.
    package var isStanding: Bool {
        switch self {
        case .determined, .enrolled, .active: true
        case .refused, .ended: false
        }
    }
}
