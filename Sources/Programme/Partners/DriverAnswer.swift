package import Civic

/// What a platform is told about one of its drivers, and no more.
package struct DriverAnswer: Sendable, Hashable {
    package enum Outcome: String, Sendable, CaseIterable {
        case accepted
        /// Eligible, but the quota does not reach so far.
        case waiting
        case refused
        /// The city must look at it first, or does not know the person yet.
        case checking

        /// Whether the row serves the programme, so that it outlives its retention.
        package var isUsed: Bool { self == .accepted || self == .waiting }
    }

    package let outcome: Outcome
    /// Code of a reason that may be told, or ``other``; nil unless refused.
    package let reason: String?

    package init(_ outcome: Outcome, reason: String? = nil) {
        self.outcome = outcome
        self.reason = reason
    }

    /// Whatever is not for platforms to know.
    package static let other = "other"
    package static let checking = DriverAnswer(.checking)
}

/// Where somebody stands whom the city knows.
package enum KnownStanding: String, Sendable, CaseIterable {
    case selected
    case waiting
    case refused
    case review
    case insured
}

/// Somebody in the city who may be the driver of a row.
package struct DriverMatch: Sendable, Hashable {
    /// SIGAP number.
    package let number: String
    package let nameKey: String
    package let birth: Day?
    package let hasNIK: Bool
    package let standing: KnownStanding
    package let reasons: [String]

    package init(
        number: String, nameKey: String, birth: Day?, hasNIK: Bool, standing: KnownStanding,
        reasons: [String]
    ) {
        self.number = number
        self.nameKey = nameKey
        self.birth = birth
        self.hasNIK = hasNIK
        self.standing = standing
        self.reasons = reasons
    }
}

/// Says what a platform may know.
package struct DriverAnswering: Sendable, Hashable {
    /// The reasons that are told by their own name; every other one is ``DriverAnswer/other``.
    package let toldReasons: [String]
    /// The reason for a driver that was sent before.
    package let repeatedReason: String

    package init(toldReasons: [String], repeatedReason: String) {
        self.toldReasons = toldReasons
        self.repeatedReason = repeatedReason
    }

    /// The one person whom a row is about, if that is sure.
    ///
    /// A NIK alone is not enough: whoever types somebody's number must also know the name or the
    /// birth date, so that nobody can find out about strangers. Name and birth date together are
    /// enough for a person whose NIK the city lacks.
    ///
    /// - Parameters:
    ///   - row: what the platform sent.
    ///   - sameNIK: people with the NIK of the row.
    ///   - sameName: people with the same spelling of the name and the same birth date.
    /// - Returns: the person, or nil.
    package func person(
        for row: DriverRow, sameNIK: [DriverMatch], sameName: [DriverMatch]
    ) -> DriverMatch? {
        if !sameNIK.isEmpty {
            let nameKey = NameSpelling.canonical(row.name)
            let fitting = sameNIK.filter { $0.birth == row.birth || $0.nameKey == nameKey }
            return fitting.count == 1 && sameNIK.count == 1 ? fitting[0] : nil
        }
        return sameName.count == 1 && !sameName[0].hasNIK ? sameName[0] : nil
    }

    package func answer(about person: DriverMatch?, wasSentBefore: Bool) -> DriverAnswer {
        if wasSentBefore { return DriverAnswer(.refused, reason: repeatedReason) }
        guard let person else { return .checking }
        switch person.standing {
        case .selected: return DriverAnswer(.accepted)
        case .waiting: return DriverAnswer(.waiting)
        case .review: return .checking
        case .refused, .insured:
            let told = person.reasons.first(where: toldReasons.contains)
            return DriverAnswer(.refused, reason: told ?? DriverAnswer.other)
        }
    }
}
