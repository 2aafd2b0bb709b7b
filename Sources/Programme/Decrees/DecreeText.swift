package import Civic

/// The text of one decree, its blanks filled in.
package struct DecreeText: Hashable, Sendable {
    package var about: String
    package var annexTitle: String
    package var considering: [String]
    package var recalling: [String]
    package var deciding: [String]

    package init(
        about: String, annexTitle: String, considering: [String], recalling: [String],
        deciding: [String]
    ) {
        self.about = about
        self.annexTitle = annexTitle
        self.considering = considering
        self.recalling = recalling
        self.deciding = deciding
    }
}

/// What stands in the blanks of the wording.
package struct DecreeFacts: Hashable, Sendable {
    /// How many lines add, remove and alter.
    package var counts: [LineChange: Int]
    package var months: ClosedRange<Month>
    /// Titles of the funds that pay, in order.
    package var funds: [String]
    /// Number and date of the decree that is amended.
    package var amended: String?
    /// How the amended decree is amended: this is its so manieth amendment.
    package var turn: Int

    package init(
        counts: [LineChange: Int], months: ClosedRange<Month>, funds: [String],
        amended: String? = nil, turn: Int = 1
    ) {
        self.counts = counts
        self.months = months
        self.funds = funds
        self.amended = amended
        self.turn = turn
    }

    package var people: Int { counts.values.reduce(0, +) }

    /// Blanks and what stands in them. Decrees are written in Indonesian.
    fileprivate var blanks: [String: String] {
        func count(_ change: LineChange) -> String { NumberText.grouped(counts[change] ?? 0) }
        return [
            "jumlah": NumberText.grouped(people), "terbilang": NumberWords.text(people),
            "tambah": count(.add), "keluar": count(.remove), "ubah": count(.alter),
            "mulai": CalendarWords.text(months.lowerBound, .indonesian),
            "sampai": CalendarWords.text(months.upperBound, .indonesian),
            "bulan": String(months.upperBound - months.lowerBound + 1),
            "tahun": years,
            "dana": DecreeFacts.listed(funds), "diubah": amended ?? "", "ke": String(turn),
        ]
    }

    /// `2026`, or `2026–2027`.
    private var years: String {
        let (first, last) = (months.lowerBound.year, months.upperBound.year)
        return first == last ? String(first) : "\(first)–\(last)"
    }

    /// `a, b, dan c`.
    private static func listed(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let comma = items.count > 2 ? "," : ""
        return "\(items.dropLast().joined(separator: ", "))\(comma) dan \(last)"
    }
}

extension DecreePolicy.Wording {
    /// Words in braces that blanks may have.
    package static let blanks: Set<String> = Set(
        DecreeFacts(
            counts: [:], months: Month(number: 0)...Month(number: 0), funds: []
        ).blanks.keys)

    package func text(_ facts: DecreeFacts) -> DecreeText {
        let blanks = facts.blanks
        func filled(_ text: String) -> String { WordingBlanks.filled(text, blanks) }
        return DecreeText(
            about: filled(about), annexTitle: filled(annexTitle),
            considering: considering.map(filled), recalling: recalling.map(filled),
            deciding: deciding.map(filled))
    }

    /// The first word in braces that is no blank; nil when all are.
    package var unknownBlank: String? {
        ([about, annexTitle] + considering + recalling + deciding).lazy.compactMap {
            WordingBlanks.unknown(in: $0, but: DecreePolicy.Wording.blanks)
        }.first
    }
}
