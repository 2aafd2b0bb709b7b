package import Civic

/// `/kerja/rekonsiliasi/{bulan}/pertentangan`: answers of the insurer that contradict each other,
/// side by side, and which of them holds.
package struct InsurerConflictsPage: Page {
    package static let template = "insurer-conflicts"
    package static let room = Room.work
    package var section: NavigationItem? { .reconciliation }

    /// Which answer holds. Raw values stand in forms.
    package enum Choice: String, CaseIterable, Sendable {
        case held = "tercatat"
        case later = "baru"
    }

    /// One of two answers.
    package struct Side: Sendable {
        package let says: Phrase
        /// Where it stands; nil where no answer of the insurer says so.
        package let source: Source?

        package init(says: Phrase, source: Source?) {
            self.says = says
            self.source = source
        }
    }

    /// A line of a file.
    package struct Source: Sendable {
        package let file: Int
        package let name: String
        package let line: Int
        package let at: Moment

        package init(file: Int, name: String, line: Int, at: Moment) {
            self.file = file
            self.name = name
            self.line = line
            self.at = at
        }
    }

    /// A person about whom two answers differ.
    package struct Case: Sendable {
        package let file: Int
        package let line: Int
        package let version: Int
        package let name: String
        package let number: String
        /// Masked.
        package let nik: String?
        package let village: String?
        package let kind: Phrase?
        package let held: Side
        package let later: Side
        /// Whether the later answer can hold.
        package let mayHold: Bool
        /// What was typed before it was refused.
        package let choice: Choice?
        package let reason: String

        package init(
            file: Int, line: Int, version: Int, name: String, number: String, nik: String?,
            village: String?, kind: Phrase?, held: Side, later: Side, mayHold: Bool,
            choice: Choice?, reason: String
        ) {
            self.file = file
            self.line = line
            self.version = version
            self.name = name
            self.number = number
            self.nik = nik
            self.village = village
            self.kind = kind
            self.held = held
            self.later = later
            self.mayHold = mayHold
            self.choice = choice
            self.reason = reason
        }
    }

    package let month: Month
    /// A month that is closed settles nothing.
    package let isClosed: Bool
    /// How many wait in all.
    package let count: Int
    package let cases: [Case]
    /// Where they go on; nil at the end.
    package let nextHref: String?
    package let key: String
    /// Something was settled just now.
    package let isSettled: Bool
    package let trouble: Problem?

    package init(
        month: Month, isClosed: Bool, count: Int, cases: [Case], nextHref: String?, key: String,
        isSettled: Bool, trouble: Problem?
    ) {
        self.month = month
        self.isClosed = isClosed
        self.count = count
        self.cases = cases
        self.nextHref = nextHref
        self.key = key
        self.isSettled = isSettled
        self.trouble = trouble
    }
}
