package import Civic
package import Programme

/// A decree as lists show it.
package struct Decree: Sendable, Hashable {
    package let id: Int
    /// Printed on it; leads to ``CityStore/verifiedPaper(_:)``.
    package let code: PaperCode
    package let kind: DecreeKind
    package let wave: Int?
    /// The decree that it changes.
    package let amends: Int?
    /// The one that was sent back or given up, which this one takes up again.
    package let redrafts: Int?
    package let title: String
    package let state: DecreeState
    package let number: String?
    package let signedOn: Day?
    package let months: ClosedRange<Month>
    /// How many people it names; of a draft, those who were not left out.
    package let lines: Int
    /// SHA-256 of the restricted and of the open edition, in hexadecimal digits; nil in a draft.
    package let digest: String?
    package let publicDigest: String?
    package let inForceAt: Instant?
    package let actor: String
    package let at: Instant
}

/// Something that was done with a decree.
package struct DecreeStep: Sendable, Hashable {
    /// What is done besides signing off, which bears the id of the region's step.
    package enum Deed: String, Sendable, CaseIterable {
        /// The annex was frozen and put to signature.
        case begin
        case sendBack = "send-back"
        case number
        case file
        case inForce = "in-force"
        case withdraw
    }

    package let step: String
    package let note: String?
    /// Digest of the annex that was looked at.
    package let digest: String?
    package let actor: String
    package let at: Instant

    package var deed: Deed? { Deed(rawValue: step) }
}

/// The signed paper as it was uploaded; the file itself is sealed.
package struct SignedPaper: Sendable, Hashable {
    package let id: Int
    package let name: String
    /// SHA-256 of the file.
    package let digest: String
    package let pages: Int
    /// Where it is not what was signed off; empty when it is.
    package let differences: [PaperDifference]
    package let actor: String
    package let at: Instant
}

/// Everything about a decree apart from its lines.
package struct DecreeRecord: Sendable, Hashable {
    package let decree: Decree
    /// Its text as it was frozen, or as it would be now.
    package let text: DecreeText
    package let counts: [LineChange: Int]
    /// In order.
    package let steps: [DecreeStep]
    /// Newest first.
    package let files: [SignedPaper]
    package let amended: Decree?
    /// Those in force that change it, in order.
    package let amendments: [Decree]
    /// How many people stood on the decree that this one amends, before it.
    package let peopleBefore: Int
    /// Scheme and host that are printed on the paper with its code; nil in a draft.
    package let site: String?

    /// Who put it to signature; whoever drafted it, before.
    package var maker: String {
        steps.last { $0.deed == .begin }?.actor ?? decree.actor
    }

    /// The sign-offs that were done, in order.
    package var signed: [SignOff.Signed] {
        steps.filter { $0.deed == nil }.map { SignOff.Signed(step: $0.step, actor: $0.actor) }
    }
}

/// A line that an amendment is to have.
package struct AmendedLine: Sendable, Hashable {
    package let change: LineChange
    /// SIGAP number; one that led to another person is followed.
    package let number: String
    /// Who pays when; from the first of these months on, whatever was promised before is let go of.
    package let funding: [FundedMonths]
    /// The first month that is not paid any more, of somebody who is removed.
    package let endedMonth: Month?
    package let cause: String?

    private init(
        _ change: LineChange, _ number: String, _ funding: [FundedMonths], _ endedMonth: Month?,
        _ cause: String?
    ) {
        self.change = change
        self.number = number
        self.funding = funding
        self.endedMonth = endedMonth
        self.cause = cause
    }

    package static func add(
        _ number: String, _ funding: [FundedMonths], cause: String? = nil
    ) -> AmendedLine { AmendedLine(.add, number, funding, nil, cause) }

    package static func remove(
        _ number: String, from month: Month, cause: String
    ) -> AmendedLine { AmendedLine(.remove, number, [], month, cause) }

    package static func alter(
        _ number: String, _ funding: [FundedMonths], cause: String? = nil
    ) -> AmendedLine { AmendedLine(.alter, number, funding, nil, cause) }
}

/// Somebody of a draft about whom something was found, or decided.
package struct DraftMark: Sendable, Hashable {
    package let number: String
    /// As lists name the person now; empty when none does any more.
    package let name: String
    package let village: PlaceCode?
    package let finding: DecreeFinding?
    package let word: DraftWord?
    package let reason: String?

    /// Whether the draft cannot go to signature as long as it stands so.
    package var isOpen: Bool {
        guard let finding else { return false }
        return word == nil || (word == .keep && !finding.mayBeKept)
    }
}

/// What was found about the people of a draft.
package struct DraftCheck: Sendable, Hashable {
    /// Everybody found or decided about, by finding and number.
    package let marks: [DraftMark]
    /// The day of the civil registry's list that says who died; nil when nobody did.
    package let registryDay: Day?

    package var open: [DraftMark] { marks.filter(\.isOpen) }

    package func count(_ finding: DecreeFinding) -> Int {
        marks.count { $0.isOpen && $0.finding == finding }
    }
}

/// What anybody learns who types the code of a paper.
package struct VerifiedPaper: Sendable, Hashable {
    package enum Standing: Sendable, Hashable {
        /// Not in force yet.
        case pending
        case valid
        /// Sent back or given up: whatever is printed with this code holds nothing.
        case withdrawn
    }

    package let standing: Standing
    package let decree: Decree
    package let amended: Decree?
    package let amendments: [Decree]
}

/// A frozen wave that waits for its decree.
package struct WaveToDecree: Sendable, Hashable {
    package let id: Int
    package let title: String
    /// Whom it chose.
    package let people: Int
    package let months: ClosedRange<Month>
}
