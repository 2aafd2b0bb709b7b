package import Civic

/// The rules that decide who may be insured by the city. What each asks is fixed here; its figures,
/// dates in force and sources are data of the region pack.
package enum RuleKind: String, CaseIterable, Sendable {
    case identified
    case resident
    case age
    case decile
    case informalWork = "informal-work"
    case alive
    case notStateEmployee = "not-state-employee"
    case notInsured = "not-insured"
    case working
    case willing

    /// Position of the rule's bit in a ``Verdicts``.
    var bit: UInt16 { 1 << UInt16(RuleKind.allCases.firstIndex(of: self) ?? 0) }
}

/// One rule as the city has it.
package struct Rule: Sendable {
    package let kind: RuleKind
    /// Code of the reason given to those who do not pass: `A2`.
    package let reason: String
    /// Code given when the datum is missing.
    package let missingReason: String
    package let from: Day
    /// Last day in force, nil while it is.
    package let until: Day?
    package let source: Citation
    /// Age rule: first age allowed and first age no longer allowed, in completed years.
    package let ages: Range<Int>
    /// Decile rule: the highest decile served.
    package let highestDecile: Int

    package init(
        kind: RuleKind, reason: String, missingReason: String, from: Day, until: Day?,
        source: Citation, ages: Range<Int>, highestDecile: Int
    ) {
        self.kind = kind
        self.reason = reason
        self.missingReason = missingReason
        self.from = from
        self.until = until
        self.source = source
        self.ages = ages
        self.highestDecile = highestDecile
    }

    package func isInForce(on day: Day) -> Bool { day >= from && day <= (until ?? day) }
}

/// What one rule says about one person.
package enum Verdict: Sendable, Hashable {
    case pass
    case fail
    /// The datum is missing or doubtful: a human has to find out.
    case unknown
}

/// What all rules say about one person, a bit each.
@frozen package struct Verdicts: BitwiseCopyable, Sendable, Hashable {
    package internal(set) var failed: UInt16 = 0
    package internal(set) var unknown: UInt16 = 0
    /// Rules that failed because the datum is missing, not because it is wrong.
    package internal(set) var missing: UInt16 = 0

    package init() {}

    package func verdict(of kind: RuleKind) -> Verdict {
        if failed & kind.bit != 0 { return .fail }
        return unknown & kind.bit != 0 ? .unknown : .pass
    }

    package var outcome: Outcome {
        failed != 0 ? .ineligible : unknown != 0 ? .review : .eligible
    }
}

/// The result of all rules together. Raw values are those of the decision file.
package enum Outcome: String, Sendable, CaseIterable {
    case eligible
    case ineligible
    case review
}
