package import Civic

/// A matter in a monthly report and what is done about it.
package struct ReportMatter: Hashable, Sendable {
    package var matter: String
    package var action: String

    package init(_ matter: String, action: String) {
        self.matter = matter
        self.action = action
    }
}

/// A table of a report: what it shows, in one sentence, and its figures.
package struct ReportTable: Hashable, Sendable {
    package var heading: String
    package var sentence: String
    package var table: PaperTable

    package init(_ heading: String, sentence: String, _ table: PaperTable) {
        self.heading = heading
        self.sentence = sentence
        self.table = table
    }
}

/// The report of a month: figures, districts, money, and matters, a page for each.
package struct MonthlyReportPaper: FlowPaper {
    package var facts: PaperFacts
    package var letterhead: Letterhead
    /// `LAPORAN BULANAN …`.
    package var title: String
    package var month: Month
    /// Six numbers, one sentence each.
    package var figures: [Figure]
    package var districts: ReportTable
    package var money: ReportTable
    /// Claims, objections.
    package var cases: [ReportTable]
    package var matters: [ReportMatter]
    package var opening: [String]
    package var signer: Signer

    package init(
        facts: PaperFacts, letterhead: Letterhead, title: String, month: Month,
        figures: [Figure], districts: ReportTable, money: ReportTable, cases: [ReportTable],
        matters: [ReportMatter], opening: [String], signer: Signer
    ) {
        self.facts = facts
        self.letterhead = letterhead
        self.title = title
        self.month = month
        self.figures = figures
        self.districts = districts
        self.money = money
        self.cases = cases
        self.matters = matters
        self.opening = opening
        self.signer = signer
    }

    package var flow: Flow {
        var flow = facts.flow(TextStyle(.letter, 11).leaded(1.1))
        flow.add(.letterhead(letterhead), .paragraph(.title(title, size: 14)))
        flow.add(
            .paragraph(
                .title("Bulan \(CalendarWords.text(month, .indonesian))", before: 3).with {
                    $0.isBold = false
                }))
        flow.add(part("1. Ringkasan"), .space(6), .figures(figures), .newPage)
        flow.add(table(districts, number: 2) + [.newPage])
        flow.add(table(money, number: 3) + [.newPage])
        flow.add(part("4. Klaim, sanggahan, masalah, dan tindak lanjut"))
        flow.add(cases.flatMap { table($0, number: nil) })
        flow.add(.paragraph(.heading("Masalah dan tindak lanjut")), .table(mattersTable))
        flow.add(
            .signatures(Signatures(opening: opening, signers: [signer], check: facts.check)))
        return flow
    }

    private func part(_ text: String) -> Block {
        .paragraph(Paragraph.heading(text).with { $0.size = 13 })
    }

    private func table(_ table: ReportTable, number: Int?) -> [Block] {
        let heading =
            number.map { part("\($0). \(table.heading)") }
            ?? .paragraph(.heading(table.heading))
        let sentence = Paragraph(table.sentence).with { $0.isHeading = true }
        // Few rows on a page of their own: room to read them.
        let roomy = table.table.with {
            $0.size = max($0.size, 10)
            $0.rowHeight = max($0.rowHeight, 7.5.mm)
        }
        return [heading, .paragraph(sentence), .table(roomy)]
    }

    private var mattersTable: PaperTable {
        PaperTable(
            columns: [
                PaperColumn("No", 10, .right, fits: true), PaperColumn("Masalah", 75),
                PaperColumn("Tindak lanjut", 75),
            ],
            rows: matters.enumerated().map { ["\($0 + 1)", $1.matter, $1.action] }
        ).with { $0.size = 10 }
    }
}
