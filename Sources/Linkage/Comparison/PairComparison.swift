import Civic

/// Compares two records field by field.
struct PairComparison {
    let records: UnsafeBufferPointer<Record>
    private let names: NameComparison
    private let addresses: AddressComparison
    private let values: ValueComparison

    /// Calls `body` with a comparison over all records of `set`, whose tables stay where they are
    /// meanwhile.
    static func over<Result, Failure: Error>(
        _ set: RecordSet, _ body: (PairComparison) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try set.withBuffers { (buffers) throws(Failure) in
            try EditDistance.with { (edits) throws(Failure) in
                try body(
                    PairComparison(
                        records: buffers.records,
                        names: NameComparison(
                            tokens: buffers.names, letters: buffers.nameLetters, edits: edits,
                            muhammad: set.words.names.sound(of: "MUHAMMAD")),
                        addresses: AddressComparison(tokens: buffers.addresses),
                        values: ValueComparison(
                            tokens: buffers.values, letters: buffers.valueLetters,
                            attributes: buffers.attributes, count: set.attributeCount,
                            edits: edits)))
            }
        }
    }

    @inline(__always)
    func compare(_ left: Int, _ right: Int) -> Pattern {
        var pattern = pattern(records[left], records[right])
        values.compare(left, right, into: &pattern)
        return pattern
    }

    /// A row as it would compare with the same row in another list.
    func compareWithCopy(_ row: Int) -> Pattern {
        var pattern = Pattern()
        pattern.set(.lists, ListsLevel.otherLists.rawValue)
        addFields(records[row], records[row], to: &pattern)
        values.compare(row, row, into: &pattern)
        return pattern
    }

    private func pattern(_ left: Record, _ right: Record) -> Pattern {
        var pattern = Pattern()
        pattern.set(.lists, listsLevel(left, right).rawValue)
        addFields(left, right, to: &pattern)
        return pattern
    }

    @inline(__always)
    private func addFields(_ left: Record, _ right: Record, to pattern: inout Pattern) {
        pattern.set(.nik, nikLevel(left, right).rawValue)
        if let (kind, rarity) = names.compare(left, right) {
            pattern.set(.name, NameLevel.level(kind, rarity: rarity))
        }
        pattern.set(.birth, birthLevel(left, right).rawValue)
        pattern.set(.sex, sexLevel(left, right).rawValue)
        pattern.set(.mother, names.compareMothers(left, right).rawValue)
        pattern.set(.card, numberLevel(left.card, right.card).rawValue)
        pattern.set(.phone, numberLevel(left.phone, right.phone).rawValue)
        pattern.set(.place, placeLevel(left, right).rawValue)
        pattern.set(.address, addresses.compare(left, right).rawValue)
    }

    // MARK: Lists

    private func listsLevel(_ left: Record, _ right: Record) -> ListsLevel {
        if left.source == right.source {
            return left.flags.contains(.oncePerSource) ? .sameListOnce : .sameList
        }
        let either = left.flags.union(right.flags)
        return either.contains(.registry) ? .registryAndOther : .otherLists
    }

    // MARK: Numbers

    @inline(__always)
    private func numberLevel(_ left: UInt64, _ right: UInt64) -> NumberLevel {
        if left == 0 || right == 0 { return .missing }
        if left == right { return .same }
        return PackedDigits.isSlip(left, right) ? .slip : .different
    }

    private func nikLevel(_ left: Record, _ right: Record) -> NIKLevel {
        if left.nik == 0 || right.nik == 0 { return damagedLevel(left, right) }
        let isForeign = left.flags.union(right.flags).contains(.nikDisagrees)
        let isChecked = left.birth != RosterRow.noDay && right.birth != RosterRow.noDay
        if left.nik == right.nik {
            return isForeign ? .equalButForeign : isChecked ? .equal : .equalUnchecked
        }
        if left.flags.intersection(right.flags).contains(.registry) { return .twoRegistered }
        let isSameBlock = left.nik >> 16 == right.nik >> 16
        if PackedDigits.isSlip(left.nik, right.nik) { return isSameBlock ? .slipInSerial : .slip }
        if isSameBlock { return .sameBirthBlock }
        return isForeign ? .differentAndForeign : isChecked ? .different : .differentUnchecked
    }

    private func damagedLevel(_ left: Record, _ right: Record) -> NIKLevel {
        if left.nik != 0 { return damagedLevel(full: left, right) }
        if right.nik != 0 { return damagedLevel(full: right, left) }
        guard left.clueDigits >= 12, left.clueDigits == right.clueDigits else { return .missing }
        return left.clue == right.clue ? .damagedAgrees : .missing
    }

    private func damagedLevel(full record: Record, _ damaged: Record) -> NIKLevel {
        let isForeign = record.flags.contains(.nikDisagrees)
        switch damagedLevel(record.nik, damaged) {
        case .damagedAgrees: return isForeign ? .damagedAgreesButForeign : .damagedAgrees
        case .damagedDiffers:
            let isOwn = !isForeign && record.birth != RosterRow.noDay && namesOwnBirth(damaged)
            return isOwn ? .damagedDiffers : .damagedDiffersUnchecked
        case let level: return level
        }
    }

    /// Whether the digits left of a number hold the row's own birth date.
    private func namesOwnBirth(_ record: Record) -> Bool {
        let count = Int(record.clueDigits)
        guard count >= 12, count <= 16, record.birth != RosterRow.noDay else { return false }
        let digits = record.clue >> UInt64((count - 12) * 4)
        let written = PackedDigits.two(digits >> 16)
        let day = written > 40 ? written - 40 : written
        return day == Int(record.birthDay)
            && PackedDigits.two(digits >> 8) == Int(record.birthMonth)
            && PackedDigits.two(digits) == Int(record.birthYear) % 100
    }

    private func damagedLevel(_ full: UInt64, _ damaged: Record) -> NIKLevel {
        let count = Int(damaged.clueDigits)
        guard count > 0 else { return .missing }
        if damaged.flags.contains(.cluePrefix) {
            guard count <= 16 else { return .missing }
            let agrees = full >> UInt64((16 - count) * 4) == damaged.clue
            if count >= 12 { return agrees ? .damagedAgrees : .damagedDiffers }
            // The last digit of a short mantissa may be rounded up.
            let nearly = count >= 2 && full >> UInt64((17 - count) * 4) == damaged.clue >> 4
            return agrees || nearly ? .damagedPlaceAgrees : .damagedDiffers
        }
        if count == 16 {
            if full == damaged.clue || PackedDigits.isSlip(full, damaged.clue) { return .slip }
        } else if PackedDigits.isMissingOrExtra(full, damaged.clue, count: count) {
            return .slip
        }
        return .damagedDiffers
    }

    // MARK: Birth and sex

    private func birthLevel(_ left: Record, _ right: Record) -> BirthLevel {
        guard left.birth != RosterRow.noDay, right.birth != RosterRow.noDay else { return .missing }
        let flags = left.flags.union(right.flags)
        if left.birth == right.birth {
            if flags.contains(.yearOnly) { return .sameYear }
            return flags.contains(.birthDefault) ? .sameDefault : .same
        }
        if left.birthKey == right.birthKey { return .swapped }
        let isSameYear = left.birthYear == right.birthYear
        if isSameYear, flags.contains(.birthDefault) || flags.contains(.yearOnly) {
            return .sameYear
        }
        return differingLevel(left, right)
    }

    private func differingLevel(_ left: Record, _ right: Record) -> BirthLevel {
        let years = abs(Int(left.birthYear) - Int(right.birthYear))
        let isSameMonth = left.birthMonth == right.birthMonth
        let isSameDay = left.birthDay == right.birthDay
        switch (years == 0, isSameMonth, isSameDay) {
        case (true, true, false): return digitsLevel(left.birthDay, right.birthDay)
        case (true, false, true): return digitsLevel(left.birthMonth, right.birthMonth)
        case (false, true, true):
            // A year may be off by one or by a digit, but a son is not his father.
            if years == 1 || years == 10 { return .oneDigitDiffers }
            return years < 10 ? .onePartDiffers : .different
        default: return .different
        }
    }

    private func digitsLevel(_ left: UInt8, _ right: UInt8) -> BirthLevel {
        left / 10 == right / 10 || left % 10 == right % 10 ? .oneDigitDiffers : .onePartDiffers
    }

    private func sexLevel(_ left: Record, _ right: Record) -> SexLevel {
        guard left.sex != 0, right.sex != 0 else { return .missing }
        return left.sex == right.sex ? .same : .different
    }

    // MARK: Place

    private func placeLevel(_ left: Record, _ right: Record) -> PlaceLevel {
        guard left.place >= 0, right.place >= 0 else { return .missing }
        if left.place == right.place {
            // Rows that name only the district.
            if left.place == left.district { return .sameDistrict }
            let isSameBlock =
                left.rw > 0 && left.rw == right.rw && left.rt > 0 && left.rt == right.rt
            return isSameBlock ? .sameBlock : .sameVillage
        }
        guard left.district == right.district else { return .different }
        // A row that names only the district cannot disagree about the village.
        return left.place == left.district || right.place == right.district
            ? .missing : .sameDistrict
    }
}
