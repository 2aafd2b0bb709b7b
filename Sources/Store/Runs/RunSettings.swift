package import Civic

/// What a run was made with and what it came to, besides its people.
package struct RunSettings: Sendable, Hashable {
    /// The day for which people were checked.
    package let asOf: Day
    /// Version of the rules, as the region pack names it.
    package let ruleVersion: String
    /// Seed of the draw among equals.
    package let seed: UInt64
    /// The plan of money and months, a JSON document.
    package let plan: String
    /// Counts and timings of the run, a JSON document.
    package let summary: String
    /// How rows were linked, a JSON document; empty in a store that was filled by an older version.
    package let linkage: String

    package init(
        asOf: Day, ruleVersion: String, seed: UInt64, plan: String, summary: String,
        linkage: String = ""
    ) {
        self.linkage = linkage
        self.asOf = asOf
        self.ruleVersion = ruleVersion
        self.seed = seed
        self.plan = plan
        self.summary = summary
    }

    init?(_ settings: [Setting: String]) {
        guard let asOf = settings[.asOf].flatMap({ Day(iso: $0) }),
            let seed = settings[.seed].flatMap({ UInt64($0) }),
            let ruleVersion = settings[.ruleVersion], let plan = settings[.plan],
            let summary = settings[.summary]
        else { return nil }
        self.init(
            asOf: asOf, ruleVersion: ruleVersion, seed: seed, plan: plan, summary: summary,
            linkage: settings[.linkage] ?? "")
    }

    var entries: [(Setting, String)] {
        [
            (.asOf, asOf.iso), (.ruleVersion, ruleVersion), (.seed, String(seed)), (.plan, plan),
            (.summary, summary), (.linkage, linkage),
        ]
    }
}
