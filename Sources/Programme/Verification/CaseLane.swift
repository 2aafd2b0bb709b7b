/// How much of somebody's attention a candidate needs, told by the machine's own checks.
package enum CaseLane: String, Sendable, CaseIterable {
    /// Every rule is met.
    case ready
    /// Something is missing or doubtful.
    case look
    /// A rule is not met.
    case no
}
