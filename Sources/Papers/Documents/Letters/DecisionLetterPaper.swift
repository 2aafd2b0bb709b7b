package import Civic

/// Why somebody was refused, and what can be done.
package struct DecisionReason: Hashable, Sendable {
    package var title: String
    package var text: String
    package var remedy: String

    package init(title: String, text: String, remedy: String) {
        self.title = title
        self.text = text
        self.remedy = remedy
    }
}

/// The letter that tells one person what was decided. It has one page: its letters become smaller
/// before it would take two.
package struct DecisionLetterPaper: FlowPaper {
    package var facts: PaperFacts
    package var letterhead: Letterhead
    package var place: String
    package var day: Day
    /// *Sifat*, *Lampiran*, *Hal*; the number stands above them.
    package var fields: [PaperField]
    /// To whom, line by line.
    package var addressee: [String]
    /// Before the reasons.
    package var paragraphs: [String]
    package var reasons: [DecisionReason]
    /// After the reasons.
    package var closing: [String]
    package var signer: Signer
    /// *Tembusan*.
    package var copies: [String]

    package init(
        facts: PaperFacts, letterhead: Letterhead, place: String, day: Day, fields: [PaperField],
        addressee: [String], paragraphs: [String], reasons: [DecisionReason], closing: [String],
        signer: Signer, copies: [String] = []
    ) {
        self.facts = facts
        self.letterhead = letterhead
        self.place = place
        self.day = day
        self.fields = fields
        self.addressee = addressee
        self.paragraphs = paragraphs
        self.reasons = reasons
        self.closing = closing
        self.signer = signer
        self.copies = copies
    }

    private static let sizes = [12, 11, 10, 9.0]

    package var flow: Flow {
        // A letter that cannot be set now says why when it is written.
        let fitting = DecisionLetterPaper.sizes.first { size in
            (try? flow(size).pages()) == 1
        }
        return flow(fitting ?? DecisionLetterPaper.sizes[0])
    }

    private func flow(_ size: Double) -> Flow {
        var flow = facts.flow(TextStyle(.letter, size).leaded(1.08))
        flow.add(.letterhead(letterhead))
        flow.add(
            line("\(place), \(CalendarWords.text(day, .indonesian))", before: 0, .right))
        flow.add(
            ([PaperField("Nomor", facts.number)] + fields).map {
                .clause(.field($0.label, $0.text, labelWidth: 24.mm, before: 1))
            })
        flow.add([line("Kepada Yth.", before: size)] + addressee.map { line($0, before: 0) })
        flow.add(paragraphs.map { .paragraph(Paragraph($0, before: size * 0.75)) })
        flow.add(reasons.enumerated().flatMap { reason($0, $1, size) })
        flow.add(closing.map { .paragraph(Paragraph($0, before: size * 0.75)) })
        var end = Signatures(signers: [signer], check: facts.check)
        end.before = size
        flow.add(.signatures(end))
        if !copies.isEmpty {
            flow.add(line("Tembusan:", before: size * 0.75, size: size - 2))
            flow.add(
                copies.enumerated().map { index, copy in
                    .clause(
                        .item(ListMark.number(index), copy, before: 0).with { $0.size = size - 2 })
                })
        }
        return flow
    }

    private func reason(_ index: Int, _ reason: DecisionReason, _ size: Double) -> [Block] {
        let text = Paragraph(reason.text, before: 1).with { $0.indent = 7.mm }
        let remedy = Paragraph("Yang dapat dilakukan: \(reason.remedy)", before: 1).with {
            $0.indent = 7.mm
            $0.isItalic = true
        }
        return [
            .clause(
                .item(ListMark.number(index), reason.title, before: size / 2).with {
                    $0.isBold = true
                }), .paragraph(text), .paragraph(remedy),
        ]
    }

    private func line(
        _ text: String, before: Double, _ alignment: TextAlignment = .left, size: Double? = nil
    ) -> Block {
        .paragraph(
            Paragraph(text, before: before).with {
                $0.alignment = alignment
                $0.size = size
            })
    }
}
