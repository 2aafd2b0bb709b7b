/// A member of whom the latest lists say something that would end him, for somebody to confirm.
package struct LikelyChange: Sendable, Hashable {
    package let member: Member
    /// The number under which the lists know the person now.
    package let person: String
    /// Codes for which the lists refuse the person.
    package let reasons: [String]
    /// What the rules said, and from which list.
    package let verdicts: [RuleVerdict]
}
