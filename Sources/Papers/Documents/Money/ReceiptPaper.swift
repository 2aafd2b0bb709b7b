package import Civic

/// A kuitansi on A5. For money that goes to the insurer and not to the city it is a receipt for the
/// proof of payment.
package struct ReceiptPaper: FlowPaper {
    package enum Kind: Sendable, CaseIterable {
        case money
        case proof

        var title: String {
            switch self {
            case .money: "KUITANSI"
            case .proof: "TANDA TERIMA BUKTI BAYAR"
            }
        }

        var giver: String {
            switch self {
            case .money: "Sudah terima dari"
            case .proof: "Bukti bayar dari"
            }
        }
    }

    package var facts: PaperFacts
    package var kind: Kind
    package var letterhead: Letterhead?
    package var giver: String
    package var amount: Rupiah
    package var purpose: String
    /// Said below: who received the money, if not the one who signs.
    package var note: String
    package var place: String
    package var day: Day
    package var signer: Signer

    package init(
        facts: PaperFacts, kind: Kind, letterhead: Letterhead?, giver: String, amount: Rupiah,
        purpose: String, note: String = "", place: String, day: Day, signer: Signer
    ) {
        self.facts = facts
        self.kind = kind
        self.letterhead = letterhead
        self.giver = giver
        self.amount = amount
        self.purpose = purpose
        self.note = note
        self.place = place
        self.day = day
        self.signer = signer
    }

    package var flow: Flow {
        var facts = facts
        facts.size = .a5Landscape
        var flow = facts.flow(TextStyle(.letter, 10.5), margins: .small)
        if let letterhead { flow.add(.letterhead(letterhead)) }
        flow.add(.paragraph(.title(kind.title, size: 14)))
        flow.add(field("Nomor", facts.number), field(kind.giver, giver))
        flow.add(field("Uang sejumlah", "\(amount)", isBold: true))
        flow.add(field("Terbilang", words), field("Untuk pembayaran", purpose))
        if !note.isEmpty {
            flow.add(
                .paragraph(
                    Paragraph(note, before: 6).with {
                        $0.size = 8.5
                        $0.isItalic = true
                    }))
        }
        var end = Signatures(
            opening: ["\(place), \(CalendarWords.text(day, .indonesian))"], signers: [signer],
            check: facts.check)
        end.room = 14.mm
        end.before = 8
        flow.add(.signatures(end))
        return flow
    }

    /// `Lima juta dua ratus sembilan puluh dua ribu rupiah`.
    private var words: String {
        let words = "\(NumberWords.text(Int(amount.amount))) rupiah"
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private func field(_ label: String, _ text: String, isBold: Bool = false) -> Block {
        .clause(
            .field(label, text, labelWidth: 38.mm, before: 4).with { $0.isBold = isBold })
    }
}
