package import Civic

/// A line of a decree: one person it names.
package struct AnnexLine: Hashable, Sendable {
    /// Counted through the whole decree.
    package var line: Int
    /// The SIGAP number.
    package var number: String
    package var name: String
    package var nik: NIK?
    /// `003/011`.
    package var neighbourhood: String
    package var occupation: String
    package var fund: String

    package init(
        line: Int, number: String, name: String, nik: NIK?, neighbourhood: String,
        occupation: String, fund: String
    ) {
        self.line = line
        self.number = number
        self.name = name
        self.nik = nik
        self.neighbourhood = neighbourhood
        self.occupation = occupation
        self.fund = fund
    }
}

/// The people of one kelurahan, in the order of the decree.
package struct AnnexGroup: Hashable, Sendable {
    package var place: PaperPlace
    package var lines: [AnnexLine]

    package init(place: PaperPlace, lines: [AnnexLine]) {
        self.place = place
        self.lines = lines
    }
}

/// Who may read an annex.
package enum AnnexEdition: Sendable, CaseIterable {
    /// With full NIKs. Whoever has it made records that NIKs were read.
    case restricted
    /// Without NIK and address, to be shown to everybody.
    case open
}

/// The annex of a decree: who receives, kelurahan by kelurahan.
package struct AnnexPaper: FlowPaper {
    package var facts: PaperFacts
    package var decree: DecreeReference
    package var edition: AnnexEdition
    /// `DAFTAR PEKERJA RENTAN PENERIMA …`.
    package var title: String
    package var groups: [AnnexGroup]
    package var signer: Signer
    /// Whether each kelurahan begins a page, to be handed out.
    package var dividesPages = false

    package init(
        facts: PaperFacts, decree: DecreeReference, edition: AnnexEdition, title: String,
        groups: [AnnexGroup], signer: Signer
    ) {
        self.facts = facts
        self.decree = decree
        self.edition = edition
        self.title = title
        self.groups = groups
        self.signer = signer
    }

    package var people: Int { groups.reduce(0) { $0 + $1.lines.count } }

    package var flow: Flow {
        var flow = facts.flow(.legal)
        flow.add(decree.annexHead("LAMPIRAN", flow))
        flow.add(.paragraph(.title(title, before: 18)), .table(table))
        flow.add(.signatures(Signatures(signers: [signer], check: facts.check)))
        return flow
    }

    private var table: PaperTable {
        let list = list
        let groups = groups.map { group in
            let word = group.place.villageWord.lowercased()
            let sum = total("Jumlah \(word) ini", group.lines.count)
            return PaperGroup(
                group.place.heading, rows: list.words(group.lines), totals: [sum])
        }
        let sum = total("Jumlah seluruhnya", people)
        return PaperTable(columns: list.paperColumns, groups: groups, totals: [sum]).with {
            $0.before = 10
            $0.size = 8
            $0.dividesPages = dividesPages
        }
    }

    private func total(_ label: String, _ people: Int) -> PaperTotal {
        PaperTotal("\(label): \(NumberText.grouped(people)) orang")
    }

    private var list: PaperList<AnnexLine> { AnnexPaper.list(edition) }

    static func list(_ edition: AnnexEdition) -> PaperList<AnnexLine> {
        var columns: [ListColumn<AnnexLine>] = [
            ListColumn("No", 11.5, .right, fits: true, kind: .number) { .count($0.line) },
            ListColumn("Nomor SIGAP", 25, fits: true) { .text($0.number) },
            ListColumn("Nama", 38) { .text($0.name) },
        ]
        if edition == .restricted {
            columns += [
                ListColumn("NIK", 31.5, fits: true) {
                    $0.nik.map { .text($0.revealed()) } ?? .empty
                },
                ListColumn("RT/RW", 16, fits: true) { .text($0.neighbourhood) },
            ]
        }
        columns += [
            ListColumn("Pekerjaan", 23.5) { .text($0.occupation) },
            ListColumn("Sumber", 14.5, fits: true) { .text($0.fund) },
        ]
        return PaperList(columns: columns)
    }
}
