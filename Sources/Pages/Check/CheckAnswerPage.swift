package import Civic

/// The answer to `/cek`: one sentence as the title, then what it means and what to do. Shows a
/// masked name and number; never an address, never the welfare decile.
package struct CheckAnswerPage: Page {
    package enum Standing: Sendable {
        /// Chosen, but not yet decreed and not yet covered.
        case selected(payer: Phrase?)
        case checking
        /// Somebody of the neighbourhood is to confirm the work.
        case fieldCheck
        /// Eligible, and number `position` on the list of the village.
        case waiting(position: Int, village: String)
        case refused([ReasonText])
        /// Insured already, outside the programme.
        case insured
        /// Something must be put right before a decision is possible.
        case toCorrect([ReasonText])
    }

    package static let template = "check-answer"
    package static let room = Room.open
    package static let isListed = false
    package var section: NavigationItem? { .check }

    /// SIGAP number, `BKS-7K4M-92`.
    package let number: String
    /// In full; the page masks it.
    package let name: String
    package let nik: NIK?
    package let standing: Standing
    package let asOf: Day
    /// Oldest first, as a person tells a story.
    package let history: [HistoryEvent]
    /// What one's own cover costs a month at least; nil where it is not known.
    package let ownContribution: Rupiah?

    package init(
        number: String, name: String, nik: NIK?, standing: Standing, asOf: Day,
        history: [HistoryEvent], ownContribution: Rupiah?
    ) {
        self.number = number
        self.name = name
        self.nik = nik
        self.standing = standing
        self.asOf = asOf
        self.history = history
        self.ownContribution = ownContribution
    }

    package func view(_ say: Speech) -> View {
        let answer = Answer(standing, say)
        return [
            "title": .text(answer.title),
            "lead": .text(answer.lead),
            "look": .text(say.look(of: answer.status).rawValue),
            "badge": .part(say.badge(answer.status)),
            "maskedName": .text(NameMask.masked(name)),
            "maskedNIK": .part(nik.map { ["digits": .text($0.masked)] }),
            "number": .text(number),
            "payer": .part(answer.payer.map { ["payerName": .text($0)] }),
            "asOf": .text(say.day(asOf)),
            "reasons": .list(answer.reasons.map { $0.view(say) }),
            "hasReasons": .flag(!answer.reasons.isEmpty),
            "isCovered": .flag(answer.isCovered),
            "history": .list(history.map { $0.view(say) }),
            "hasHistory": .flag(!history.isEmpty),
            "ownWay": .part(ownWay(answer, say)),
            "accidentHref": .text(Address.accident),
            "heirsHref": .text(Address.heirs),
            "checkHref": .text(Address.check),
            "shareHref": .text(shareHref(answer, say)),
            "familyText": .text(say("answer-family", ["nomor": number])),
        ]
    }

    private func ownWay(_ answer: Answer, _ say: Speech) -> View? {
        guard !answer.isCovered, let ownContribution else { return nil }
        return [
            "ownWayText": .text(say("answer-own-way", ["jumlah": say.money(ownContribution)]))
        ]
    }

    /// Opens WhatsApp with a text that the citizen sends himself; it never holds the NIK.
    private func shareHref(_ answer: Answer, _ say: Speech) -> String {
        let text =
            answer.isCovered
            ? say("answer-share-covered", ["nomor": number])
            : say("answer-share", ["nomor": number])
        return "https://wa.me/\(Query.text([("text", text)]))"
    }
}

/// What a standing means to the person, in words.
private struct Answer {
    let status: String
    let title: String
    let lead: String
    var payer: String?
    var reasons: [ReasonText] = []
    var isCovered = false

    init(_ standing: CheckAnswerPage.Standing, _ say: Speech) {
        switch standing {
        case .selected(let payer):
            status = "terpilih"
            title = say.openSentence(status)
            lead = say("answer-selected")
            self.payer = payer.map(say.text)
        case .checking:
            status = "diperiksa"
            title = say.openSentence(status)
            lead = say("answer-checking")
        case .fieldCheck:
            status = "cek_lapangan"
            title = say.openSentence(status)
            lead = say("answer-field")
        case .waiting(let position, let village):
            status = "tunggu_kuota"
            title = say.openSentence(status)
            lead = say(
                "answer-waiting",
                ["nomor": say.number(position), "kelurahan": village])
        case .refused(let given):
            status = "tidak"
            title = say.openSentence(status)
            lead = say("answer-refused")
            reasons = given
        case .insured:
            status = "peserta_lain"
            title = say.openSentence(status)
            lead = say("answer-insured")
            isCovered = true
        case .toCorrect(let given):
            status = "perbaiki"
            title = say.openSentence(status)
            lead = say("answer-correct")
            reasons = given
        }
    }
}
