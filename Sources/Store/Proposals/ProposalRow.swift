package import Civic

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One row of a list that came in through the browser.
package struct ProposalRow: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        /// Not looked at yet.
        case raw
        case ready
        /// Somebody has to look at it before it can be sent.
        case look
        /// Names nobody.
        case unreadable
        /// Left out, by the rules or by somebody.
        case ignored
        case sent
    }

    /// Position of the record in its file, from 1.
    package let record: Int
    package let state: State
    /// What is to be said about the row; see ``ProposalNote/code``.
    package let codes: [String]
    /// Codes that somebody has looked at and left as they are.
    package let settled: Set<String>
    package let rw: Int?
    /// Its number was cut by a spreadsheet.
    package let isCut: Bool
    package let nameKey: String
    package let birth: Day?
    /// Prints masked.
    package let nik: NIK?
    package let content: ProposalContent
    /// SIGAP number of the person, once sent.
    package let number: String?
    /// Rises with every change.
    package let version: Int

    package init(
        record: Int, state: State, codes: [String], settled: Set<String>, rw: Int?, isCut: Bool,
        nameKey: String, birth: Day?, nik: NIK?, content: ProposalContent, number: String? = nil,
        version: Int
    ) {
        self.record = record
        self.state = state
        self.codes = codes
        self.settled = settled
        self.rw = rw
        self.isCut = isCut
        self.nameKey = nameKey
        self.birth = birth
        self.nik = nik
        self.content = content
        self.number = number
        self.version = version
    }
}

/// What a row says: sealed as a whole.
package struct ProposalContent: Sendable, Hashable, Codable {
    /// Cells as written, until the columns are known.
    package var cells: [String]?
    /// By name of the column.
    package var values: [String: String]
    package var notes: [ProposalNote]

    private enum CodingKeys: String, CodingKey {
        case cells = "c"
        case values = "v"
        case notes = "n"
    }

    package init(
        cells: [String]? = nil, values: [String: String] = [:], notes: [ProposalNote] = []
    ) {
        self.cells = cells
        self.values = values
        self.notes = notes
    }

    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // Texts and lists of texts can always be written.
        return (try? encoder.encode(self)).map(Array.init) ?? []
    }

    init(bytes: [UInt8]) throws(Problem) {
        do { self = try JSONDecoder().decode(ProposalContent.self, from: Data(bytes)) } catch {
            throw Problem.storeDamaged("proposal_row.box")
        }
    }
}

/// Something to be said about a row.
package struct ProposalNote: Sendable, Hashable, Codable {
    /// Stable: `birth-differs`.
    package let code: String
    /// Name of the column that it speaks of.
    package let column: String?
    /// What the sentence names: dates, rows, a value that would be right.
    package let details: [String: String]

    private enum CodingKeys: String, CodingKey {
        case code = "k"
        case column = "f"
        case details = "d"
    }

    package init(_ code: String, column: String? = nil, details: [String: String] = [:]) {
        self.code = code
        self.column = column
        self.details = details
    }
}
