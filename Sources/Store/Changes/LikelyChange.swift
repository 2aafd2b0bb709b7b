package import Civic
package import Programme

/// A member of whom the latest lists say something that would end him, for somebody to confirm or to
/// set aside.
package struct LikelyChange: Sendable, Hashable {
    package let member: Member
    /// The number under which the lists know the person now.
    package let person: String
    /// Id of the kind of change that the lists speak of.
    package let kind: String
    /// Codes for which the lists refuse the person.
    package let reasons: [String]
    /// What the rules said that speak of this kind, and from which list.
    package let verdicts: [RuleVerdict]
    /// By what the word of the lists is known again (SHA-256): another list, another day of it or
    /// another person make another one.
    package let evidence: String
}

/// A word of the lists that somebody found to be wrong.
package struct LikelyDismissal: Sendable, Hashable {
    package let number: String
    package let name: String
    package let village: PlaceCode?
    /// Id of the kind.
    package let kind: String
    package let reason: String
    package let actor: String
    package let at: Instant
}

/// Which reasons of the lists make which change likely, and by which rules they are found.
package struct LikelySigns: Sendable {
    package let policy: ChangePolicy
    /// Names of the rules that give a reason, by its code.
    package let rules: [String: Set<String>]

    package init(policy: ChangePolicy, rules: [String: Set<String>] = [:]) {
        self.policy = policy
        self.rules = rules
    }

    /// What was said of this kind.
    func verdicts(
        of kind: ChangeKind, _ reasons: [String], _ verdicts: [RuleVerdict]
    ) -> [RuleVerdict] {
        let signs = kind.signs.filter { reasons.contains($0) }
        let names = signs.reduce(into: Set<String>()) { names, sign in
            names.formUnion(rules[sign] ?? [])
        }
        return verdicts.filter { $0.mark == .failed && names.contains($0.rule) }
    }
}
