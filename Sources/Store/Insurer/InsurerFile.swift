package import Civic

/// A file to or from the insurer.
package struct InsurerFile: Sendable, Hashable {
    /// Raw values of both are those of the store.
    package enum Way: String, Sendable {
        case out
        case into = "in"
    }

    package enum Kind: String, CaseIterable, Sendable {
        /// Asks the insurer to enrol people.
        case enrol
        /// Tells it for whom nothing is paid any more; coming in, what it answered to that.
        case end
        /// What it answered.
        case result
        /// What it asks for a month.
        case bill
        /// Whom it covers in a month.
        case members

        /// What comes back to a file that went out.
        package var answer: Kind { self == .end ? .end : .result }
    }

    /// How files travel.
    package enum Channel: String, Sendable { case file, service }

    /// That a file reached the insurer.
    package struct Handover: Sendable, Hashable {
        package let at: Instant
        package let actor: String
        /// How, in the words of whoever handed it over.
        package let manner: String
    }

    package let id: Int
    package let way: Way
    package let kind: Kind
    package let month: Month
    /// Nil for a file about several funds.
    package let fund: String?
    /// The file that this one answers.
    package let answers: Int?
    package let name: String
    /// SHA-256 of the contents, hexadecimal.
    package let digest: String
    package let lines: Int
    package let channel: Channel
    package let handover: Handover?
    /// How often it was sent.
    package let tries: Int
    package let actor: String
    package let at: Instant
}

/// A file that is about to be kept.
package struct NewInsurerFile: Sendable {
    package let kind: InsurerFile.Kind
    package let month: Month
    package let fund: String?
    package let answers: Int?
    package let name: String
    package let digest: String
    package let channel: InsurerFile.Channel

    package init(
        kind: InsurerFile.Kind, month: Month, fund: String?, answers: Int? = nil, name: String,
        digest: String, channel: InsurerFile.Channel
    ) {
        self.kind = kind
        self.month = month
        self.fund = fund
        self.answers = answers
        self.name = name
        self.digest = digest
        self.channel = channel
    }
}
