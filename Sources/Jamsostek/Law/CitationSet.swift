package import Civic

/// The sources on which one answer rests: positions in the register of citations, as bits, so that a
/// million answers carry their sources without touching text. See ``Law/citations(of:)``.
package struct CitationSet: Hashable, Sendable {
    /// As many citations as the register can hold.
    static let capacity = 64

    let bits: UInt64

    package static let none = CitationSet(bits: 0)

    init(bits: UInt64) { self.bits = bits }

    init(position: Int) { bits = 1 << UInt64(position) }

    package func union(_ other: CitationSet) -> CitationSet {
        CitationSet(bits: bits | other.bits)
    }

    package mutating func insert(_ other: CitationSet) { self = union(other) }
}

/// All sources the law tables cite, in the order in which answers list them.
package struct CitationRegister: Sendable {
    package struct Entry: Sendable {
        package let citation: Citation
        /// Statute, decree, official paper of the insurer, press, or our own reading.
        package let kind: Kind
        /// Where the figure was read.
        package let locator: String
        /// The day this project last relied on that place; nil when it was read nowhere yet.
        package let checkedOn: Day?
    }

    package enum Kind: String, Sendable {
        case statute
        case decree
        case official
        case press
        case reading
    }

    package let entries: [Entry]
    private let positions: [String: Int]

    init(_ table: Table) throws(Problem) {
        var entries: [Entry] = []
        var positions: [String: Int] = [:]
        for row in table.rows {
            let id = try row.text("id")
            guard positions.updateValue(entries.count, forKey: id) == nil else {
                throw row.wrong("id", id)
            }
            entries.append(
                Entry(
                    citation: Citation(id: id, title: try row.text("title")),
                    kind: try row.choice("kind"), locator: try row.text("url_or_locator"),
                    checkedOn: try row.optionalDay("checked_on")))
        }
        guard entries.count <= CitationSet.capacity else {
            throw Problem.lawData(
                "law-citations",
                Phrase(
                    "Paling banyak \(CitationSet.capacity) sumber dapat didaftarkan.",
                    en: "At most \(CitationSet.capacity) sources can be registered."),
                at: Spot(file: table.name))
        }
        self.entries = entries
        self.positions = positions
    }

    /// The source that `row` cites in its column `source`.
    /// - Throws: a problem of kind service when the register does not know it.
    func source(of row: Table.Row) throws(Problem) -> CitationSet {
        let id = try row.text("source")
        guard let position = positions[id] else { throw row.wrong("source", id) }
        return CitationSet(position: position)
    }

    func citations(in set: CitationSet) -> [Citation] {
        entries.indices.filter { set.bits >> UInt64($0) & 1 == 1 }.map { entries[$0].citation }
    }
}
