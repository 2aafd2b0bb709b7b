import Civic

/// Finds the number that was meant where what is written is damaged. Proposes only what is the one
/// possibility; somebody still has to accept it.
enum NIKDoctor {
    /// Letters that are typed or read for digits.
    private static let digitOfLetter: [Character: Character] = [
        "O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "|": "1", "Z": "2", "S": "5", "G": "6",
        "B": "8",
    ]

    /// `32750145O7900003`: sixteen signs, of which some are letters that look like digits.
    static func withoutLetters(_ text: String) -> NIK? {
        let signs = text.uppercased().filter { $0 != " " && $0 != "." && $0 != "-" }
        guard signs.count == 16 else { return nil }
        let digits = String(signs.map { digitOfLetter[$0] ?? $0 })
        return digits == signs ? nil : NIK(digits)
    }

    /// Fifteen digits to which one has to be added so that the number names the birth date and a
    /// district of the home city; nil unless only one number does.
    static func completed(_ text: String, birth: Day?, sex: Sex?, districts: Set<Int>) -> NIK? {
        let digits = text.filter { $0.isASCII && $0.isNumber }.map { $0 }
        guard digits.count == 15, let birth else { return nil }
        var found: Set<NIK> = []
        for place in 0...15 {
            for digit in "0123456789" {
                var whole = digits
                whole.insert(digit, at: place)
                guard let nik = NIK(String(whole)), fits(nik, birth, sex, districts) else {
                    continue
                }
                found.insert(nik)
            }
        }
        return found.count == 1 ? found.first : nil
    }

    private static func fits(_ nik: NIK, _ birth: Day, _ sex: Sex?, _ districts: Set<Int>) -> Bool {
        nik.parts.names(birth) && districts.contains(nik.parts.district)
            && (sex == nil || nik.sex == sex)
    }

    /// Whether a known number is what was meant: one digit missing, added or wrong, or two that
    /// changed places.
    static func isNear(_ text: String, _ nik: NIK) -> Bool {
        let written = Array(text.utf8.filter(ASCII.isDigit))
        let right = Array(nik.revealed().utf8)
        switch written.count {
        case 15: return isShortened(written, of: right)
        case 17: return isShortened(right, of: written)
        case 16:
            let wrong = right.indices.filter { written[$0] != right[$0] }
            if wrong.count <= 1 { return true }
            return wrong.count == 2 && wrong[1] == wrong[0] + 1
                && written[wrong[0]] == right[wrong[1]] && written[wrong[1]] == right[wrong[0]]
        default: return false
        }
    }

    private static func isShortened(_ short: [UInt8], of long: [UInt8]) -> Bool {
        long.indices.contains { place in
            short[..<place].elementsEqual(long[..<place])
                && short[place...].elementsEqual(long[(place + 1)...])
        }
    }
}
