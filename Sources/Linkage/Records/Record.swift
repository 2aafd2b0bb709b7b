import Civic

/// One row in the form in which pairs are compared: no text, no pointers, under two hundred bytes.
struct Record: BitwiseCopyable, Sendable {
    static let nameWords = 6
    static let motherWords = 3
    static let addressWords = 6

    /// Sixteen digits, four bits each; 0 when there is no usable number.
    var nik: UInt64 = 0
    /// Digits left of a damaged number, four bits each, the last digit in the lowest four.
    var clue: UInt64 = 0
    var card: UInt64 = 0
    var phone: UInt64 = 0
    /// The same for rows that say the same; orders rows whatever their place in the lists.
    var content: UInt64 = 0
    var name: [6 of UInt32] = .init(repeating: 0)
    var mother: [3 of UInt32] = .init(repeating: 0)
    /// The rarest words of the address, rarest first.
    var address: [6 of UInt32] = .init(repeating: 0)
    /// Position of the record in its file.
    var number: UInt32 = 0
    var birth = RosterRow.noDay
    /// Year × 1024 + smaller × 32 + larger of day and month: the same for swapped ones.
    var birthKey: UInt32 = 0
    var birthDay: UInt8 = 0
    var birthMonth: UInt8 = 0
    var birthYear: UInt16 = 0
    var place: Int16 = -1
    var district: Int16 = -1
    var rt: UInt16 = 0
    var rw: UInt16 = 0
    var source: UInt16 = 0
    var nameCount: UInt8 = 0
    var motherCount: UInt8 = 0
    var addressCount: UInt8 = 0
    var sex: UInt8 = 0
    var clueDigits: UInt8 = 0
    var flags: Flags = []

    struct Flags: OptionSet, BitwiseCopyable, Sendable {
        let rawValue: UInt8
        /// The clue's digits are the first ones of the true number.
        static let cluePrefix = Flags(rawValue: 1)
        /// The number contradicts the row's own birth date or sex.
        static let nikDisagrees = Flags(rawValue: 2)
        static let registry = Flags(rawValue: 4)
        static let yearOnly = Flags(rawValue: 16)
        /// 1 January, which many forms fill in for an unknown day.
        static let birthDefault = Flags(rawValue: 32)
        static let oncePerSource = Flags(rawValue: 64)
        /// The list was withdrawn; the row takes part in nothing.
        static let withdrawn = Flags(rawValue: 128)
    }

    init() {}

    /// What the row says in numbers and dates; words follow.
    init(_ row: RosterRow, of source: LinkageSource, number: Int) {
        self.source = UInt16(number)
        self.number = row.number
        nik = PackedDigits.pack(row.nik)
        clue = PackedDigits.pack(row.nikClue)
        clueDigits = row.nikClueDigits
        card = PackedDigits.pack(row.familyCard)
        phone = PackedDigits.pack(row.phone)
        sex = row.sex
        place = row.place
        district = row.place < 0 ? -1 : source.districtOfPlace[Int(row.place)]
        rt = row.rt
        rw = row.rw
        if row.nikCluePrefix { flags.insert(.cluePrefix) }
        if row.facts.contains(.nikDisagrees) { flags.insert(.nikDisagrees) }
        if source.isRegistry { flags.insert(.registry) }
        if source.listsEachPersonOnce { flags.insert(.oncePerSource) }
        setBirth(row)
    }

    private mutating func setBirth(_ row: RosterRow) {
        guard let day = row.birthDay else { return }
        let parts = day.parts
        birth = row.birth
        birthDay = UInt8(parts.day)
        birthMonth = UInt8(parts.month)
        birthYear = UInt16(parts.year)
        let (low, high) = (min(parts.day, parts.month), max(parts.day, parts.month))
        birthKey = UInt32(parts.year * 1024 + low * 32 + high)
        if parts.day == 1, parts.month == 1 { flags.insert(.birthDefault) }
        switch row.birthPrecision {
        case .exact, .orderGuessed: break
        case .yearOnly: flags.insert(.yearOnly)
        }
    }
}
