import Civic
import Programme

extension WavePage {
    /// One month, with what each fund pays for whom.
    func view(_ line: WavePlan.Line, _ say: Speech) -> View {
        [
            "month": .text(say.month(line.month)), "cost": .text(say.money(line.cost)),
            "isOver": .flag(line.uncovered.total > 0),
            "uncovered": .text(
                line.uncovered.total == 0 ? "–" : say.number(line.uncovered.total)),
            "shares": .list(
                purses.enumerated().map { position, purse in
                    let payment = line.payments.first { $0.purse == position }
                    return [
                        "shareName": .text(purse.title),
                        "shareAmount": .text(payment.map { say.money($0.amount) } ?? "–"),
                        "sharePeople": .part(
                            payment.map { payment in
                                [
                                    "sharePeopleText": .text(
                                        say.counted(
                                            payment.people.total, one: "wave-people-one",
                                            many: "wave-people-many"))
                                ]
                            }),
                    ]
                }),
        ]
    }

    func view(_ powers: Powers, _ say: Speech) -> View {
        let isDraft = head.state == .draft
        return [
            "action": .text(Address.wave(head.id)), "key": .text(powers.key),
            "version": .text("\(powers.version)"),
            "edit": .part(isDraft ? powers.fields.view(say) : nil),
            "canFreeze": .flag(isDraft && !isTried && eligible > 0),
            "canCancel": .flag((isDraft || head.state == .frozen) && !isTried),
        ]
    }
}
