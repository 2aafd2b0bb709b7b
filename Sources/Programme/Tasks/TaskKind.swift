/// What can wait for somebody who signs in.
package enum TaskKind: String, Sendable, CaseIterable {
    case verify
    case field
    case answer
    case conflict
    case late
    case pair
    case correction
    /// A family that nobody has spoken to.
    case claim
    /// A claim of which the next step is late.
    case claimStep
    case change
    /// Money that the insurer owes the city.
    case refund
    /// Cover that lapses unless it is paid.
    case lapse
    /// Promises that end.
    case gap
    /// Files that the insurer has not answered in time.
    case insurer
}
