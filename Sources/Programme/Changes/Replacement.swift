package import Civic

/// Why somebody on a waiting list is passed over.
package enum SkipReason: Sendable, Hashable {
    /// The latest lists do not hold the person any more.
    case gone
    /// Code of the reason for which the latest lists refuse the person.
    case refused(String)
    /// Nobody has verified the person, or not any more.
    case unverified
    /// The fund that pays may not pay for the person.
    case fund

    /// As it is kept.
    package var code: String {
        switch self {
        case .gone: "gone"
        case .refused(let reason): reason
        case .unverified: "unverified"
        case .fund: "fund"
        }
    }

    package init(code: String) {
        switch code {
        case "gone": self = .gone
        case "unverified": self = .unverified
        case "fund": self = .fund
        default: self = .refused(code)
        }
    }
}

/// Somebody on the waiting list of a wave, with what is known about the person now.
package struct WaitingCandidate: Sendable, Hashable {
    package let number: String
    /// In the order that the wave has frozen.
    package let place: Int
    package let village: PlaceCode?
    package let occupation: String?
    /// Whether the latest lists hold the person.
    package let isListed: Bool
    /// The reason for which they refuse the person.
    package let reason: String?
    package let isVerified: Bool

    package init(
        number: String, place: Int, village: PlaceCode?, occupation: String?, isListed: Bool,
        reason: String?, isVerified: Bool
    ) {
        self.number = number
        self.place = place
        self.village = village
        self.occupation = occupation
        self.isListed = isListed
        self.reason = reason
        self.isVerified = isVerified
    }

    /// Why the person cannot take a place that this fund pays; nil when he can.
    package func obstacle(_ terms: FundTerms?) -> SkipReason? {
        guard isListed else { return .gone }
        if let reason { return .refused(reason) }
        guard isVerified else { return .unverified }
        let isAllowed = terms?.allows(village: village, occupation: occupation) ?? true
        return isAllowed ? nil : .fund
    }
}

/// Who takes the place of somebody who left: the next of the same kelurahan, and where none is left
/// there, the next of the whole wave, in the order that the wave has frozen.
package struct Replacement: Sendable, Hashable {
    package let number: String?
    package let skipped: [Skipped]

    package init(number: String?, skipped: [Skipped]) {
        self.number = number
        self.skipped = skipped
    }

    package struct Skipped: Sendable, Hashable {
        package let number: String
        package let reason: SkipReason

        package init(number: String, reason: SkipReason) {
            self.number = number
            self.reason = reason
        }
    }

    /// Chooses from `waiting`, which may be in any order.
    package init(
        from waiting: [WaitingCandidate], village: PlaceCode?, paidBy terms: FundTerms?
    ) {
        let ordered = waiting.sorted { left, right in
            let isHere = village != nil && left.village == village
            let isThere = village != nil && right.village == village
            return isHere == isThere ? left.place < right.place : isHere
        }
        var skipped: [Skipped] = []
        for candidate in ordered {
            guard let reason = candidate.obstacle(terms) else {
                (number, self.skipped) = (candidate.number, skipped)
                return
            }
            skipped.append(Skipped(number: candidate.number, reason: reason))
        }
        (number, self.skipped) = (nil, skipped)
    }
}
