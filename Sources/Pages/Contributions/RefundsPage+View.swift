import Civic

extension RefundsPage {
    package func view(_ say: Speech) -> View {
        [
            "title": .text(title(say)), "contributionsHref": .text(Address.contributions),
            "trouble": .part(problem.map { ["problemText": .text($0.sentence(say.language))] }),
            "told": .part(told?.view(say)),
            "hasFunds": .flag(!funds.isEmpty),
            "funds": .list(funds.map { view($0, say) }),
            "sums": .list(Pile.allCases.map { cell(sum($0), say) }),
            "chosen": .part(
                fund.map { fund in
                    [
                        "chosenText": .text(say("refunds-only", ["dana": fund.title])),
                        "allHref": .text(Address.refunds(pile.rawValue)),
                    ]
                }),
            "piles": .list(Pile.allCases.map { tab($0, say) }),
            "caption": .text(pile.name(say)),
            "isEmpty": .flag(lines.isEmpty),
            "sheetHref": .text(Address.refundSheet(pile.rawValue, fund: fund?.id)),
            "lines": .list(lines.map { $0.view(say, mayPick: form != nil) }),
            "next": .part(nextHref.map { ["href": .text($0)] }),
            "form": .part(form.map { view($0, say) }),
        ]
    }

    private func title(_ say: Speech) -> String {
        let sum = sum(.open) + sum(.asked)
        guard sum.months > 0 else { return say("refunds-title-none") }
        return say(
            "refunds-title",
            ["uang": say.money(sum.amount), "jumlah": say.number(sum.months)])
    }

    private func sum(_ pile: Pile) -> Sum {
        funds.reduce(Sum(months: 0, amount: .zero)) { sum, fund in
            fund.sums[pile].map { sum + $0 } ?? sum
        }
    }

    /// Of the fund that is shown, where it is one.
    private func count(_ pile: Pile) -> Int {
        guard let fund else { return sum(pile).months }
        return funds.first { $0.fund == fund.id }?.sums[pile]?.months ?? 0
    }

    private func tab(_ pile: Pile, _ say: Speech) -> View {
        [
            "pileHref": .text(Address.refunds(pile.rawValue, fund: fund?.id)),
            "pileName": .text(pile.name(say)), "pileCount": .text(say.number(count(pile))),
            "isCurrent": .flag(pile == self.pile),
        ]
    }

    private func cell(_ sum: Sum, _ say: Speech) -> View {
        [
            "money": .text(sum.months == 0 ? "–" : say.money(sum.amount)),
            "months": .part(
                sum.months == 0
                    ? nil
                    : [
                        "monthsText": .text(
                            say("refunds-months", ["jumlah": say.number(sum.months)]))
                    ]),
        ]
    }

    private func view(_ line: FundLine, _ say: Speech) -> View {
        let none = Sum(months: 0, amount: .zero)
        return [
            "fundHref": .text(Address.refunds(pile.rawValue, fund: line.fund)),
            "fundTitle": .text(line.title), "workerGroup": .text(line.workerGroup),
            "cells": .list(Pile.allCases.map { cell(line.sums[$0] ?? none, say) }),
        ]
    }

    private func view(_ form: Form, _ say: Speech) -> View {
        let parts = form.today.parts
        let all = [
            "jumlah": say.number(form.all.months), "uang": say.money(form.all.amount),
        ]
        return [
            "action": .text(Address.refunds()), "key": .text(form.key),
            "status": .text(pile.rawValue), "fund": .text(fund?.id ?? ""),
            "count": .text("\(form.all.months)"), "sum": .text("\(form.all.amount.amount)"),
            "d": .text("\(parts.day)"), "m": .text("\(parts.month)"),
            "y": .text("\(parts.year)"),
            "isOpen": .flag(pile == .open),
            "askAll": .text(say("refunds-ask-all", all)),
            "receiveAll": .text(say("refunds-receive-all", all)),
            "creditAll": .text(say("refunds-credit-all", all)),
            "hasBills": .flag(!form.bills.isEmpty),
            "bills": .list(form.bills.map { $0.view(say) }),
        ]
    }
}

extension RefundsPage.Pile {
    func name(_ say: Speech) -> String {
        switch self {
        case .open: say("refunds-open")
        case .asked: say("refunds-asked")
        case .received: say("refunds-received")
        case .credited: say("refunds-credited")
        }
    }
}

extension RefundTold {
    func view(_ say: Speech) -> View {
        let values = ["jumlah": say.number(done.months), "uang": say.money(done.amount)]
        return [
            "toldText": .text(say("refunds-told", values)),
            "passed": .list(passed.map { ["passedText": .text(text($0, say))] }),
        ]
    }

    private func text(_ passed: Passed, _ say: Speech) -> String {
        let values = ["nomor": passed.number, "bulan": say.month(passed.month)]
        guard let pile = passed.pile else { return say("refunds-passed-gone", values) }
        let more = ["keadaan": pile.name(say), "siapa": passed.who ?? "–"]
        return say("refunds-passed", values.merging(more) { first, _ in first })
    }
}
