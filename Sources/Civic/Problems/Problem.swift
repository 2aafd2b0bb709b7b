/// The languages a user may read.
package enum Language: String, Sendable, CaseIterable, Codable {
    case indonesian = "id"
    case english = "en"
}

/// One sentence in every language of the program.
package struct Phrase: Hashable, Sendable {
    package let indonesian: String
    package let english: String

    package init(_ indonesian: String, en english: String) {
        self.indonesian = indonesian
        self.english = english
    }

    package func text(_ language: Language) -> String {
        language == .english ? english : indonesian
    }
}

/// Where something is wrong. Never holds personal data: files, rows and columns only.
package struct Spot: Hashable, Sendable {
    package var file: String?
    /// Counted from 1 as a spreadsheet shows it, header and blank rows included.
    package var row: Int?
    package var column: String?

    package init(file: String? = nil, row: Int? = nil, column: String? = nil) {
        self.file = file
        self.row = row
        self.column = column
    }

    package func text(_ language: Language) -> String? {
        var parts: [String] = []
        if let file { parts.append(file) }
        if let row { parts.append(language == .english ? "row \(row)" : "baris \(row)") }
        if let column {
            parts.append(language == .english ? "column \(column)" : "kolom \(column)")
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

/// What went wrong, where, what to do about it, and a stable code: one value, shown as a sentence
/// in a page, a line in the terminal and a problem document in the API.
package struct Problem: Error, Hashable, Sendable {
    /// Decides exit status and HTTP status.
    package enum Kind: Sendable {
        /// The job ran and found nothing usable.
        case nothingUsable
        /// The command or form was used wrongly.
        case usage
        /// The input cannot be used.
        case input
        /// The store, the disk or a service failed.
        case service
        /// There is no such thing, or not for this user.
        case notFound
        /// The user may not do this.
        case forbidden
        /// Somebody else was faster.
        case conflict
    }

    package let kind: Kind
    /// Stable, lower case with hyphens: `nik-length`.
    package let code: String
    package let what: Phrase
    package var spot: Spot?
    package let remedy: Phrase

    package init(
        _ kind: Kind, _ code: String, _ what: Phrase, at spot: Spot? = nil, do remedy: Phrase
    ) {
        self.kind = kind
        self.code = code
        self.what = what
        self.spot = spot
        self.remedy = remedy
    }

    /// One line: what, where, what to do.
    package func sentence(_ language: Language) -> String {
        let place = spot?.text(language).map { "\($0): " } ?? ""
        return "\(place)\(what.text(language)) \(remedy.text(language))"
    }

    /// The exit status of the command line, as the contract of commands lists it.
    package var exitStatus: Int32 {
        switch kind {
        case .nothingUsable: 1
        case .usage: 2
        case .input, .notFound, .forbidden, .conflict: 3
        case .service: 4
        }
    }
}
