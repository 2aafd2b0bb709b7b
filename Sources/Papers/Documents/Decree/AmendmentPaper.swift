package import Civic

/// A person whose place in a decree changes.
package struct AmendmentLine: Hashable, Sendable {
    /// The SIGAP number.
    package var number: String
    package var name: String
    package var nik: NIK?
    package var village: String
    /// Who or what stood there before.
    package var before: String
    /// Why, or what it is now.
    package var after: String

    package init(
        number: String, name: String, nik: NIK?, village: String, before: String, after: String
    ) {
        self.number = number
        self.name = name
        self.nik = nik
        self.village = village
        self.before = before
        self.after = after
    }
}

/// The annex of a change of a decree: who is added, taken out and changed.
package struct AmendmentPaper: FlowPaper {
    package var facts: PaperFacts
    /// The change itself.
    package var decree: DecreeReference
    package var edition: AnnexEdition
    package var title: String
    /// People in the decree before the change.
    package var peopleBefore: Int
    /// Whose places they take, and who pays for them.
    package var added: [AmendmentLine]
    /// Who paid for them, and why they were taken out.
    package var removed: [AmendmentLine]
    /// What was so before, and what it is now.
    package var changed: [AmendmentLine]
    package var signer: Signer

    package init(
        facts: PaperFacts, decree: DecreeReference, edition: AnnexEdition, title: String,
        peopleBefore: Int, added: [AmendmentLine], removed: [AmendmentLine],
        changed: [AmendmentLine], signer: Signer
    ) {
        self.facts = facts
        self.decree = decree
        self.edition = edition
        self.title = title
        self.peopleBefore = peopleBefore
        self.added = added
        self.removed = removed
        self.changed = changed
        self.signer = signer
    }

    package var peopleAfter: Int { peopleBefore + added.count - removed.count }

    package var flow: Flow {
        var flow = facts.flow(.legal)
        flow.add(decree.annexHead("LAMPIRAN", flow))
        flow.add(.paragraph(.title(title, before: 18)), .table(summary))
        for part in parts where !part.lines.isEmpty {
            flow.add(.paragraph(.heading(part.heading)), .table(table(part)))
        }
        flow.add(.signatures(Signatures(signers: [signer], check: facts.check)))
        return flow
    }

    private var summary: PaperTable {
        let rows = [
            ("Jumlah semula", peopleBefore), ("Ditambahkan", added.count),
            ("Dikeluarkan", removed.count), ("Jumlah menjadi", peopleAfter),
            ("Diubah datanya", changed.count),
        ]
        return PaperTable(
            columns: [PaperColumn("Uraian", 120), PaperColumn("Orang", 40, .right)],
            rows: rows.map { [$0, NumberText.grouped($1)] }
        ).with { $0.size = 9 }
    }

    struct Part {
        let name: String
        let heading: String
        let lines: [AmendmentLine]
        let list: PaperList<(Int, AmendmentLine)>

        var numbered: [(Int, AmendmentLine)] {
            lines.enumerated().map { ($0 + 1, $1) }
        }
    }

    var parts: [Part] {
        [
            Part(
                name: "Ditambahkan", heading: "A. Ditambahkan: \(people(added))", lines: added,
                list: list("Semula", "Sumber dana")),
            Part(
                name: "Dikeluarkan", heading: "B. Dikeluarkan: \(people(removed))",
                lines: removed, list: list("Semula", "Alasan")),
            Part(
                name: "Diubah", heading: "C. Diubah: \(people(changed))", lines: changed,
                list: list("Semula", "Menjadi")),
        ]
    }

    private func people(_ lines: [AmendmentLine]) -> String {
        "\(NumberText.grouped(lines.count)) orang"
    }

    private func table(_ part: Part) -> PaperTable {
        PaperTable(columns: part.list.paperColumns, rows: part.list.words(part.numbered)).with {
            $0.size = 8
        }
    }

    private func list(_ before: String, _ after: String) -> PaperList<(Int, AmendmentLine)> {
        var columns: [ListColumn<(Int, AmendmentLine)>] = [
            ListColumn("No", 10, .right, fits: true, kind: .number) { .count($0.0) },
            ListColumn("Nomor SIGAP", 25, fits: true) { .text($0.1.number) },
            ListColumn("Nama", 36) { .text($0.1.name) },
        ]
        if edition == .restricted {
            columns.append(
                ListColumn("NIK", 31, fits: true) {
                    $0.1.nik.map { .text($0.revealed()) } ?? .empty
                }
            )
        }
        columns += [
            ListColumn("Kelurahan", 24) { .text($0.1.village) },
            ListColumn(before, 26) { .text($0.1.before) },
            ListColumn(after, 26) { .text($0.1.after) },
        ]
        return PaperList(columns: columns)
    }
}
