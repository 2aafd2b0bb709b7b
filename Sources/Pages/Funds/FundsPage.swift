package import Civic

/// `/kerja/dana`: the funds, what each holds, and forms to open one and to note an allotment.
package struct FundsPage: Page {
    package static let template = "funds"
    package static let room = Room.work
    package var section: NavigationItem? { .funds }

    package struct Row: Sendable {
        package let id: String
        package let title: String
        package let source: Phrase
        package let payer: String
        package let group: String
        package let months: ClosedRange<Month>
        /// For whom it may pay, as far as its giver has laid that down.
        package let terms: [FundTerm]
        package let money: FundMoney

        package init(
            id: String, title: String, source: Phrase, payer: String, group: String,
            months: ClosedRange<Month>, terms: [FundTerm], money: FundMoney
        ) {
            self.id = id
            self.title = title
            self.source = source
            self.payer = payer
            self.group = group
            self.months = months
            self.terms = terms
            self.money = money
        }
    }

    /// What can be chosen for a new fund, by code.
    package struct Choices: Sendable {
        package let sources: [(code: String, name: Phrase)]
        package let districts: [(code: String, name: String)]
        package let villages: [(code: String, name: String)]
        package let occupations: [(code: String, name: Phrase)]

        package init(
            sources: [(code: String, name: Phrase)], districts: [(code: String, name: String)],
            villages: [(code: String, name: String)], occupations: [(code: String, name: Phrase)]
        ) {
            self.sources = sources
            self.districts = districts
            self.villages = villages
            self.occupations = occupations
        }
    }

    package let rows: [Row]
    /// Nil for whoever may only look.
    package let choices: Choices?
    /// What was typed into the form of a new fund, by field.
    package let typed: [String: [String]]
    package let key: String
    package let trouble: Problem?

    package init(
        rows: [Row], choices: Choices?, typed: [String: [String]], key: String, trouble: Problem?
    ) {
        self.rows = rows
        self.choices = choices
        self.typed = typed
        self.key = key
        self.trouble = trouble
    }

    package func view(_ say: Speech) -> View {
        let total = rows.reduce(Rupiah.zero) { $0 + $1.money.available }
        return [
            "title": .text(
                rows.isEmpty
                    ? say("funds-title-none")
                    : say("funds-title", ["jumlah": say.shortMoney(total)])),
            "trouble": .part(trouble.map { TroubleView.view($0, say) }),
            "isEmpty": .flag(rows.isEmpty),
            "rows": .list(rows.map { view($0, say) }),
            "action": .text(Address.funds),
            "key": .text(key),
            "isOpen": .flag(trouble != nil && !typed.isEmpty || rows.isEmpty),
            "allot": .part(choices == nil || rows.isEmpty ? nil : allotView(say)),
            "open": .part(choices.map { view($0, say) }),
        ]
    }

    private func view(_ row: Row, _ say: Speech) -> View {
        [
            "fundID": .text(row.id), "fundTitle": .text(row.title),
            "source": .text(say.text(row.source)), "payer": .text(row.payer),
            "group": .text(row.group),
            "span": .text(
                say(
                    "funds-span",
                    [
                        "dari": say.month(row.months.lowerBound),
                        "sampai": say.month(row.months.upperBound),
                    ])),
            "hasTerms": .flag(!row.terms.isEmpty),
            "terms": .text(row.terms.map { $0.text(say) }.joined(separator: "; ")),
            "given": .text(say.money(row.money.given)),
            "committed": .text(say.money(row.money.committed)),
            "paid": .text(say.money(row.money.paid)),
            "available": .text(say.money(row.money.available)),
        ]
    }

    private func allotView(_ say: Speech) -> View {
        [
            "fundChoices": .list(
                rows.map { row in
                    [
                        "value": .text(row.id), "choice": .text("\(row.title) (\(row.id))"),
                        "isChosen": .flag(first("alokasi-dana") == row.id),
                    ]
                }),
            "amount": .text(first("jumlah")), "note": .text(first("dokumen")),
        ]
    }

    private func view(_ choices: Choices, _ say: Speech) -> View {
        func options(_ field: String, _ all: [(code: String, name: String)]) -> View.Value {
            .list(
                all.map { option in
                    [
                        "value": .text(option.code), "choice": .text(option.name),
                        "isChosen": .flag((typed[field] ?? []).contains(option.code)),
                    ]
                })
        }
        return [
            "sources": options("sumber", choices.sources.map { ($0.code, say.text($0.name)) }),
            "districts": options("kec", choices.districts),
            "villages": options("kel", choices.villages),
            "occupations": options(
                "kerja", choices.occupations.map { ($0.code, say.text($0.name)) }),
            "typedTitle": .text(first("nama")), "typedPayer": .text(first("pemberi")),
            "typedGroup": .text(first("wadah")), "typedFirst": .text(first("mulai")),
            "typedLast": .text(first("sampai")), "typedLeast": .text(first("sedikit")),
            "typedMost": .text(first("banyak")), "typedSeats": .text(first("kursi")),
        ]
    }

    private func first(_ field: String) -> String { typed[field]?.first ?? "" }
}

/// What a fund holds.
package struct FundMoney: Sendable {
    package let given: Rupiah
    package let committed: Rupiah
    package let paid: Rupiah
    package let available: Rupiah

    package init(given: Rupiah, committed: Rupiah, paid: Rupiah, available: Rupiah) {
        self.given = given
        self.committed = committed
        self.paid = paid
        self.available = available
    }
}

/// One thing that the giver of a fund has laid down.
package enum FundTerm: Sendable {
    case places([String])
    case occupations([Phrase])
    case atLeast(Int)
    case atMost(Int)
    case seats(Int)

    func text(_ say: Speech) -> String {
        switch self {
        case .places(let names):
            say("funds-only", ["nama": names.joined(separator: ", ")])
        case .occupations(let names):
            say("funds-only", ["nama": names.map(say.text).joined(separator: ", ")])
        case .atLeast(let months): say("funds-at-least", ["bulan": say.number(months)])
        case .atMost(let months): say("funds-at-most", ["bulan": say.number(months)])
        case .seats(let people): say("funds-seats-term", ["orang": say.number(people)])
        }
    }
}

/// A problem above a form, as the template `trouble` shows it.
enum TroubleView {
    static func view(_ problem: Problem, _ say: Speech) -> View {
        [
            "troubleWhat": .text(say.text(problem.what)),
            "troubleRemedy": .text(say.text(problem.remedy)),
            "troubleCode": .text(problem.code),
        ]
    }
}
