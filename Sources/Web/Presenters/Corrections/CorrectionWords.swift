import Civic
import Jamsostek
import Office
import Pages
import Programme
import Store

/// Data that may be corrected, in words.
struct CorrectionWords {
    let facts: CityFacts

    private static let yes = Phrase("Ya", en: "Yes")
    private static let no = Phrase("Tidak", en: "No")
    private static let unknown = Phrase("belum diketahui", en: "not known yet")

    /// What a datum should be; a NIK stays masked.
    func text(_ datum: CorrectedDatum) -> Phrase {
        switch datum {
        case .name(let text), .address(let text): .same(text)
        case .birth(let day): day.phrase
        case .nik(let nik): .same(nik.masked)
        case .decile(let decile): .same("\(decile)")
        case .occupation(let code): facts.occupation(code)?.name ?? .same(code)
        case .answer(_, let isSo): isSo ? CorrectionWords.yes : CorrectionWords.no
        }
    }

    /// What is kept now; a NIK stays masked.
    func kept(_ field: CorrectionField, _ data: KeptData) -> Phrase {
        let known: Phrase? =
            switch field {
            case .name: .same(data.name)
            case .birth: data.birth?.phrase
            case .nik: data.nik.map { Phrase.same($0.masked) }
            case .address: data.address.map { Phrase.same($0) }
            case .decile: data.decile.map { Phrase.same("\($0)") }
            case .occupation: facts.occupation(data.occupation)?.name
            case .residence, .alive, .working, .willing: answer(field, data, whenMet: true)
            case .stateEmployee, .insured: answer(field, data, whenMet: false)
            }
        return known ?? CorrectionWords.unknown
    }

    /// The answer that the rule had: those who meet it answer `whenMet`.
    private func answer(
        _ field: CorrectionField, _ data: KeptData, whenMet: Bool
    ) -> Phrase? {
        switch data.verdicts.first(where: { $0.rule == field.rule?.rawValue })?.mark {
        case .met: whenMet ? CorrectionWords.yes : CorrectionWords.no
        case .failed: whenMet ? CorrectionWords.no : CorrectionWords.yes
        case .unknown, nil: nil
        }
    }

    /// The fields of a form for this datum. What was written stands in them, but never a NIK:
    /// whoever answers types it from the own records.
    func input(_ field: CorrectionField, written: String?) -> DatumInput {
        DatumInput(
            field: field, options: options(field),
            written: field == .nik ? "" : written ?? "")
    }

    private func options(_ field: CorrectionField) -> [DatumInput.Option] {
        switch field {
        case .decile:
            return (1...10).map { DatumInput.Option(value: "\($0)", name: .same("\($0)")) }
        case .occupation:
            let named = facts.region.occupations.occupations.map {
                DatumInput.Option(value: $0.code, name: $0.name)
            }
            return named.sorted { $0.name.indonesian < $1.name.indonesian }
        default: return []
        }
    }

    func line(_ request: CorrectionSummary, _ viewer: Viewer, _ desk: Desk) -> CorrectionLine {
        CorrectionLine(
            receipt: request.receipt, field: request.field, state: request.state,
            office: facts.officeName(request.office), due: request.due, closed: request.closed,
            mayOpen: desk.mayOpen(request, viewer))
    }

    func daysLeft(_ request: CorrectionSummary, today: Day) -> Int {
        facts.law.officeDays(from: today, to: request.due)
    }
}

extension Day {
    fileprivate var phrase: Phrase {
        Phrase(CalendarWords.text(self, .indonesian), en: CalendarWords.text(self, .english))
    }
}
