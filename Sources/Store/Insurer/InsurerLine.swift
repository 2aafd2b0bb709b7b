package import Civic
package import Programme

/// A line of a file as it is shown, with the person it names.
package struct InsurerLine: Sendable, Hashable {
    package let line: Int
    package let effect: LineEffect
    /// Of a member.
    package let number: String?
    package let isStranger: Bool
    package let name: String?
    /// Prints masked.
    package let nik: NIK?
    package let village: PlaceCode?
    package let participant: String?
    package let day: Day?
    package let amount: Rupiah?
    /// The insurer's own code of a refusal, and ours.
    package let code: String?
    package let cause: String?
    /// The kind of a conflict or why the line could not be used, then what differs.
    package let notes: [String]
    /// How a conflict was settled; nil while it is not.
    package let choice: AnswerChoice?
}

/// What became of a file so far.
package struct InsurerFileFigures: Sendable, Hashable {
    /// Lines by what they did.
    package let effects: [LineEffect: Int]
    /// People a file asked for who wait for an answer.
    package let waiting: Int
    /// Of what a file asked for: accepted, and refused. Of ends that a file told of: noted by the
    /// insurer, and not found there.
    package let accepted: Int
    package let refused: Int
    /// Refusals that this file brought, by our reason and the insurer's code, most first.
    package let refusals: [Refusal]
    /// Conflicts that this file brought and nobody has settled.
    package let conflicts: Int

    /// Refusals for one reason.
    package struct Refusal: Sendable, Hashable {
        package let cause: String
        package let code: String?
        package let people: Int
    }

    package func count(_ effect: LineEffect) -> Int { effects[effect] ?? 0 }
}

/// A file with what became of it.
package struct InsurerFileRecord: Sendable, Hashable {
    package let file: InsurerFile
    package let figures: InsurerFileFigures
}
