package import Civic

/// What somebody typed to find a person.
package enum PersonSearch: Sendable, Hashable {
    /// Beginnings of words of the name, in canonical spelling.
    case name(String)
    case nik(NIK)
    case number(PersonNumber)

    /// Sixteen digits are a NIK; what fits the check digits of a SIGAP number with this `prefix` is
    /// one; anything else with letters is a name. Nil when there is nothing to search for.
    package init?(typed: String, prefix: String) {
        let digits = typed.utf8.filter(ASCII.isDigit)
        // Any byte beyond ASCII is part of a letter with a mark.
        let hasLetters = typed.utf8.contains { ASCII.isLetter($0) || $0 > 127 }
        if let number = PersonNumber(typed: typed, prefix: prefix) {
            self = .number(number)
        } else if hasLetters {
            let name = NameSpelling.canonical(typed)
            guard !name.isEmpty else { return nil }
            self = .name(name)
        } else {
            guard let nik = NIK(String(decoding: digits, as: UTF8.self)) else { return nil }
            self = .nik(nik)
        }
    }
}
