import Civic
import Pages
import Store

/// The fields of both records, one beside the other. Of the mother's name only whether it agrees is
/// told, as the page of a person does not show it.
struct PairRows {
    let facts: CityFacts
    let people: [PersonRecord]

    var rows: [PairPage.Row] {
        [
            letters(.name) { $0.summary.name }, nik,
            words(.birth) { $0.summary.birth.map(PairRows.day) },
            words(.sex) { $0.summary.sex.map(PairRows.sex) },
            masked(.familyCard, \.familyCard) { $0.description },
            masked(.phone, \.phone) { $0.masked },
            mother, letters(.address) { $0.address },
            words(.block) { PairRows.block($0).map { .same($0) } },
            words(.village) { facts.name(of: $0.summary.village).map { .same($0) } },
            words(.district) { facts.name(of: $0.summary.district).map { .same($0) } },
            words(.occupation) { facts.occupation($0.summary.occupation)?.name },
            words(.decile) { person in person.summary.decile.map { .same("\($0)") } },
        ]
    }

    // MARK: Kinds of rows

    /// The whole value is marked where the two differ.
    private func words(_ field: PairField, _ value: (PersonRecord) -> Phrase?) -> PairPage.Row {
        let values = people.map(value)
        let agreement = PairRows.agreement(values)
        return PairPage.Row(
            field: field,
            cells: values.map { value in
                value.map { .words($0, isDifferent: agreement == .different) } ?? .blank
            }, agreement: agreement)
    }

    /// What looks alike behind a mask may differ all the same.
    private func masked<Value: Equatable>(
        _ field: PairField, _ value: KeyPath<PersonRecord, Value?>, _ text: (Value) -> String
    ) -> PairPage.Row {
        let values = people.map { $0[keyPath: value] }
        let agreement = PairRows.agreement(values)
        return PairPage.Row(
            field: field,
            cells: values.map { value in
                value.map { .words(.same(text($0)), isDifferent: agreement == .different) }
                    ?? .blank
            }, agreement: agreement)
    }

    /// Marked letter by letter.
    private func letters(_ field: PairField, _ value: (PersonRecord) -> String?) -> PairPage.Row {
        let values = people.map(value)
        let cells = values.enumerated().map { place, text -> PairPage.Row.Cell in
            guard let text else { return .blank }
            let other = values.count == 2 ? values[1 - place] : nil
            return .letters(NameDifference.runs(of: text, against: other ?? text))
        }
        return PairPage.Row(
            field: field, cells: cells,
            agreement: PairRows.agreement(values.map { $0?.uppercased() }))
    }

    private static func agreement<Value: Equatable>(
        _ values: [Value?]
    ) -> PairPage.Row.Agreement {
        guard values.count == 2, let first = values[0], let second = values[1] else {
            return .missing
        }
        return first == second ? .same : .different
    }

    // MARK: Fields that need more

    private var nik: PairPage.Row {
        let numbers = people.map(\.summary.nik)
        let cells = numbers.enumerated().map { place, nik -> PairPage.Row.Cell in
            guard let nik else { return .blank }
            let other = numbers.count == 2 ? numbers[1 - place] : nil
            return .letters(NIKDifference.runs(of: nik, against: other ?? nik))
        }
        return PairPage.Row(
            field: .nik, cells: cells, agreement: PairRows.agreement(numbers))
    }

    private var mother: PairPage.Row {
        let names = people.map { person in person.motherName.map(NameSpelling.canonical) }
        return PairPage.Row(
            field: .mother,
            cells: names.map { name in
                name == nil ? .blank : .words(PairRows.known, isDifferent: false)
            }, agreement: PairRows.agreement(names))
    }

    private static let known = Phrase("tercatat", en: "on record")

    private static func day(_ day: Day) -> Phrase {
        Phrase(CalendarWords.text(day, .indonesian), en: CalendarWords.text(day, .english))
    }

    private static func sex(_ sex: Sex) -> Phrase {
        sex == .female ? Phrase("Perempuan", en: "Female") : Phrase("Laki-laki", en: "Male")
    }

    private static func block(_ person: PersonRecord) -> String? {
        guard person.rt != nil || person.rw != nil else { return nil }
        func padded(_ number: Int?) -> String {
            number.map { NumberText.padded($0, to: 3) } ?? "–"
        }
        return "RT \(padded(person.rt))/RW \(padded(person.rw))"
    }
}
