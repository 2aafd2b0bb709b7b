package import Civic
package import Programme

/// One row of a file of the insurer, read but not yet matched with anybody.
package struct InsurerRow: Sendable, Hashable {
    /// What a spreadsheet shows at the left.
    package let line: Int
    package var nik: NIK?
    /// Our number of the person, where the file gave it back.
    package var number: String?
    package var name: String
    package var participant: ParticipantNumber?
    package var day: Day?
    package var amount: Rupiah?
    /// The insurer's own code of a refusal.
    package var code: String?
    /// Nil when the row cannot be used.
    package var word: InsurerWord?
    /// Why it cannot be used: a stable code that has words.
    package var fault: String?

    package init(line: Int, name: String = "") {
        self.line = line
        self.name = name
    }
}

/// What a file brought.
package struct InsurerIntake: Sendable, Hashable {
    package let file: Int
    /// The same contents were read before; nothing was done.
    package let isKnown: Bool

    package init(file: Int, isKnown: Bool) {
        self.file = file
        self.isKnown = isKnown
    }
}
