package import Civic

/// A datum of a person that somebody may say is wrong.
package enum CorrectionField: String, Sendable, CaseIterable {
    case name
    case birth
    case nik
    case address
    case residence
    case decile
    case occupation
    case alive
    case stateEmployee = "state-employee"
    case insured
    case working
    case willing

    /// The rule that looks at it; nil where none does.
    package var rule: RuleKind? {
        switch self {
        case .name, .address: nil
        case .birth: .age
        case .nik: .identified
        case .residence: .resident
        case .decile: .decile
        case .occupation: .informalWork
        case .alive: .alive
        case .stateEmployee: .notStateEmployee
        case .insured: .notInsured
        case .working: .working
        case .willing: .willing
        }
    }

    /// Whether people are known again by it, when lists bring them anew.
    package var isIdentity: Bool { [.name, .birth, .nik].contains(self) }

    /// The fields whose answer is yes or no.
    package var isQuestion: Bool {
        [.residence, .alive, .stateEmployee, .insured, .working, .willing].contains(self)
    }
}

/// What a datum should be.
package enum CorrectedDatum: Sendable, Hashable {
    /// The longest text that is kept.
    package static let textMax = 160

    case name(String)
    case birth(Day)
    case nik(NIK)
    case address(String)
    /// 1 to 10.
    case decile(Int)
    /// Code of the occupation.
    case occupation(String)
    /// Of the fields that are a question: whether it is so.
    case answer(CorrectionField, Bool)

    package var field: CorrectionField {
        switch self {
        case .name: .name
        case .birth: .birth
        case .nik: .nik
        case .address: .address
        case .decile: .decile
        case .occupation: .occupation
        case .answer(let field, _): field
        }
    }

    /// As it is kept and as forms carry it; read again by ``init(_:_:)``.
    package var text: String {
        switch self {
        case .name(let text), .address(let text), .occupation(let text): text
        case .birth(let day): day.iso
        case .nik(let nik): nik.revealed()
        case .decile(let decile): String(decile)
        case .answer(_, let isSo): isSo ? "yes" : "no"
        }
    }

    /// Nil for a text that cannot be a value of the field.
    package init?(_ field: CorrectionField, _ written: String) {
        let text = Text.trimmed(written)
        switch field {
        case .name:
            guard CorrectedDatum.isText(text), !NameSpelling.canonical(text).isEmpty else {
                return nil
            }
            self = .name(text)
        case .address:
            guard CorrectedDatum.isText(text) else { return nil }
            self = .address(text)
        case .birth:
            guard let day = Day(iso: text) else { return nil }
            self = .birth(day)
        case .nik:
            guard let nik = NIK(text.filter { $0 != " " && $0 != "." }) else { return nil }
            self = .nik(nik)
        case .decile:
            guard let decile = Int(text), (1...10).contains(decile) else { return nil }
            self = .decile(decile)
        case .occupation:
            guard CorrectedDatum.isText(text) else { return nil }
            self = .occupation(text)
        case .residence, .alive, .stateEmployee, .insured, .working, .willing:
            guard let isSo = ["yes": true, "no": false][text] else { return nil }
            self = .answer(field, isSo)
        }
    }

    private static func isText(_ text: String) -> Bool {
        !text.isEmpty && text.count <= textMax && text.unicodeScalars.allSatisfy { $0.value >= 32 }
    }
}
