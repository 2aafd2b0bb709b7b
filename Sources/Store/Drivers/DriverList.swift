package import Civic
package import Programme

/// A list of drivers that a platform sent, or is about to send.
package struct DriverList: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        /// Checked for form, not sent yet.
        case draft
        case sent
        /// Its rows are deleted, but for those that serve the programme.
        case ended
    }

    package let id: Int
    package let agency: String
    package let agreement: StoredAgreement
    package let state: State
    package let rowsRead: Int
    package let rowsKept: Int
    /// Headings of columns that were not asked for, none of which was kept.
    package let dropped: [String]
    package let madeBy: String
    package let madeAt: Instant
    package let sentAt: Instant?
    /// When rows that are not used go; nil before the list is sent.
    package let deleteOn: Day?
    package let counts: [DriverAnswer.Outcome: Int]
    /// What goes into the digest of a deletion, for whoever wants to reckon it; gone with the rows.
    package let salt: [UInt8]?
}

/// An agreement as the store knows it.
package struct StoredAgreement: Sendable, Hashable {
    package let id: Int
    package let terms: PartnerAgreement
}

/// A list to be kept until it is sent.
package struct NewDriverList: Sendable {
    /// The bytes that were sent, by which the same file is recognised. Not kept.
    package let content: [UInt8]
    package let check: DriverCheck
    package let rowsRead: Int
    package let dropped: [String]

    package init(content: [UInt8], check: DriverCheck, rowsRead: Int, dropped: [String]) {
        self.content = content
        self.check = check
        self.rowsRead = rowsRead
        self.dropped = dropped
    }
}

/// What a platform reads about one row.
package struct DriverResult: Sendable, Hashable {
    package let record: Int
    /// Prints masked; nil for somebody who was erased.
    package let nik: NIK?
    /// Nil before the list is sent.
    package let answer: DriverAnswer?
}

/// Everything about one list.
package struct DriverListRecord: Sendable, Hashable {
    package let list: DriverList
    package let faultCounts: [DriverFault: Int]
    package let deletions: [DriverDeletion]
}

/// The proof that rows were deleted: it stays when they are gone.
package struct DriverDeletion: Sendable, Hashable {
    package enum Why: String, Sendable, CaseIterable {
        /// The promised day had come.
        case promised
        /// The partner wanted it earlier.
        case asked
        /// The list was never sent.
        case unsent
        /// One driver withdrew consent.
        case withdrawn
    }

    package let id: Int
    package let list: Int
    package let agency: String
    /// Number of the agreement.
    package let agreement: String
    package let why: Why
    package let rows: Int
    /// SHA-256 over the salt of the list and the deleted rows; nil where it could give one driver
    /// away.
    package let digest: [UInt8]?
    package let at: Instant
    package let actor: String
}

/// The drivers of one list, as they go into the next run.
package struct SentDrivers: Sendable {
    package let list: Int
    /// Which platform sent them.
    package let agency: String
    package let sentOn: Day
    /// In order of record.
    package let rows: [DriverRow]
}
