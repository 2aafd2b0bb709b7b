package import Civic
import Crypto

/// What somebody said that the columns of a list mean, for the next list with the same headings.
package struct ColumnMemory: Sendable, Hashable {
    /// Whose lists: `area:32.75.01.1001`, `agency:dishub`.
    package let owner: String
    /// As written, by position.
    package let headings: [String]
    /// Names of the columns, by position; nil for one that is not needed.
    package let columns: [String?]

    package init(owner: String, headings: [String], columns: [String?]) {
        self.owner = owner
        self.headings = headings
        self.columns = columns
    }

    /// The same for headings that differ in case, blanks and signs only.
    static func key(_ headings: [String]) -> String {
        let text = headings.map { String($0.uppercased().filter { $0.isLetter || $0.isNumber }) }
        return Hexadecimal.text(
            Array(SHA256.hash(data: Array(text.joined(separator: "|").utf8)).prefix(16)))
    }

    /// Whether some heading tells the list from others.
    private var isTelling: Bool { headings.contains { !$0.isEmpty } }

    func write(at instant: Instant, _ writer: any SQLWriter) throws(Problem) {
        guard isTelling else { return }
        try writer.execute(
            """
            INSERT INTO column_memory (owner, headings, columns, at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (owner, headings)
            DO UPDATE SET columns = excluded.columns, at = excluded.at
            """,
            [
                .text(owner), .text(ColumnMemory.key(headings)),
                .text(ProposalTable.json(columns)), .integer(instant.milliseconds),
            ])
    }
}

extension CityStore {
    /// What was said before about lists of `owner` with these headings; nil when nobody was asked.
    package func rememberedColumns(
        of owner: String, headings: [String]
    ) async throws(Problem) -> [String?]? {
        try await engine.read { reader throws(Problem) in
            let text = try reader.first(
                "SELECT columns FROM column_memory WHERE owner = $1 AND headings = $2",
                [.text(owner), .text(ColumnMemory.key(headings))]
            ) { fields in fields.text() }
            return try text.map { text throws(Problem) in try StoredList.strings(text) }
        }
    }

    /// Remembers what the columns of a list mean; others than proposals use this.
    package func remember(_ memory: ColumnMemory, at instant: Instant) async throws(Problem) {
        try await engine.write { writer throws(Problem) in
            try memory.write(at: instant, writer)
        }
    }
}
