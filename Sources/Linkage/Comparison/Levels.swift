/// How two rows compare in one field. Level 0 always means that one of them says nothing.
enum Field: Int, CaseIterable, Sendable {
    case nik, name, birth, sex, mother, card, phone, place
}

enum NIKLevel: UInt8, CaseIterable, Sendable {
    case missing
    case equal
    /// Equal, although one row's number contradicts its own birth date or sex: somebody used the
    /// number of a relative.
    case equalButForeign
    /// One wrong digit, two swapped, one lost or added.
    case slip
    /// All that is left of a damaged number agrees: at least 12 digits.
    case damagedAgrees
    /// All that is left agrees, but it is only the place of registration.
    case damagedPlaceAgrees
    /// Place and birth date agree, the serial does not: twins, or a slip.
    case sameBirthBlock
    case different
    case damagedDiffers
    /// Different, but one row's number contradicts its own birth date or sex: it was a relative's
    /// number anyway.
    case differentAndForeign
}

enum NameLevel: UInt8, CaseIterable, Sendable {
    case missing
    case same
    /// The same words in another order, or words that sound alike.
    case soundsSame
    /// Words of which some differ by a slip of the pen.
    case slip
    /// One name holds the other: words left out, cut or written as initials.
    case contained
    /// Some word agrees, others do not.
    case partly
    case different
}

enum BirthLevel: UInt8, CaseIterable, Sendable {
    case missing
    case same
    /// Day and month changed places.
    case swapped
    /// One of day, month and year differs.
    case onePartDiffers
    /// The year agrees, one of the dates is only a year or 1 January.
    case sameYear
    case different
}

enum SexLevel: UInt8, CaseIterable, Sendable {
    case missing, same, different
}

enum MotherLevel: UInt8, CaseIterable, Sendable {
    case missing, same, similar, different
}

enum CardLevel: UInt8, CaseIterable, Sendable {
    case missing, same, different
}

enum PhoneLevel: UInt8, CaseIterable, Sendable {
    case missing, same, different
}

enum PlaceLevel: UInt8, CaseIterable, Sendable {
    case missing
    case sameBlock
    case sameVillage
    case sameDistrict
    case different
}

/// The levels of all fields of one pair in four bits each, and how rare the agreeing words are.
struct Pattern: Hashable, Sendable {
    var levels: UInt32 = 0
    /// Sum of ``TokenTable/Token/rarity`` over agreeing words of the name.
    var rarity: Float = 0

    @inline(__always)
    func level(_ field: Field) -> Int { Int(levels >> UInt32(field.rawValue * 4) & 15) }

    @inline(__always)
    mutating func set(_ field: Field, _ level: UInt8) {
        levels |= UInt32(level) << UInt32(field.rawValue * 4)
    }

    var nik: NIKLevel { NIKLevel(rawValue: UInt8(level(.nik))) ?? .missing }
    var name: NameLevel { NameLevel(rawValue: UInt8(level(.name))) ?? .missing }
    var birth: BirthLevel { BirthLevel(rawValue: UInt8(level(.birth))) ?? .missing }
    var sex: SexLevel { SexLevel(rawValue: UInt8(level(.sex))) ?? .missing }
}
