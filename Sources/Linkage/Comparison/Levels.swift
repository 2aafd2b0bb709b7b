/// How two rows compare in one field. Level 0 always means that one of them says nothing.
enum Field: Int, CaseIterable, Sendable {
    /// Which two lists the rows come from; says how likely one person is before anything is read.
    case lists
    case nik, name, birth, sex, mother, card, phone, place, address
    /// Columns of lists that are no agency's, see ``LinkageSource/attributes``.
    case extra1, extra2, extra3, extra4, extra5, extra6

    static let extras: [Field] = [.extra1, .extra2, .extra3, .extra4, .extra5, .extra6]

    /// Levels of the field, level 0 included.
    var levelCount: Int {
        switch self {
        case .lists: ListsLevel.allCases.count
        case .nik: NIKLevel.allCases.count
        case .name: NameLevel.count
        case .birth: BirthLevel.allCases.count
        case .sex: SexLevel.allCases.count
        case .mother: MotherLevel.allCases.count
        case .card: NumberLevel.allCases.count
        case .phone: NumberLevel.allCases.count
        case .place: PlaceLevel.allCases.count
        case .address: AddressLevel.allCases.count
        case .extra1, .extra2, .extra3, .extra4, .extra5, .extra6: ValueLevel.allCases.count
        }
    }
}

enum ListsLevel: UInt8, CaseIterable, Sendable {
    case missing
    /// One row is the civil registry's.
    case registryAndOther
    /// Rows of one list that names each person once.
    case sameListOnce
    /// Rows of one list that may repeat people.
    case sameList
    case otherLists
}

enum NIKLevel: UInt8, CaseIterable, Sendable {
    case missing
    /// Equal, and no row's own birth date or sex contradicts it.
    case equal
    /// Equal, but a row without a birth date leaves open whose it is.
    case equalUnchecked
    /// Equal, although one row's number contradicts its own birth date or sex: somebody used the
    /// number of a relative.
    case equalButForeign
    /// One wrong digit, two swapped, one lost or added; in two whole numbers not in the serial.
    case slip
    /// Place and birth date agree, the serial differs by one digit or two swapped: a slip, or twins.
    case slipInSerial
    /// All that is left of a damaged number agrees: at least 12 digits.
    case damagedAgrees
    /// The same, although the other row's number contradicts that row's birth date or sex.
    case damagedAgreesButForeign
    /// All that is left agrees, but it is only the place of registration.
    case damagedPlaceAgrees
    /// Place and birth date agree, the serial does not.
    case sameBirthBlock
    /// Different, and both rows' own birth dates are the ones in them.
    case different
    /// Different, but a row without a birth date leaves open whose it is.
    case differentUnchecked
    /// What is left of a damaged number differs from the other, and each is its row's own by the birth
    /// date in it.
    case damagedDiffers
    /// What is left differs, but whose it is stays open: too few digits, or somebody else's.
    case damagedDiffersUnchecked
    /// Different, but one row's number contradicts its own birth date or sex: it was a relative's
    /// number anyway.
    case differentAndForeign
    /// Two numbers of the civil registry: two people, whatever else agrees.
    case twoRegistered
}

/// How the words of two names compare. The level of the field is the kind together with how rare
/// the agreeing words are, see ``NameLevel``.
enum NameKind: UInt8, CaseIterable, Sendable {
    case same
    /// The same words in another order, words that sound alike, or blanks lost between them.
    case soundsSame
    /// Words of which some differ by a slip of the pen.
    case slip
    /// One name holds the other: words left out, cut or written as initials.
    case contained
    /// Some word agrees, others do not.
    case partly
    case different
}

/// Kind and rarity of a name's agreement as one level. What an agreement on "Siti" is worth, and
/// what one on a rare name, is estimated like any other level, not set by hand.
enum NameLevel {
    /// Upper bounds of the steps of rarity, in bits of surprise of the agreeing words together: each
    /// step is a factor of sixteen in frequency, so that every one holds enough pairs.
    private static let bounds: [Float] = [8, 12, 16, 20, 24]
    static let rarities = bounds.count + 1
    static let count = 2 + Int(NameKind.different.rawValue) * rarities

    @inline(__always)
    static func level(_ kind: NameKind, rarity: Float) -> UInt8 {
        guard kind != .different else { return UInt8(count - 1) }
        var bin = 0
        while bin < bounds.count, rarity >= bounds[bin] { bin += 1 }
        return 1 + kind.rawValue * UInt8(rarities) + UInt8(bin)
    }

    /// Nil for the level 0.
    static func kind(of level: Int) -> NameKind? {
        level == 0 ? nil : NameKind(rawValue: UInt8((level - 1) / rarities))
    }

    /// 0 for frequent words, up for rare ones.
    static func rarity(of level: Int) -> Int { level == 0 ? 0 : (level - 1) % rarities }
}

enum BirthLevel: UInt8, CaseIterable, Sendable {
    case missing
    case same
    /// The same 1 January, which many forms fill in for an unknown day.
    case sameDefault
    /// Day and month changed places.
    case swapped
    /// One digit of day or month differs, or the year by one or ten.
    case oneDigitDiffers
    /// One of day, month and year differs by more; the year by less than ten, as a son is not his
    /// father.
    case onePartDiffers
    /// The year agrees, one of the dates is only a year or 1 January.
    case sameYear
    case different
}

enum SexLevel: UInt8, CaseIterable, Sendable {
    case missing, same, different
}

enum MotherLevel: UInt8, CaseIterable, Sendable {
    case missing
    case sameRare
    case sameFrequent
    case similar
    /// Some word agrees, others do not.
    case partly
    case different
}

/// Family cards and telephone numbers.
enum NumberLevel: UInt8, CaseIterable, Sendable {
    case missing
    case same
    /// One wrong digit or two swapped.
    case slip
    case different
}

enum PlaceLevel: UInt8, CaseIterable, Sendable {
    case missing
    case sameBlock
    case sameVillage
    case sameDistrict
    case different
}

enum AddressLevel: UInt8, CaseIterable, Sendable {
    case missing
    /// All telling words agree, house number included.
    case same
    /// Most of them agree.
    case mostly
    /// Some agree, such as the street.
    case partly
    case different
}

/// One of ``LinkageSource/attributes``.
enum ValueLevel: UInt8, CaseIterable, Sendable {
    case missing
    case sameRare
    case sameFrequent
    case slip
    /// The other row has the value in another column.
    case elsewhere
    /// Most letters agree.
    case similar
    case different
}
