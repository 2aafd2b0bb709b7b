import Civic
import Papers
import Store

/// A reason in a letter: what it is called, what it says, and what can be done.
package struct LetterReason: Sendable, Hashable {
    package let title: String
    package let text: String
    package let remedy: String

    package init(title: String, text: String, remedy: String) {
        self.title = title
        self.text = text
        self.remedy = remedy
    }
}

/// The letter that tells one person what was decided: what was checked, the result, what next.
struct DecisionLetter {
    enum Result {
        /// Determined by a decree, whose number and day are told.
        case accepted(Member, decree: String)
        case refused
        case insured
        /// With the place on the list of the village, where there is one.
        case waiting(Int?)
    }

    let region: Region
    let card: ReasonCard
    let result: Result
    let reasons: [LetterReason]
    /// The day of the data that were checked.
    let asOf: Day
    /// Within so many days an accident is reported.
    let reportDays: Int

    private var terms: PaperTerms.Letter { region.papers.letter }

    var paper: DecisionLetterPaper {
        let checked = region.worded(terms.checked, ["tanggal": DecisionLetter.text(asOf)])
        return DecisionLetterPaper(
            facts: region.paperFacts(
                region.worded(terms.subject), number: terms.number, on: card.today),
            letterhead: region.letterhead, place: region.papers.place, day: card.today,
            fields: [PaperField("Hal", region.worded(terms.subject))], addressee: addressee,
            paragraphs: [checked] + told,
            reasons: reasons.map {
                DecisionReason(title: $0.title, text: $0.text, remedy: $0.remedy)
            }, closing: closing, signer: region.signer(terms.signer))
    }

    private var addressee: [String] {
        let record = card.record
        let ward = [record.rt.map { "RT \(padded($0))" }, record.rw.map { "RW \(padded($0))" }]
            .compactMap(\.self).joined(separator: "/")
        let village = region.placeName(record.summary.village).map { "Kelurahan \($0)" }
        let home = [village, ward.isEmpty ? nil : ward].compactMap(\.self)
        return [record.summary.name, "Nomor \(region.programmeName) \(record.summary.number)"]
            + (home.isEmpty ? [] : [home.joined(separator: ", ")])
    }

    /// What was decided.
    private var told: [String] {
        switch result {
        case .accepted(let member, let decree):
            let values = [
                "sk": decree,
                "mulai": CalendarWords.text(member.months.lowerBound, .indonesian),
                "sampai": CalendarWords.text(member.months.upperBound, .indonesian),
            ]
            return terms.accepted.map { region.worded($0, values) } + [cover(member)]
        case .refused: return [region.worded(terms.refused)]
        case .insured: return [region.worded(terms.insured)]
        case .waiting: return [region.worded(terms.waiting)]
        }
    }

    private func cover(_ member: Member) -> String {
        guard let number = member.participant, let from = member.activeFrom else {
            return region.worded(terms.coming)
        }
        return region.worded(
            terms.active, ["kpj": number, "tanggal": DecisionLetter.text(from)])
    }

    /// What next.
    private var closing: [String] {
        switch result {
        case .accepted:
            let values = ["telepon": region.insurerPhone, "hari": String(reportDays)]
            return [region.worded(terms.accident, values), region.worded(terms.free)]
        case .refused, .insured: return objection + [region.worded(terms.free)]
        case .waiting(let place): return placeText(place) + [region.worded(terms.free)]
        }
    }

    private func placeText(_ place: Int?) -> [String] {
        guard let place, let village = region.placeName(card.record.summary.village) else {
            return []
        }
        let values = ["kelurahan": village, "tempat": NumberText.grouped(place)]
        return [region.worded(terms.waitingPlace, values)]
    }

    private var objection: [String] {
        guard let until = card.objectionEnds else { return [] }
        let text = card.today > until ? terms.objectionOver : terms.objection
        return [region.worded(text, ["batas": DecisionLetter.text(until)])]
    }

    private func padded(_ number: Int) -> String { NumberText.padded(number, to: 3) }

    private static func text(_ day: Day) -> String { CalendarWords.text(day, .indonesian) }
}
