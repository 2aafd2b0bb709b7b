package import Civic

/// Somebody who is to receive a card.
package struct HandoverLine: Hashable, Sendable {
    package var name: String
    /// The SIGAP number.
    package var number: String
    /// `003/011`.
    package var neighbourhood: String

    package init(name: String, number: String, neighbourhood: String) {
        self.name = name
        self.number = number
        self.neighbourhood = neighbourhood
    }
}

/// The list on which people of one kelurahan sign for their cards, twenty a page; each page has a
/// code by which it is known when it comes back scanned.
package struct HandoverPaper: FlowPaper {
    package static let rowsPerPage = 20

    package var facts: PaperFacts
    /// `TANDA TERIMA KARTU …`.
    package var title: String
    package var place: PaperPlace
    package var lines: [HandoverLine]
    /// The beginning of what the code of each page says, before `/` and its number.
    package var pageMark: String
    package var opening: [String]
    package var signers: [Signer]

    package init(
        facts: PaperFacts, title: String, place: PaperPlace, lines: [HandoverLine],
        pageMark: String, opening: [String], signers: [Signer]
    ) {
        self.facts = facts
        self.title = title
        self.place = place
        self.lines = lines
        self.pageMark = pageMark
        self.opening = opening
        self.signers = signers
    }

    package var flow: Flow {
        var flow = facts.flow(.form, pageMark: pageMark)
        flow.add(.paragraph(.title(title, size: 13)))
        let list = HandoverPaper.list
        let total = PaperTotal("Jumlah: \(NumberText.grouped(lines.count)) kartu")
        flow.add(
            .table(
                PaperTable(
                    columns: list.paperColumns,
                    groups: [
                        PaperGroup(place.heading, rows: list.words(numbered), totals: [total])
                    ]
                ).with {
                    $0.size = 8.5
                    $0.rowHeight = 9.mm
                    $0.rowsPerPage = HandoverPaper.rowsPerPage
                }))
        var end = Signatures(opening: opening, signers: signers, check: facts.check)
        end.room = 15.mm
        end.before = 10
        flow.add(.signatures(end))
        return flow
    }

    private var numbered: [(Int, HandoverLine)] { lines.enumerated().map { ($0 + 1, $1) } }

    private static let list = PaperList<(Int, HandoverLine)>(columns: [
        ListColumn("No", 10, .right, fits: true, kind: .number) { .count($0.0) },
        ListColumn("Nama", 56) { .text($0.1.name) },
        ListColumn("No. SIGAP", 26, fits: true) { .text($0.1.number) },
        ListColumn("RT/RW", 16, fits: true) { .text($0.1.neighbourhood) },
        ListColumn("Tanggal", 20) { _ in .empty },
        ListColumn("Tanda tangan/cap jempol", 38) { _ in .empty },
    ])

    /// The same lines as a workbook.
    ///
    /// - Throws: `workbook-write` when the disk is full or the folder takes no file.
    package func xlsx(to path: String) throws(Problem) {
        let list = HandoverPaper.list
        var book = try WorkbookWriter(path: path, created: facts.created)
        try book.beginSheet("Tanda terima", columns: list.sheetColumns)
        for line in numbered { try book.append(list.values(line)) }
        try book.writeNotes(
            [
                ("Dokumen", title), ("Kecamatan", place.district),
                (place.villageWord, place.village),
                ("Jumlah", "\(NumberText.grouped(lines.count)) kartu"),
            ] + facts.check.notes)
        try book.finish()
    }
}
