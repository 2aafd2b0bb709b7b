package import Civic
import Jamsostek
import Papers
package import Programme
package import Store

/// The annex of an order to pay (SPM), and the receipt of its payment, as paper: the same bill on the
/// same day gives the same bytes.
struct BillPapers {
    let bill: Bill
    let fund: Fund
    let region: Region
    /// Scheme and host under which codes are checked.
    let site: String

    private var month: String { CalendarWords.text(bill.month, .indonesian) }

    // MARK: Annex

    func annex(_ people: [BillPerson], on day: Day) -> PaymentPaper {
        let terms = region.papers.payment
        let title = region.worded(terms.title, ["bulan": month])
        return PaymentPaper(
            facts: region.paperFacts(
                title, number: bill.orderNumber ?? "", on: day, check: check(.payment)),
            letterhead: region.letterhead, title: title, fields: fields, parts: parts(people),
            opening: region.opening(on: day), signers: region.signers(terms.signers))
    }

    private var fields: [PaperField] {
        [
            PaperField("Bulan", month), PaperField("Sumber dana", fund.title),
            PaperField("Pembayar", fund.payer), PaperField("Wadah", fund.workerGroup),
            PaperField("Kode tagihan", bill.billingCode ?? "–"),
            PaperField("Nomor SPM", bill.orderNumber ?? "–"),
            PaperField("Nomor SP2D", bill.disbursement ?? "–"),
        ]
    }

    /// One for each price, the lowest first.
    private func parts(_ people: [BillPerson]) -> [PaymentPart] {
        let byPrice = Dictionary(grouping: people, by: \.amount).sorted { $0.key < $1.key }
        return byPrice.map { price, people in
            PaymentPart(
                fund: byPrice.count == 1 ? fund.title : "\(fund.title), \(price) per orang",
                month: bill.month, rate: price, lines: people.map(line))
        }
    }

    private func line(_ person: BillPerson) -> PaymentLine {
        PaymentLine(
            number: person.number, name: person.name, participant: person.participant ?? "–",
            village: region.placeName(person.village) ?? "–", amount: person.amount)
    }

    // MARK: Receipt

    /// Nil while the bill is not paid. Public money is acknowledged by the insurer, which receives
    /// it; companies and donors pay the insurer themselves, and the agency acknowledges their proof.
    var receipt: ReceiptPaper? {
        guard let day = bill.paidOn else { return nil }
        let terms = region.papers.receipt
        let isPublic = fund.source == .apbd || fund.source == .apbn
        let values = [
            "bulan": month, "orang": NumberText.grouped(bill.people), "dana": fund.title,
            "kode": bill.billingCode ?? "–", "sp2d": bill.disbursement ?? bill.proofName ?? "–",
        ]
        return ReceiptPaper(
            facts: region.paperFacts(
                isPublic ? "Kuitansi" : "Tanda terima bukti bayar", number: number(on: day),
                on: day, check: check(.receipt)),
            kind: isPublic ? .money : .proof, letterhead: region.letterhead, giver: fund.payer,
            amount: bill.amount,
            purpose: region.worded(isPublic ? terms.purpose : terms.proofPurpose, values),
            note: isPublic ? "" : region.worded(terms.proofNote), place: region.papers.place,
            day: day, signer: region.signer(isPublic ? terms.receiver : region.papers.head))
    }

    /// The bill's own number in the city's pattern, by the day of payment.
    private func number(on day: Day) -> String {
        let pattern = region.worded(region.papers.receipt.number)
        return DecreeNumbering(pattern)?.text(bill.id, on: day) ?? ""
    }

    private func check(_ kind: SealedPaper.Kind) -> PaperCheck {
        let paper = SealedPaper(bill, as: kind)
        return PaperCheck(
            address: "\(site)/v/\(paper.code.text)",
            digests: [Digest("Sidik daftar penerima (SHA-256)", bill.digest)])
    }
}

extension Desk {
    /// The annex of a bill's order as paper. `site` is the scheme and host under which codes of papers
    /// are checked.
    package func billPaper(
        _ id: Int, site: String, for viewer: Viewer
    ) async throws(Problem) -> (bill: Bill, bytes: [UInt8]) {
        let (bill, fund) = try await billWithFund(id, for: viewer)
        let people = try await peopleOnPaper(of: bill, for: viewer)
        let papers = BillPapers(bill: bill, fund: fund, region: region, site: site)
        return (bill, try papers.annex(people, on: .jakarta(at: .now())).pdf())
    }

    /// The receipt of a bill's payment; nil while it is not paid.
    package func receiptPaper(
        _ id: Int, site: String, for viewer: Viewer
    ) async throws(Problem) -> (bill: Bill, bytes: [UInt8])? {
        let (bill, fund) = try await billWithFund(id, for: viewer)
        let papers = BillPapers(bill: bill, fund: fund, region: region, site: site)
        guard let receipt = papers.receipt else { return nil }
        return (bill, try receipt.pdf())
    }

    /// A paper with this code other than a decree, for everybody; nil for none.
    package func sealedPaper(_ code: PaperCode) async throws(Problem) -> SealedPaper? {
        try await store.sealedPaper(code)
    }
}
