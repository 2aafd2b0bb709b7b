package import Civic

/// Somebody's place in an order, with all that decides it. No name and no NIK.
package struct RankingLine: Hashable, Sendable {
    package var place: Int
    /// The SIGAP number.
    package var number: String
    package var village: String
    package var occupation: String
    package var decile: Int?
    package var hazard: Int
    package var proposed: Day?
    /// The lot, hexadecimal.
    package var draw: String
    /// Chosen or waiting, in words.
    package var standing: String

    package init(
        place: Int, number: String, village: String, occupation: String, decile: Int?,
        hazard: Int, proposed: Day?, draw: String, standing: String
    ) {
        self.place = place
        self.number = number
        self.village = village
        self.occupation = occupation
        self.decile = decile
        self.hazard = hazard
        self.proposed = proposed
        self.draw = draw
        self.standing = standing
    }
}

/// The order of candidates as it was frozen: by which rule and seed, and each place.
package struct RankingPaper: FlowPaper {
    package var facts: PaperFacts
    package var letterhead: Letterhead
    package var title: String
    package var fields: [PaperField]
    /// In order.
    package var lines: [RankingLine]
    package var opening: [String]
    package var signer: Signer

    package init(
        facts: PaperFacts, letterhead: Letterhead, title: String, fields: [PaperField],
        lines: [RankingLine], opening: [String], signer: Signer
    ) {
        self.facts = facts
        self.letterhead = letterhead
        self.title = title
        self.fields = fields
        self.lines = lines
        self.opening = opening
        self.signer = signer
    }

    package var flow: Flow {
        var flow = facts.flow(.form)
        flow.add(.letterhead(letterhead), .paragraph(.title(title, size: 13)), .space(6))
        flow.add(fields.map { .clause(.field($0.label, $0.text, labelWidth: 45.mm)) })
        let list = RankingPaper.list
        flow.add(
            .table(
                PaperTable(columns: list.paperColumns, rows: list.words(lines)).with {
                    $0.size = 7.5
                    $0.before = 10
                }))
        flow.add(
            .signatures(Signatures(opening: opening, signers: [signer], check: facts.check)))
        return flow
    }

    private static let list = PaperList<RankingLine>(columns: [
        ListColumn("Tempat", 12, .right, fits: true) { .count($0.place) },
        ListColumn("Nomor SIGAP", 24, fits: true) { .text($0.number) },
        ListColumn("Kelurahan", 26) { .text($0.village) },
        ListColumn("Pekerjaan", 28) { .text($0.occupation) },
        ListColumn("Desil", 9, .right, fits: true) { $0.decile.map(ListCell.count) ?? .empty },
        ListColumn("Risiko", 10, .right, fits: true) { .count($0.hazard) },
        ListColumn("Diusulkan", 18, fits: true) { .text($0.proposed?.iso ?? "") },
        ListColumn("Undian", 26, fits: true) { .text($0.draw) },
        ListColumn("Hasil", 14, fits: true) { .text($0.standing) },
    ])
}
