package import Civic
package import Programme

/// Somebody whom a decree determined, or who was insured by the city before there were decrees.
package struct Member: Sendable, Hashable {
    /// Id of the cohort that decrees of the programme determine.
    package static let programmeCohort = "sigap"

    /// SIGAP number, or that of the cohort's own list.
    package let number: String
    /// `sigap`, or the id of an older cohort.
    package let cohort: String
    package let name: String
    package let birth: Day?
    /// Prints masked.
    package let nik: NIK?
    package let district: PlaceCode?
    package let village: PlaceCode?
    package let occupation: String?
    package let state: MemberState
    /// By which decree and line; nil in an older cohort.
    package let decree: DecreeLineName?
    /// The months that are promised.
    package let months: ClosedRange<Month>
    /// The insurer's number (KPJ).
    package let participant: String?
    /// When the insurer began to cover.
    package let activeFrom: Day?
    /// The first month that is not paid any more.
    package let endedMonth: Month?
    /// Code of the reason of a refusal or an end.
    package let cause: String?
    package let version: Int
}

/// A line of a decree.
package struct DecreeLineName: Sendable, Hashable {
    package let decree: Int
    /// From 1.
    package let line: Int

    package init(decree: Int, line: Int) {
        self.decree = decree
        self.line = line
    }
}

/// One month of a member's cover.
package struct CoverMonth: Sendable, Hashable {
    package let month: Month
    /// Id of the fund that pays.
    package let fund: String
    package let decree: DecreeLineName?
    package let state: CoverState
    /// What it costs; nil before it stands on a bill.
    package let amount: Rupiah?
    package let bill: Int?
}

/// Something that happened to a member.
package struct MemberEvent: Sendable, Hashable {
    /// `determine`, `enrol`, `accept`, `refuse`, `end`, `tell-end`, `bridge`, `restore` …
    package let event: String
    /// Where the member stood afterwards.
    package let state: MemberState
    package let cause: String?
    /// The day it holds from, where that is not the day it was noted.
    package let day: Day?
    /// The months it is about.
    package let months: ClosedRange<Month>?
    package let fund: String?
    /// What it rests on: a decree, a file, a change.
    package let document: String?
    package let actor: String
    package let at: Instant
}
