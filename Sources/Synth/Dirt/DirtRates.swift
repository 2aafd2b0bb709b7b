import Civic

/// The kinds of damage, which `Data/synth/dirt.tsv` describes one by one.
enum Dirt: Int, CaseIterable, Sendable {
    case nameTypo
    case nameSpelling
    case nameWordMissing
    case nameInitial
    case nameTitle
    case nameOrder
    case nameJoined
    case nameCase
    case noBreakSpace
    case nikDigit
    case nikSwap
    case nikMissing
    case nikShort
    case nikLender
    case nikExponent
    case nikRounded
    case nikApostrophe
    case nikLetter
    case nikSpaced
    case birthSwapped
    case birthTypo
    case birthDefault
    case birthForm
    case birthSerial
    case birthMissing
    case motherMissing
    case motherTypo
    case cardMissing
    case cardOld
    case phoneForm
    case phoneMissing
    case phoneChanged
    case placeSpelling
    case placeMissing
    case addressForm
    case addressOld
    case lineBreak
    case occupationMissing
    case againSame
    case againAltered

    /// The kind written `nik_digit` in the table; nil for a word that is none.
    fileprivate init?(word: String) {
        let joined = word.split(separator: "_").joined()
        guard let kind = Dirt.allCases.first(where: { "\($0)".lowercased() == joined }) else {
            return nil
        }
        self = kind
    }
}

/// How often each kind of damage befalls a row of one list.
struct DirtRates: Sendable {
    private let rates: [Double]
    private let shares: [Share]

    /// - Throws: when the table lacks a kind or has one that nobody knows.
    init(file: String, _ table: Table) throws(Problem) {
        var rates = Array(repeating: 0.0, count: Dirt.allCases.count)
        for row in table.rows {
            let name = try row.text("kind")
            guard let kind = Dirt(word: name) else { throw row.wrong("kind", name) }
            rates[kind.rawValue] = try row.fraction(file)
        }
        self.init(rates: rates)
    }

    private init(rates: [Double]) {
        self.rates = rates
        shares = rates.map { Share($0) }
    }

    /// The rates times `factor`; none rises above 95 in a hundred.
    func scaled(by factor: Double) -> DirtRates {
        DirtRates(rates: rates.map { min($0 * factor, 0.95) })
    }

    subscript(kind: Dirt) -> Share { shares[kind.rawValue] }
}
