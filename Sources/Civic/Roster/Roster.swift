/// What one delivered list says, row by row, in the compact form in which millions of rows are
/// linked and judged.
///
/// Texts stand once in ``text``; a row refers to them by ``TextRange``. Zero, -1 or
/// ``RosterRow/noDay`` mark what the row does not say.
package struct Roster: Sendable {
    package var rows: [RosterRow] = []
    package var text: [UInt8] = []

    package init() {}

    package func string(_ range: TextRange) -> String {
        text.withUnsafeBufferPointer { bytes in
            String(decoding: UnsafeBufferPointer(rebasing: bytes[range.bounds]), as: UTF8.self)
        }
    }
}

/// A text inside ``Roster/text``.
@frozen package struct TextRange: BitwiseCopyable, Sendable, Hashable {
    package let start: UInt32
    package let count: UInt32

    package init(start: Int, count: Int) {
        self.start = UInt32(start)
        self.count = UInt32(count)
    }

    package static let none = TextRange(start: 0, count: 0)
    package var isEmpty: Bool { count == 0 }
    package var bounds: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// One row of a list that holds a person.
@frozen package struct RosterRow: BitwiseCopyable, Sendable {
    package static let noDay = Int32.min

    /// Sixteen digits that pass every hard check, or 0.
    package var nik: UInt64 = 0
    /// Digits that remain of a damaged number, as many as ``nikClueDigits`` says.
    package var nikClue: UInt64 = 0
    package var familyCard: UInt64 = 0
    package var phone: UInt64 = 0
    package var name = TextRange.none
    package var motherName = TextRange.none
    package var address = TextRange.none
    package var participantNumber = TextRange.none
    package var payer = TextRange.none
    /// ``Day/number`` of the birth date.
    package var birth = RosterRow.noDay
    /// The day on which the row became true: proposal, consent, period.
    package var recorded = RosterRow.noDay
    package var death = RosterRow.noDay
    /// Position of the record in its file or sheet, from 1.
    package var number: UInt32 = 0
    /// Position in the ``PlaceDirectory``, or -1.
    package var place: Int16 = -1
    /// Position in the ``OccupationCatalogue``, or -1.
    package var occupation: Int16 = -1
    package var rt: UInt16 = 0
    package var rw: UInt16 = 0
    package var facts: RowFacts = []
    /// 1 to 10, or 0.
    package var decile: UInt8 = 0
    /// Raw value of ``Sex``, or 0.
    package var sex: UInt8 = 0
    package var nikClueDigits: UInt8 = 0
    /// True when the digits of the clue are the right first ones and the rest is lost; false when
    /// some digit is wrong or missing.
    package var nikCluePrefix = false
    package var birthPrecision = WrittenDate.Precision.exact

    package init() {}

    package var hasBirth: Bool { birth != RosterRow.noDay }
    package var birthDay: Day? { hasBirth ? Day(number: birth) : nil }
}

/// What a row states about its person beyond identity.
@frozen package struct RowFacts: OptionSet, BitwiseCopyable, Sendable, Hashable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let dead = RowFacts(rawValue: 1 << 0)
    package static let alive = RowFacts(rawValue: 1 << 1)
    package static let movedOut = RowFacts(rawValue: 1 << 2)
    package static let insuredActive = RowFacts(rawValue: 1 << 3)
    package static let insuredInactive = RowFacts(rawValue: 1 << 4)
    package static let stateEmployee = RowFacts(rawValue: 1 << 5)
    /// The address lies in another city.
    package static let outside = RowFacts(rawValue: 1 << 6)
    /// The address lies in the home city.
    package static let inside = RowFacts(rawValue: 1 << 7)
    /// The birth date written in the NIK is another one than the row's.
    package static let nikDisagrees = RowFacts(rawValue: 1 << 8)
    /// The person cannot or does not work now (ill, stopped).
    package static let notWorking = RowFacts(rawValue: 1 << 9)
    package static let refused = RowFacts(rawValue: 1 << 10)
}
