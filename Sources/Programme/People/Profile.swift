package import Civic

/// What is known of one person after all lists were read: the best value of each field and where it
/// came from. Texts stay in the lists; this holds only what the rules need, so that a million
/// people are judged from one array.
@frozen package struct Profile: BitwiseCopyable, Sendable {
    package static let noSource: UInt16 = .max
    package static let noRow: UInt32 = .max

    /// Hard-valid digits, or 0.
    package var nik: UInt64 = 0
    package var birth = RosterRow.noDay
    /// The oldest day on which anybody proposed or recorded the person.
    package var recorded = RosterRow.noDay
    /// Row (over all lists) that has the best name, and so on; ``noRow`` where none has any.
    package var nameRow = Profile.noRow
    package var cardRow = Profile.noRow
    package var motherRow = Profile.noRow
    package var phoneRow = Profile.noRow
    package var addressRow = Profile.noRow
    /// Position in the place directory, or -1.
    package var place: Int16 = -1
    /// Position in the occupation catalogue, or -1.
    package var occupation: Int16 = -1
    package var decile: UInt8 = 0
    package var sex: UInt8 = 0
    package var facts: ProfileFacts = []
    /// Lists that hold the person.
    package var sources: UInt16 = 0
    package var rows: UInt16 = 0

    package var nikSource = Profile.noSource
    package var birthSource = Profile.noSource
    package var placeSource = Profile.noSource
    package var residenceSource = Profile.noSource
    package var occupationSource = Profile.noSource
    package var sectorSource = Profile.noSource
    package var decileSource = Profile.noSource
    package var lifeSource = Profile.noSource
    package var stateSource = Profile.noSource
    package var insuranceSource = Profile.noSource
    package var workSource = Profile.noSource

    package init() {}

    package var birthDay: Day? {
        birth == RosterRow.noDay ? nil : Day(number: birth)
    }
}

/// What the lists together say about a person.
@frozen package struct ProfileFacts: OptionSet, BitwiseCopyable, Sendable, Hashable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The civil registry knows the person.
    package static let registered = ProfileFacts(rawValue: 1 << 0)
    package static let inside = ProfileFacts(rawValue: 1 << 1)
    package static let outside = ProfileFacts(rawValue: 1 << 2)
    package static let registryDead = ProfileFacts(rawValue: 1 << 3)
    /// Somebody other than the registry reports a death.
    package static let reportedDead = ProfileFacts(rawValue: 1 << 4)
    package static let stateEmployee = ProfileFacts(rawValue: 1 << 5)
    package static let insured = ProfileFacts(rawValue: 1 << 6)
    package static let formerlyInsured = ProfileFacts(rawValue: 1 << 7)
    /// Stands on the list of an informal trade.
    package static let sectorListed = ProfileFacts(rawValue: 1 << 8)
    /// The welfare register itself gives an informal occupation.
    package static let informalByWelfare = ProfileFacts(rawValue: 1 << 9)
    package static let notWorking = ProfileFacts(rawValue: 1 << 10)
    package static let refused = ProfileFacts(rawValue: 1 << 11)
    package static let welfareListed = ProfileFacts(rawValue: 1 << 12)
    /// The registry says that the person moved away.
    package static let movedOut = ProfileFacts(rawValue: 1 << 13)
}
