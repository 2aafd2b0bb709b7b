import Civic

/// One person of the city, as it truly is.
struct Person: Sendable {
    enum Role: UInt8, Sendable {
        case head
        case wife
        case child
        case grandparent
        case relative
    }

    enum Registration: UInt8, Sendable {
        case resident
        case moved
        case dead
        case outside
    }

    enum Insurance: String, Sendable {
        case never = "none"
        case active
        case inactive
    }

    var nik: UInt64 = 0
    /// Digits after the leading zero; 0 without a phone.
    var phone: UInt64 = 0
    var name = NameWords()
    var mother = NameWords()
    /// Days since 1970, like the other dates.
    var birth: Int32 = 0
    /// Meaningful for the dead only.
    var death: Int32 = 0
    var household: Int32 = 0
    /// The person whose identity number this one is used to show; -1 for nobody.
    var lender: Int32 = -1
    var occupation: UInt16 = 0
    /// Position in ``Origins`` of the place of birth.
    var birthplace: UInt16 = 0
    /// Row of the insurance table.
    var membership: UInt8 = 0
    /// Which of the words for the occupation the civil registry has.
    var registryWord: UInt8 = 0
    var sex = Sex.male
    var role = Role.head
    var registration = Registration.resident
    var insurance = Insurance.never

    var birthDay: Day { Day(number: birth) }

    /// In the city's registry and not moved away; the dead stay where they died.
    var isRegisteredHere: Bool { registration == .resident || registration == .dead }
}

/// People who share a family card and a house.
struct Household: Sendable {
    var card: UInt64
    /// Position of the village in the directory; -1 outside the city.
    var village: Int32
    /// Position in ``Origins`` for a household outside the city.
    var origin: UInt16
    var house: House
    var ward: UInt8
    var block: UInt8
    /// 1 (poorest) to 10.
    var decile: UInt8
    var members: Range<Int32>
}

/// Two people whom a careless eye takes for one.
struct HardPair: Sendable {
    enum Kind: String, Sendable {
        case twins
        case fatherSon = "father_son"
        case namesakes
        case borrowedNIK = "borrowed_nik"
    }

    let kind: Kind
    let first: Int
    let second: Int
}
