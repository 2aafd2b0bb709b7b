import Civic

/// One row in the form in which pairs are compared: no text, no pointers, a little over a hundred
/// bytes.
struct Record: BitwiseCopyable, Sendable {
    static let nameWords = 6
    static let motherWords = 3

    /// Sixteen digits, four bits each; 0 when there is no usable number.
    var nik: UInt64 = 0
    /// Digits left of a damaged number, four bits each, the last digit in the lowest four.
    var clue: UInt64 = 0
    var card: UInt64 = 0
    var phone: UInt64 = 0
    var name: [6 of UInt32] = .init(repeating: 0)
    var mother: [3 of UInt32] = .init(repeating: 0)
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
        static let birthGuessed = Flags(rawValue: 8)
        static let yearOnly = Flags(rawValue: 16)
        /// 1 January, which many forms fill in for an unknown day.
        static let birthDefault = Flags(rawValue: 32)
        static let oncePerSource = Flags(rawValue: 64)
    }
}

/// All rows of all sources as records, with the words of their names.
struct RecordSet: Sendable {
    private(set) var records: [Record] = []
    private(set) var tokens = TokenTable()
    private(set) var sourceStarts: [Int] = []

    init(_ sources: [LinkageSource]) {
        records.reserveCapacity(sources.reduce(0) { $0 + $1.roster.rows.count })
        var canonical: [UInt8] = []
        for (number, source) in sources.enumerated() {
            sourceStarts.append(records.count)
            let text = source.roster.text.span
            for row in source.roster.rows {
                var record = RecordSet.record(row, source, number)
                canonical.removeAll(keepingCapacity: true)
                NameSpelling.appendCanonical(
                    text.extracting(row.name.bounds), to: &canonical)
                tokens.intern(canonical.span, limit: Record.nameWords) { id in
                    record.name[Int(record.nameCount)] = id
                    record.nameCount += 1
                }
                canonical.removeAll(keepingCapacity: true)
                NameSpelling.appendCanonical(
                    text.extracting(row.motherName.bounds), to: &canonical)
                tokens.intern(canonical.span, limit: Record.motherWords) { id in
                    record.mother[Int(record.motherCount)] = id
                    record.motherCount += 1
                }
                records.append(record)
            }
        }
        tokens.weigh()
    }

    private static func record(_ row: RosterRow, _ source: LinkageSource, _ number: Int) -> Record {
        var record = Record()
        record.source = UInt16(number)
        record.nik = PackedDigits.pack(row.nik)
        record.clue = PackedDigits.pack(row.nikClue)
        record.clueDigits = row.nikClueDigits
        record.card = row.familyCard
        record.phone = row.phone
        record.sex = row.sex
        record.place = row.place
        record.district = row.place < 0 ? -1 : source.districtOfPlace[Int(row.place)]
        record.rt = row.rt
        record.rw = row.rw
        if row.nikCluePrefix { record.flags.insert(.cluePrefix) }
        if row.facts.contains(.nikDisagrees) { record.flags.insert(.nikDisagrees) }
        if source.isRegistry { record.flags.insert(.registry) }
        if source.listsEachPersonOnce { record.flags.insert(.oncePerSource) }
        setBirth(row, &record)
        return record
    }

    private static func setBirth(_ row: RosterRow, _ record: inout Record) {
        guard let day = row.birthDay else { return }
        let parts = day.parts
        record.birth = row.birth
        record.birthDay = UInt8(parts.day)
        record.birthMonth = UInt8(parts.month)
        record.birthYear = UInt16(parts.year)
        let (low, high) = (min(parts.day, parts.month), max(parts.day, parts.month))
        record.birthKey = UInt32(parts.year * 1024 + low * 32 + high)
        if parts.day == 1, parts.month == 1 { record.flags.insert(.birthDefault) }
        switch row.birthPrecision {
        case .exact: break
        case .orderGuessed: record.flags.insert(.birthGuessed)
        case .yearOnly: record.flags.insert(.yearOnly)
        }
    }
}

/// Decimal digits at four bits each, so that differing digits show in one exclusive or.
enum PackedDigits {
    static func pack(_ number: UInt64) -> UInt64 {
        var packed: UInt64 = 0
        var rest = number
        var shift: UInt64 = 0
        while rest > 0, shift < 64 {
            packed |= (rest % 10) << shift
            rest /= 10
            shift += 4
        }
        return packed
    }

    /// A mask with the lowest bit of each differing digit.
    @inline(__always)
    static func differences(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let different = left ^ right
        let folded = different | different >> 1 | different >> 2 | different >> 3
        return folded & 0x1111_1111_1111_1111
    }

    /// One wrong digit, or two neighbours that changed places.
    static func isSlip(_ left: UInt64, _ right: UInt64) -> Bool {
        let mask = differences(left, right)
        switch mask.nonzeroBitCount {
        case 1: return true
        case 2:
            let low = UInt64(mask.trailingZeroBitCount)
            guard mask == 0x11 << low else { return false }
            let a = left >> low & 0xFF
            let b = right >> low & 0xFF
            return a == (b >> 4 | (b & 15) << 4)
        default: return false
        }
    }

    /// Whether `typed`, with `count` digits, is `full` (sixteen) with one digit left out or added. Of
    /// seventeen digits the first is not kept; it counts as right.
    static func isMissingOrExtra(_ full: UInt64, _ typed: UInt64, count: Int) -> Bool {
        guard count == 15 || count == 17 else { return false }
        // Compare fifteen digits from the front (aligned at the first digit kept of both) and all
        // from the back (aligned at the last).
        let front = count == 15 ? (full >> 4) ^ typed : (full ^ typed >> 4) & 0x0FFF_FFFF_FFFF_FFFF
        let back = full ^ typed
        let sameFront = front == 0 ? 15 : 15 - (64 - front.leadingZeroBitCount + 3) / 4
        let sameBack = back == 0 ? 16 : back.trailingZeroBitCount / 4
        return sameFront + sameBack >= 15
    }
}
