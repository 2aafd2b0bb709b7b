package import Civic

/// Somebody in whose name minutes are written.
package struct MinutesParty: Hashable, Sendable {
    package var name: String
    package var office: String

    package init(name: String, office: String) {
        self.name = name
        self.office = office
    }
}

/// One result, with what it is made of.
package struct MinutesResult: Hashable, Sendable {
    package var text: String
    package var parts: [String]

    package init(_ text: String, parts: [String] = []) {
        self.text = text
        self.parts = parts
    }
}

/// A table of minutes under its heading.
package struct MinutesTable: Hashable, Sendable {
    package var heading: String
    package var table: PaperTable

    package init(_ heading: String, _ table: PaperTable) {
        self.heading = heading
        self.table = table
    }
}

/// A berita acara: who did what on a day, and with what result.
package struct MinutesPaper: FlowPaper {
    package var facts: PaperFacts
    package var letterhead: Letterhead
    /// `BERITA ACARA VERIFIKASI …`.
    package var title: String
    package var day: Day
    package var parties: [MinutesParty]
    /// `telah melakukan verifikasi …`, before `dengan hasil sebagai berikut:`.
    package var deed: String
    package var results: [MinutesResult]
    package var tables: [MinutesTable]
    /// The last sentence before the signatures.
    package var closing: String
    package var opening: [String]
    package var signers: [Signer]

    package init(
        facts: PaperFacts, letterhead: Letterhead, title: String, day: Day,
        parties: [MinutesParty], deed: String, results: [MinutesResult],
        tables: [MinutesTable] = [], closing: String, opening: [String], signers: [Signer]
    ) {
        self.facts = facts
        self.letterhead = letterhead
        self.title = title
        self.day = day
        self.parties = parties
        self.deed = deed
        self.results = results
        self.tables = tables
        self.closing = closing
        self.opening = opening
        self.signers = signers
    }

    package var flow: Flow {
        var flow = facts.flow(TextStyle(.letter, 11).leaded(1.1))
        flow.add(.letterhead(letterhead), .paragraph(.title(title, size: 13)))
        flow.add(.paragraph(.title("Nomor: \(facts.number)", before: 3).with { $0.isBold = false }))
        flow.add(.paragraph(Paragraph(beginning, before: 14)))
        flow.add(parties.enumerated().flatMap(party))
        flow.add(
            .paragraph(
                Paragraph("\(deed), dengan hasil sebagai berikut:", before: 8).with {
                    $0.isHeading = true
                }))
        flow.add(results.enumerated().flatMap(result))
        for table in tables {
            flow.add(.paragraph(.heading(table.heading)), .table(table.table))
        }
        flow.add(.paragraph(Paragraph(closing, before: 12)))
        flow.add(
            .signatures(Signatures(opening: opening, signers: signers, check: facts.check)))
        return flow
    }

    private var beginning: String {
        "Pada hari ini, \(MinutesPaper.words(day)), kami yang bertanda tangan di bawah ini:"
    }

    /// `Kamis tanggal dua belas bulan Maret tahun dua ribu dua puluh enam`.
    static func words(_ day: Day) -> String {
        let parts = day.parts
        let weekday = CalendarWords.textWithWeekday(day, .indonesian).prefix { $0 != "," }
        let (date, year) = (NumberWords.text(parts.day), NumberWords.text(parts.year))
        let month = CalendarWords.monthName(parts.month, .indonesian)
        return "\(weekday) tanggal \(date) bulan \(month) tahun \(year)"
    }

    private func party(_ index: Int, _ party: MinutesParty) -> [Block] {
        func field(_ label: String, _ text: String, mark: String?) -> [Block] {
            // The mark of the party stands beside its first line.
            var clause = Clause.field(label, text, labelWidth: 24.mm, indent: 8.mm, before: 1)
            clause.before = mark == nil ? 1 : 4
            clause.leadingMark = mark
            return [.clause(clause)]
        }
        return field("Nama", party.name, mark: ListMark.number(index))
            + field("Jabatan", party.office, mark: nil)
    }

    private func result(_ index: Int, _ result: MinutesResult) -> [Block] {
        [.clause(.item(ListMark.letter(index), result.text))]
            + result.parts.map { .clause(.item("–", $0, indent: 7.mm, markWidth: 5.mm, before: 1)) }
    }
}
