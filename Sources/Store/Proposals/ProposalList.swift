package import Civic

/// A list of proposed people that came in through the browser.
package struct ProposalList: Sendable, Hashable, Identifiable {
    package enum State: String, Sendable, CaseIterable {
        /// Somebody has to say what its columns mean.
        case columns
        /// A node looks at its rows.
        case checking
        /// Rows can be corrected.
        case open
        /// A node sends it.
        case sending
        case sent
        case undone
    }

    package enum Kind: String, Sendable, CaseIterable {
        case file
        case paste
        case typed
    }

    package let id: Int
    package let state: State
    package let kind: Kind
    /// Whose list it is: a village or a district; nil for the whole city.
    package let place: PlaceCode?
    /// Which neighbourhood sent it, where the operator said so.
    package let rw: Int?
    /// What the sender calls the file; empty for what was pasted or typed.
    package let file: String
    /// Of what was sent, hexadecimal.
    package let digest: String
    /// As written, by position.
    package let headings: [String]
    /// What the columns mean, by position; empty until somebody has said so.
    package let columns: [String?]
    /// Faults of the list as a whole.
    package let warnings: [DeliveryWarning]
    package let rowCount: Int
    /// How many rows were looked at.
    package let checked: Int
    package let createdAt: Instant
    package let createdBy: String
    package let sentAt: Instant?
    package let sentBy: String?
    /// `KEL-BJ-2026-014`, of a list that was sent.
    package let receipt: String?
    /// How many rows are in which state.
    package let counts: [ProposalRow.State: Int]
}

/// A list as it comes in.
package struct NewProposalList: Sendable {
    package struct Row: Sendable {
        package let record: Int
        /// Cells as written, by position.
        package let cells: [String]
        /// Its number ends in 0 in a column that a spreadsheet has cut.
        package let isCut: Bool

        package init(record: Int, cells: [String], isCut: Bool) {
            self.record = record
            self.cells = cells
            self.isCut = isCut
        }
    }

    package var kind: ProposalList.Kind
    package var place: PlaceCode?
    package var rw: Int?
    package var file: String
    /// Of what was sent, hexadecimal: the same again changes nothing.
    package var digest: String
    package var headings: [String]
    /// Nil where somebody has to be asked.
    package var columns: [String?]?
    package var warnings: [DeliveryWarning]
    package var rows: [Row]

    package init(
        kind: ProposalList.Kind, place: PlaceCode?, rw: Int?, file: String, digest: String,
        headings: [String], columns: [String?]?, warnings: [DeliveryWarning], rows: [Row]
    ) {
        self.kind = kind
        self.place = place
        self.rw = rw
        self.file = file
        self.digest = digest
        self.headings = headings
        self.columns = columns
        self.warnings = warnings
        self.rows = rows
    }
}

/// What became of a list that came in.
package enum ProposalCreation: Sendable, Hashable {
    case created(Int)
    /// The same content is there already, under this number.
    case known(Int)
}
