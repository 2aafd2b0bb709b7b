/// The text of a decree, in the form of legal products; its words are the city's.
package struct DecreePaper: FlowPaper {
    /// `KESATU : …`.
    package struct Point: Hashable, Sendable {
        package var label: String
        package var text: String

        package init(_ label: String, _ text: String) {
            self.label = label
            self.text = text
        }
    }

    package var facts: PaperFacts
    package var letterhead: Letterhead
    package var decree: DecreeReference
    /// The lines between title and reasons: `DENGAN RAHMAT …`, `WALI KOTA …,`.
    package var invocation: [String]
    /// *Menimbang*.
    package var reasons: [String]
    /// *Mengingat*.
    package var laws: [String]
    /// What *Menetapkan* names.
    package var resolution: String
    package var points: [Point]
    /// `Ditetapkan di …`, `pada tanggal …`.
    package var opening: [String]
    package var signer: Signer

    package init(
        facts: PaperFacts, letterhead: Letterhead, decree: DecreeReference, invocation: [String],
        reasons: [String], laws: [String], resolution: String, points: [Point], opening: [String],
        signer: Signer
    ) {
        self.facts = facts
        self.letterhead = letterhead
        self.decree = decree
        self.invocation = invocation
        self.reasons = reasons
        self.laws = laws
        self.resolution = resolution
        self.points = points
        self.opening = opening
        self.signer = signer
    }

    private static let labelWidth = 30.mm

    package var flow: Flow {
        var flow = facts.flow(.legal.leaded(1.15))
        flow.add(.letterhead(letterhead))
        flow.add(heading(decree.kind, before: 6), heading("NOMOR : \(decree.shownNumber)"))
        flow.add(heading("TENTANG", before: 12), heading(decree.about, before: 6))
        flow.add(
            invocation.enumerated().map { heading($1, before: $0 == 0 ? 14 : 4) })
        flow.add(marked("Menimbang", reasons, ListMark.letter))
        flow.add(marked("Mengingat", laws, ListMark.number))
        flow.add(heading("MEMUTUSKAN:", before: 14))
        flow.add(
            [labelled("Menetapkan", resolution, .left)]
                + points.map { labelled($0.label, $0.text, .justified) })
        flow.add(
            .signatures(Signatures(opening: opening, signers: [signer], check: facts.check)))
        return flow
    }

    private func heading(_ text: String, before: Double = 2) -> Block {
        .paragraph(Paragraph.title(text, before: before).with { $0.isBold = false })
    }

    /// The label stands beside the first of its texts only.
    private func marked(
        _ label: String, _ texts: [String], _ mark: (Int) -> String
    ) -> [Block] {
        texts.enumerated().map { index, text in
            var clause = Clause(text, before: index == 0 ? 12 : 4)
            clause.label = index == 0 ? label : nil
            clause.labelWidth = DecreePaper.labelWidth
            clause.mark = mark(index)
            clause.markWidth = 8.mm
            return .clause(clause)
        }
    }

    private func labelled(
        _ label: String, _ text: String, _ alignment: TextAlignment
    ) -> Block {
        .clause(
            .field(label, text, labelWidth: DecreePaper.labelWidth, before: 8).with {
                $0.alignment = alignment
            })
    }
}

/// How the items of a list are counted.
enum ListMark {
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

    /// `a.` to `z.`, then `aa.`.
    static func letter(_ index: Int) -> String {
        let last = letters[index % letters.count]
        let first = index < letters.count ? "" : String(letters[index / letters.count - 1])
        return "\(first)\(last)."
    }

    /// `1.`, `2.` …
    static func number(_ index: Int) -> String { "\(index + 1)." }
}
