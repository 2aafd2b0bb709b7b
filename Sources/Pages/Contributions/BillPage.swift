package import Civic

/// `/kerja/iuran/tagihan/{id}`: one bill from the comparison with the insurer's over the order to its
/// payment.
package struct BillPage: Page {
    package static let template = "bill"
    package static let room = Room.work
    package var section: NavigationItem? { .contributions }

    package enum Step: Sendable { case draft, ordered, paid, void }

    package struct Head: Sendable {
        package let id: Int
        package let version: Int
        package let month: Month
        package let fund: String
        package let payer: String
        package let workerGroup: String
        package let turn: Int
        package let people: Int
        package let amount: Rupiah
        package let step: Step
        package let digest: String

        package init(
            id: Int, version: Int, month: Month, fund: String, payer: String, workerGroup: String,
            turn: Int, people: Int, amount: Rupiah, step: Step, digest: String
        ) {
            self.id = id
            self.version = version
            self.month = month
            self.fund = fund
            self.payer = payer
            self.workerGroup = workerGroup
            self.turn = turn
            self.people = people
            self.amount = amount
            self.step = step
            self.digest = digest
        }
    }

    /// What the insurer asks for.
    package struct Theirs: Sendable {
        package let code: String?
        package let people: Int?
        package let amount: Rupiah
        package let differences: Int
        package let unexplained: Int

        package init(
            code: String?, people: Int?, amount: Rupiah, differences: Int, unexplained: Int
        ) {
            self.code = code
            self.people = people
            self.amount = amount
            self.differences = differences
            self.unexplained = unexplained
        }
    }

    package struct Difference: Sendable {
        package enum Kind: Sendable { case oursOnly, theirsOnly, amount, total }
        package let place: Int
        package let kind: Kind
        /// SIGAP number.
        package let number: String?
        package let name: String?
        package let ours: Rupiah
        package let theirs: Rupiah
        package let explanation: String?
        package let explainedBy: String?

        package init(
            place: Int, kind: Kind, number: String?, name: String?, ours: Rupiah,
            theirs: Rupiah, explanation: String?, explainedBy: String?
        ) {
            self.place = place
            self.kind = kind
            self.number = number
            self.name = name
            self.ours = ours
            self.theirs = theirs
            self.explanation = explanation
            self.explainedBy = explainedBy
        }
    }

    package struct Payment: Sendable {
        package let order: String?
        package let orderedBy: String?
        package let disbursement: String?
        package let day: Day?
        package let paidBy: String?
        package let proof: String?
        package let proofDigest: String?
        package let voidReason: String?

        package init(
            order: String?, orderedBy: String?, disbursement: String?, day: Day?,
            paidBy: String?, proof: String?, proofDigest: String?, voidReason: String?
        ) {
            self.order = order
            self.orderedBy = orderedBy
            self.disbursement = disbursement
            self.day = day
            self.paidBy = paidBy
            self.proof = proof
            self.proofDigest = proofDigest
            self.voidReason = voidReason
        }
    }

    /// What the reader may do to bills.
    package struct Rights: Sendable {
        package let mayBill: Bool
        package let mayPay: Bool
        /// Made out this order, and so does not pay it.
        package let isOrderer: Bool

        package init(mayBill: Bool, mayPay: Bool, isOrderer: Bool) {
            self.mayBill = mayBill
            self.mayPay = mayPay
            self.isOrderer = isOrderer
        }
    }

    package let head: Head
    package let theirs: Theirs?
    package let differences: [Difference]
    package let payment: Payment
    package let rights: Rights
    /// By when it has to be paid; nil when nobody on it is at risk.
    package let safeDay: Day?
    package let today: Day
    /// Money of other months that the insurer took off this bill.
    package let credit: Rupiah
    package let key: String
    package let problem: Problem?

    package init(
        head: Head, theirs: Theirs?, differences: [Difference], payment: Payment,
        rights: Rights, safeDay: Day?, today: Day, credit: Rupiah, key: String, problem: Problem?
    ) {
        self.head = head
        self.theirs = theirs
        self.differences = differences
        self.payment = payment
        self.rights = rights
        self.safeDay = safeDay
        self.today = today
        self.credit = credit
        self.key = key
        self.problem = problem
    }

    package func view(_ say: Speech) -> View {
        let canOrder =
            head.step == .draft && rights.mayBill && theirs.map { $0.unexplained == 0 } ?? false
        let canCompare = head.step == .draft && rights.mayBill
        return [
            "title": .text(title(say)),
            "allHref": .text(Address.contributions),
            "monthHref": .text(Address.contributions(in: head.month)),
            "monthName": .text(say.month(head.month)),
            "badge": .part(head.step.badge.view(say)),
            "trouble": .part(problem.map { ["problemText": .text($0.sentence(say.language))] }),
            "key": .text(key), "version": .text("\(head.version)"),
            "facts": .list(facts(say)),
            "annexHref": .text(Address.billAnnex(head.id)),
            "paperHref": .text(Address.billAnnexPaper(head.id)),
            "receipt": .part(
                head.step == .paid ? ["receiptHref": .text(Address.billReceipt(head.id))] : nil),
            "compared": .part(theirs.map { compared($0, say) }),
            "hasDifferences": .flag(!differences.isEmpty),
            "differences": .list(differences.map { view($0, say) }),
            "explain": .part(
                canCompare && (theirs?.unexplained ?? 0) > 0
                    ? ["explainHref": .text(Address.bill(head.id, "jelaskan"))] : nil),
            "compare": .part(
                canCompare
                    ? [
                        "compareHref": .text(Address.bill(head.id, "bandingkan")),
                        "codeValue": .text(theirs?.code ?? ""),
                    ] : nil),
            "order": .part(canOrder ? ["orderHref": .text(Address.bill(head.id, "spm"))] : nil),
            "pay": .part(payView(say)),
            "own": .flag(head.step == .ordered && rights.mayPay && rights.isOrderer),
            "late": .part(lateView),
            "refund": .part(
                head.step == .paid && rights.mayPay
                    ? [
                        "refundHref": .text(Address.bill(head.id, "kembali")),
                        "listHref": .text(Address.refunds(fund: head.fund)),
                    ] : nil),
            "withdraw": .part(
                (head.step == .draft || head.step == .ordered) && rights.mayBill
                    ? ["withdrawHref": .text(Address.bill(head.id, "tarik"))] : nil),
            "down": .part(safeView(say)),
        ]
    }

    private func title(_ say: Speech) -> String {
        let values = [
            "bulan": say.month(head.month), "jumlah": say.number(head.people),
            "uang": say.money(head.amount),
        ]
        guard head.step == .paid, let day = payment.day else { return say("bill-title", values) }
        let more = ["sp2d": payment.disbursement ?? say("bill-follows"), "tanggal": say.day(day)]
        return say("bill-title-paid", values.merging(more) { first, _ in first })
    }

    private func facts(_ say: Speech) -> [View] {
        var facts: [(String, String)] = [
            (say("field-fund"), "\(head.fund) · \(head.payer)"),
            (say("bill-group"), head.workerGroup), (say("contrib-people"), say.number(head.people)),
            (say("contrib-ours"), say.money(head.amount)),
        ]
        if head.turn > 1 { facts.append((say("bill-turn"), say.number(head.turn))) }
        if let order = payment.order {
            facts.append(
                ("SPM", say("bill-by", ["nomor": order, "siapa": payment.orderedBy ?? "–"])))
        }
        if let day = payment.day {
            let number = payment.disbursement ?? say("bill-follows")
            facts.append(
                ("SP2D", say("bill-by", ["nomor": number, "siapa": payment.paidBy ?? "–"])))
            facts.append((say("bill-paid-on"), say.day(day)))
        }
        if credit > .zero { facts.append((say("bill-credit"), say.money(credit))) }
        if let proof = payment.proof {
            facts.append((say("bill-proof"), "\(proof) · \(payment.proofDigest?.prefix(16) ?? "")"))
        }
        if let reason = payment.voidReason { facts.append((say("bill-void-reason"), reason)) }
        facts.append((say("bill-digest"), String(head.digest.prefix(16))))
        return facts.map { ["label": .text($0.0), "value": .text($0.1)] }
    }

    private func compared(_ theirs: Theirs, _ say: Speech) -> View {
        let difference = theirs.amount - head.amount
        let amount = difference < .zero ? -difference : difference
        let people = ["orang": say.number(theirs.differences)]
        let bill = ["tagihan": say.money(theirs.amount)]
        let text: String
        if theirs.differences == 0 {
            let code = ["kode": theirs.code ?? "–"]
            text = say("bill-same", bill.merging(code) { first, _ in first })
        } else if amount == .zero {
            text = say("bill-differs-names", people)
        } else {
            let difference = ["selisih": say.money(amount)].merging(people) { first, _ in first }
            text = say("bill-differs", bill.merging(difference) { first, _ in first })
        }
        return [
            "comparedText": .text(text),
            "isSame": .flag(theirs.differences == 0),
            "leftText": .text(
                theirs.unexplained == 0
                    ? say("bill-explained")
                    : say("contrib-unexplained", ["jumlah": say.number(theirs.unexplained)])),
        ]
    }

    private func view(_ difference: Difference, _ say: Speech) -> View {
        let kind: String =
            switch difference.kind {
            case .oursOnly: say("bill-ours-only")
            case .theirsOnly: say("bill-theirs-only")
            case .amount: say("bill-amount-differs")
            case .total: say("bill-total-differs")
            }
        let mayPick = head.step == .draft && rights.mayBill && difference.explanation == nil
        let name = difference.name ?? say("bill-all-names")
        return [
            "diffName": .text(name), "kind": .text(kind), "ours": .text(say.money(difference.ours)),
            "theirs": .text(say.money(difference.theirs)),
            "link": .part(
                difference.number.map { ["personHref": .text(Address.months(of: $0))] }),
            "plain": .flag(difference.number == nil),
            "explained": .part(
                difference.explanation.map { text in
                    ["explanation": .text(text), "by": .text(difference.explainedBy ?? "")]
                }),
            "pick": .part(
                mayPick
                    ? [
                        "place": .text("\(difference.place)"),
                        "pickText": .text(say("bill-pick", ["nama": name])),
                    ] : nil),
        ]
    }

    private func payView(_ say: Speech) -> View? {
        guard head.step == .ordered, rights.mayPay, !rights.isOrderer else { return nil }
        let parts = today.parts
        return [
            "payHref": .text(Address.bill(head.id, "bayar")), "d": .text("\(parts.day)"),
            "m": .text("\(parts.month)"), "y": .text("\(parts.year)"),
        ]
    }

    private var lateView: View? {
        guard head.step == .paid, payment.disbursement == nil, rights.mayPay else { return nil }
        return ["lateHref": .text(Address.bill(head.id, "sp2d"))]
    }

    private func safeView(_ say: Speech) -> View? {
        guard head.step == .draft || head.step == .ordered, let safeDay else { return nil }
        return ["downText": .text(say("bill-system-down", ["tanggal": say.day(safeDay)]))]
    }
}

extension BillPage.Step {
    fileprivate var badge: CoverBadge {
        switch self {
        case .draft: .billDraft
        case .ordered: .billOrdered
        case .paid: .billPaid
        case .void: .billVoid
        }
    }
}
