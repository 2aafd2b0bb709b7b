package import Civic

/// A month of somebody's that must come back.
package struct RefundLine: Sendable {
    /// What was done about it.
    package struct Step: Sendable {
        package let day: Day
        package let document: String
        package let who: String

        package init(day: Day, document: String, who: String) {
            self.day = day
            self.document = document
            self.who = who
        }
    }

    package let number: String
    package let month: Month
    package let name: String
    /// Masked.
    package let nik: String?
    package let village: String?
    package let fund: String
    package let workerGroup: String
    package let amount: Rupiah
    package let why: Phrase
    /// Id of the change that ended cover, and the day on which that happened.
    package let change: Int
    package let day: Day
    package let asked: Step?
    package let done: Step?
    /// Id of the bill that it was taken off.
    package let credit: Int?

    package init(
        number: String, month: Month, name: String, nik: String?, village: String?,
        fund: String, workerGroup: String, amount: Rupiah, why: Phrase, change: Int, day: Day,
        asked: Step?, done: Step?, credit: Int?
    ) {
        self.number = number
        self.month = month
        self.name = name
        self.nik = nik
        self.village = village
        self.fund = fund
        self.workerGroup = workerGroup
        self.amount = amount
        self.why = why
        self.change = change
        self.day = day
        self.asked = asked
        self.done = done
        self.credit = credit
    }

    /// By what forms and addresses know it.
    package var place: String { "\(number).\(month.iso)" }

    func view(_ say: Speech, mayPick: Bool) -> View {
        let values = ["nama": name, "bulan": say.month(month)]
        return [
            "pick": .part(
                mayPick
                    ? ["place": .text(place), "pickText": .text(say("refunds-pick", values))]
                    : nil),
            "personHref": .text(Address.months(of: number, month)), "name": .text(name),
            "number": .text(number), "nik": .text(nik ?? "–"), "village": .text(village ?? "–"),
            "month": .text(say.month(month)), "amount": .text(say.money(amount)),
            "fundName": .text(fund), "group": .text(workerGroup),
            "changeHref": .text(Address.change(change)), "why": .text(say.text(why)),
            "day": .text(say.day(day)),
            "asked": .part(asked.map { view($0, "refunds-asked-by", say) }),
            "done": .part(done.map { view($0, "refunds-done-by", say) }),
            "credit": .part(
                credit.map { bill in
                    [
                        "billHref": .text(Address.bill(bill)),
                        "billText": .text(say("refunds-off-bill", ["nomor": "\(bill)"])),
                    ]
                }),
        ]
    }

    private func view(_ step: Step, _ word: String, _ say: Speech) -> View {
        let values = ["surat": step.document, "tanggal": say.day(step.day), "siapa": step.who]
        return ["stepText": .text(say(word, values))]
    }
}
