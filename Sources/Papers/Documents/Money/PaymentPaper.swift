package import Civic

/// A person whose contribution is paid.
package struct PaymentLine: Hashable, Sendable {
    /// The SIGAP number.
    package var number: String
    package var name: String
    /// The insurer's number, empty while there is none.
    package var participant: String
    package var village: String
    package var amount: Rupiah

    package init(
        number: String, name: String, participant: String, village: String, amount: Rupiah
    ) {
        self.number = number
        self.name = name
        self.participant = participant
        self.village = village
        self.amount = amount
    }
}

/// What one fund pays for one month.
package struct PaymentPart: Hashable, Sendable {
    package var fund: String
    package var month: Month
    /// For one person.
    package var rate: Rupiah
    package var lines: [PaymentLine]

    package init(fund: String, month: Month, rate: Rupiah, lines: [PaymentLine]) {
        self.fund = fund
        self.month = month
        self.rate = rate
        self.lines = lines
    }

    package var amount: Rupiah { lines.reduce(.zero) { $0 + $1.amount } }

    var monthText: String { CalendarWords.text(month, .indonesian) }
}

/// What is attached to an order to pay (lampiran SPM): people, rate and amount of each fund and
/// month, and the names.
package struct PaymentPaper: FlowPaper {
    package var facts: PaperFacts
    package var letterhead: Letterhead
    package var title: String
    /// Label and value: account, code of the bill, order.
    package var fields: [PaperField]
    package var parts: [PaymentPart]
    package var opening: [String]
    package var signers: [Signer]

    package init(
        facts: PaperFacts, letterhead: Letterhead, title: String, fields: [PaperField],
        parts: [PaymentPart], opening: [String], signers: [Signer]
    ) {
        self.facts = facts
        self.letterhead = letterhead
        self.title = title
        self.fields = fields
        self.parts = parts
        self.opening = opening
        self.signers = signers
    }

    package var people: Int { parts.reduce(0) { $0 + $1.lines.count } }
    package var amount: Rupiah { parts.reduce(.zero) { $0 + $1.amount } }

    package var flow: Flow {
        var flow = facts.flow(.form)
        flow.add(.letterhead(letterhead), .paragraph(.title(title, size: 13)), .space(6))
        flow.add(fields.map { .clause(.field($0.label, $0.text, labelWidth: 45.mm)) })
        flow.add(.paragraph(.heading("Ringkasan")), .table(summary))
        flow.add(
            .clause(
                .field(
                    "Terbilang", "\(NumberWords.text(Int(amount.amount))) rupiah",
                    labelWidth: 45.mm, before: 8)))
        flow.add(.paragraph(.heading("Daftar penerima")), .table(names))
        flow.add(
            .signatures(Signatures(opening: opening, signers: signers, check: facts.check)))
        return flow
    }

    private var summary: PaperTable {
        let rows = parts.map { part in
            [
                part.fund, part.monthText, NumberText.grouped(part.lines.count),
                part.rate.description, part.amount.description,
            ]
        }
        let total = PaperTotal("Jumlah", [NumberText.grouped(people), "", amount.description])
        return PaperTable(
            columns: [
                PaperColumn("Sumber dana", 50), PaperColumn("Bulan", 32),
                PaperColumn("Orang", 20, .right), PaperColumn("Tarif", 24, .right),
                PaperColumn("Jumlah", 34, .right, fits: true),
            ], rows: rows, totals: [total]
        ).with { $0.size = 9 }
    }

    private var names: PaperTable {
        let list = PaymentPaper.list
        var serial = 0
        let groups = parts.map { part in
            let rows = part.lines.map { line in
                serial += 1
                return list.words((serial, line))
            }
            let count = NumberText.grouped(part.lines.count)
            let total = PaperTotal(
                "Jumlah \(part.fund), \(part.monthText): \(count) orang",
                [part.amount.description])
            return PaperGroup("\(part.fund) – \(part.monthText)", rows: rows, totals: [total])
        }
        let total = PaperTotal(
            "Jumlah seluruhnya: \(NumberText.grouped(people)) orang", [amount.description])
        return PaperTable(columns: list.paperColumns, groups: groups, totals: [total])
    }

    static let list = PaperList<(Int, PaymentLine)>(columns: [
        ListColumn("No", 12, .right, fits: true, kind: .number) { .count($0.0) },
        ListColumn("Nomor SIGAP", 26, fits: true) { .text($0.1.number) },
        ListColumn("Nama", 46) { .text($0.1.name) },
        ListColumn("Nomor peserta", 26, fits: true) { .text($0.1.participant) },
        ListColumn("Kelurahan", 30) { .text($0.1.village) },
        ListColumn("Jumlah", 24, .right, fits: true, kind: .rupiah) { .money($0.1.amount) },
    ])
}

/// A label and what stands beside it.
package struct PaperField: Hashable, Sendable {
    package var label: String
    package var text: String

    package init(_ label: String, _ text: String) {
        self.label = label
        self.text = text
    }
}
