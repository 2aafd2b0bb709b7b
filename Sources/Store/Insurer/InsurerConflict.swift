package import Civic
package import Programme

/// Two answers of the insurer about one person that contradict each other.
package struct InsurerConflict: Sendable, Hashable {
    /// An answer, and where it stands.
    package struct Answer: Sendable, Hashable {
        package let file: Int
        package let fileName: String
        /// When the file came in.
        package let at: Instant
        package let line: Int
        /// Nil for one that says nothing about enrolment.
        package let word: InsurerWord?
        /// The insurer's own code of a refusal.
        package let code: String?
    }

    package let id: ConflictName
    package let kind: AnswerConflict?
    package let number: String
    package let name: String
    /// Prints masked.
    package let nik: NIK?
    package let village: PlaceCode?
    /// What is known of the member now.
    package let standing: AnsweredMember
    package let ended: Month?
    /// Of the member, so that nobody settles what has moved on.
    package let version: Int
    /// The answer by which the member stands so; that of the holder, where the later answer gives a
    /// number that somebody else has. Nil where no answer did.
    package let held: Answer?
    package let later: Answer
    /// Who has the number that the later answer gives.
    package let holder: Holder?

    package struct Holder: Sendable, Hashable {
        package let number: String
        package let name: String
    }

    /// Whether the later answer can hold.
    package var mayHold: Bool {
        later.word.flatMap { AnswerSettling.after($0, on: standing) } != nil
    }
}

/// Where a conflict stands.
package struct ConflictName: Sendable, Hashable {
    package let file: Int
    package let line: Int

    package init(file: Int, line: Int) {
        self.file = file
        self.line = line
    }

    /// How the ledger and the history of members name what settled it.
    var document: String { "settle \(file)-\(line)" }
}
