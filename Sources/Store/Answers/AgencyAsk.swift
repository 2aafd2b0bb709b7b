package import Programme

/// About whom an agency is asked, and how candidates are found on its list.
package struct AgencyAsk: Sendable {
    package let agency: String
    package let policy: VerificationPolicy
    package let rules: ReferenceRules

    package init(agency: String, policy: VerificationPolicy, rules: ReferenceRules) {
        self.agency = agency
        self.policy = policy
        self.rules = rules
    }

    var source: String { Confirmation.agency(agency) }

    /// Empty for an agency that is asked about nobody.
    var occupations: [String] { policy.occupations(askedOf: agency) }

    /// The condition that the case in table `c` is one that the agency is asked about. Whoever was
    /// erased has no name.
    func isAsked(_ occupations: [String], _ sql: inout SQLText) -> String {
        guard !occupations.isEmpty else { return "1 = 0" }
        let list = sql.bind(occupations.map { .text($0) })
        return "c.occupation IN (\(list)) AND c.state <> 'refused' AND c.name_key <> ''"
    }

    /// The condition that it has not answered yet, or taken its answer back.
    func isWaiting(_ sql: inout SQLText) -> String {
        """
        NOT EXISTS (SELECT 1 FROM confirmation_now n WHERE n.number = c.number
        AND n.source = \(sql.bind(.text(source))) AND n.answer <> 'withdrawn')
        """
    }

    /// Tells matches that stand for these questions from those that do not.
    var basis: String {
        let numbers = [
            rules.nameWeight, rules.birthSlip, rules.birthMissing, rules.numberDiffers,
            rules.sameNumberName, rules.near, rules.margin, rules.shown, rules.group,
        ]
        return (occupations + numbers.map { String($0) }).joined(separator: ",")
    }
}
