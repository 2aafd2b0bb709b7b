package import Civic
import Intake
import Linkage

/// Why a row belongs to its person, and whom it nearly joined: `sigap explain`. Names rows by list
/// and position only, so that nobody's data stands in it.
package struct Explanation: Encodable, Sendable {
    package struct Row: Encodable, Sendable, Hashable {
        package let source: String
        package let row: Int
    }

    package struct Finding: Encodable, Sendable {
        let field: String
        let level: String
        let bits: Double
        let meaningId: String
        let meaningEn: String
    }

    package struct Pair: Encodable, Sendable {
        let with: Row
        /// Log-odds in bits; the bits of ``findings`` and ``prior`` add up to it.
        let weight: Double
        let probability: Double
        let prior: Double
        let findings: [Finding]
        /// Keys by which the two met.
        let sharedKeys: [String]
    }

    package let row: Row
    package let person: String
    /// All rows of the person, the one asked for included.
    package let rows: [Row]
    /// The row with each other row of its person.
    package let together: [Pair]
    /// The row with rows of other people that came near, strongest first.
    package let near: [Pair]
    /// The row with the one it was asked about.
    package let asked: Pair?
}

extension CityRun {
    /// Explains a row of this run, which must have kept its pairs.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - other: a row to compare it with, whatever came of the two.
    /// - Returns: the account.
    /// - Throws: a problem when one of the rows is not there or holds no person.
    package func explanation(
        of row: Explanation.Row, with other: Explanation.Row?
    ) async throws(Problem) -> Explanation {
        let place = try place(of: row)
        let person = linkage.personOfRow[place]
        let mates = linkage.personOfRow.indices.filter {
            linkage.personOfRow[$0] == person && $0 != place
        }
        let near = linkage.pairs.compactMap { pair -> Int? in
            guard pair.left == place || pair.right == place else { return nil }
            let partner = pair.left == place ? pair.right : pair.left
            return linkage.personOfRow[partner] == person ? nil : partner
        }
        var partners = mates + near
        if let other { partners.append(try self.place(of: other)) }
        let explained = await Linkage.explain(
            partners.map { (place, $0) }, of: sources, model: linkage.model,
            workers: MachineUse.cores)
        let pairs = zip(partners, explained).map { pair($0, $1) }
        return Explanation(
            row: row, person: personNumber(Int(person)),
            rows: (mates + [place]).sorted().map(reference),
            together: Array(pairs[0..<mates.count]),
            near: Array(pairs[mates.count..<mates.count + near.count]),
            asked: other == nil ? nil : pairs.last)
    }

    private func place(of row: Explanation.Row) throws(Problem) -> Int {
        for (number, received) in deliveries.enumerated()
        where received.delivery.source == row.source {
            let rows = received.delivery.roster.rows
            if let offset = rows.firstIndex(where: { Int($0.number) == row.row }) {
                return linkage.sourceStarts[number] + offset
            }
        }
        throw Problem(
            .input, "row-unknown",
            Phrase(
                "Tidak ada orang di baris ini: \(row.source):\(row.row).",
                en: "There is no person in this row: \(row.source):\(row.row)."),
            do: Phrase(
                "Tulis daftar dan nomor baris seperti di links.csv, misalnya kelurahan:27.",
                en: "Give list and row as in links.csv, such as kelurahan:27."))
    }

    private func reference(_ place: Int) -> Explanation.Row {
        let found = locate(place)
        return Explanation.Row(
            source: deliveries[found.delivery].delivery.source, row: Int(found.row.number))
    }

    private func pair(_ partner: Int, _ explained: PairExplanation) -> Explanation.Pair {
        Explanation.Pair(
            with: reference(partner), weight: Double(explained.weight),
            probability: explained.probability, prior: Double(explained.evidence.prior),
            findings: explained.evidence.items.map { item in
                Explanation.Finding(
                    field: item.field, level: item.level, bits: Double(item.weight),
                    meaningId: item.sentence.indonesian, meaningEn: item.sentence.english)
            }, sharedKeys: explained.sharedKeys)
    }
}

extension Explanation {
    package func text() throws(Problem) -> String {
        try SnakeJSON.text(self, file: "explanation.json")
    }
}

extension Explanation.Row {
    /// `kelurahan:27`; nil when the text has another form.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let row = Int(text[text.index(after: colon)...])
        else { return nil }
        self.init(source: String(text[..<colon]), row: row)
    }
}
