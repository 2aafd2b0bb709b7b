import Civic
import Pages

extension Samples {
    private static func refund(
        _ pile: RefundsPage.Pile, month: Month = march
    ) -> RefundLine {
        RefundLine(
            number: "BKS-7K4M-92", month: month, name: "Siti <b>Aminah</b>",
            nik: pile == .open ? "3275••••••••0007" : nil,
            village: pile == .open ? "Bekasijaya" : nil, fund: "APBD 2026", workerGroup: "W1",
            amount: Rupiah(16_800), why: Phrase("Meninggal dunia", en: "Died"), change: 7,
            day: day,
            asked: pile == .open
                ? nil : RefundLine.Step(day: day, document: "500/1", who: "sari"),
            done: pile == .received || pile == .credited
                ? RefundLine.Step(day: day, document: "B-9", who: "tono") : nil,
            credit: pile == .credited ? 12 : nil)
    }

    private static func refunds(
        _ pile: RefundsPage.Pile, fund: (id: String, title: String)? = nil,
        bills: [Choice]? = nil, told: RefundTold? = nil, problem: Problem? = nil
    ) -> RefundsPage {
        let sum = RefundsPage.Sum(months: 2, amount: Rupiah(33_600))
        return RefundsPage(
            pile: pile, fund: fund,
            funds: [
                RefundsPage.FundLine(
                    fund: "apbd-2026", title: "APBD 2026", workerGroup: "W1",
                    sums: [.open: sum, .asked: sum, .received: sum])
            ], lines: [refund(pile), refund(pile, month: march + 1)],
            nextHref: told == nil ? nil : "/kerja/iuran/pengembalian?sesudah=x",
            form: bills.map { bills in
                RefundsPage.Form(all: sum, bills: bills, today: day, key: "k")
            }, told: told, problem: problem)
    }

    static let refundPages: [any Page] = [
        refunds(.open, bills: [], problem: problem),
        refunds(.asked, fund: ("apbd-2026", "APBD <i>2026</i>"), bills: []),
        refunds(
            .asked,
            bills: [
                Choice(value: "12", name: Phrase("Tagihan 12", en: "Bill 12"), isSelected: true),
                Choice(value: "11", name: Phrase("Tagihan 11", en: "Bill 11")),
            ],
            told: RefundTold(
                done: RefundsPage.Sum(months: 1, amount: Rupiah(16_800)),
                passed: [
                    RefundTold.Passed(
                        number: "BKS-7K4M-93", month: march, pile: .received, who: "tono"),
                    RefundTold.Passed(
                        number: "BKS-7K4M-94", month: march, pile: nil, who: nil),
                ])),
        refunds(.received), refunds(.credited),
        RefundsPage(
            pile: .open, fund: nil, funds: [], lines: [], nextHref: nil, form: nil, told: nil,
            problem: nil),
    ]
}
