package import Civic

/// Everything the store holds about one person.
package struct PersonRecord: Sendable {
    package let summary: PersonSummary
    package let familyCard: FamilyCardNumber?
    package let phone: PhoneNumber?
    package let motherName: String?
    package let address: String?
    package let rt: Int?
    package let rw: Int?
    /// What every rule said, in the order of the rules.
    package let verdicts: [RuleVerdict]
    /// The rows of lists that are about the person.
    package let rows: [SourceRowRecord]
    /// Others who may be the same person, as far as the reader may see them.
    package let reviews: [ReviewRecord]
    /// What was decided about who is this person and can be taken back, latest first.
    package let links: [LinkDecision]
    /// Newest first.
    package let events: [JournalEvent]
}

/// A row of a list that is about a person.
package struct SourceRowRecord: Sendable, Hashable {
    package let delivery: Int
    package let agency: String
    package let file: String
    /// The day of the list's data, where it tells.
    package let dataDay: Day?
    /// Position of the record in its file, from 1.
    package let record: Int
    /// As written.
    package let name: String
    package let birth: Day?
    package let nik: NIK?
    package let link: RowLink
    /// Weight of evidence in thousandths of a bit.
    package let weight: Int
}

/// Another entry that may be the same person, waiting to be judged.
package struct ReviewRecord: Sendable, Hashable {
    package let pair: Int
    package let otherNumber: String
    package let otherName: String
    /// Weight of evidence in thousandths of a bit.
    package let weight: Int
    /// Probability that the two are one, in thousandths.
    package let probability: Int
    package let evidence: [PairFinding]
}
