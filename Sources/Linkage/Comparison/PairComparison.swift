import Civic

/// Compares two records field by field.
struct PairComparison {
    private let names: NameComparison

    init(names: NameComparison) { self.names = names }

    func compare(_ left: Record, _ right: Record) -> Pattern {
        var pattern = Pattern()
        let (name, rarity) = names.compare(left, right)
        pattern.rarity = rarity
        pattern.set(.name, name.rawValue)
        let birth = birthLevel(left, right)
        pattern.set(.birth, birth.rawValue)
        let sex = sexLevel(left, right)
        pattern.set(.sex, sex.rawValue)
        pattern.set(.nik, nikLevel(left, right, name, birth, sex).rawValue)
        pattern.set(.mother, names.compareMothers(left, right).rawValue)
        pattern.set(.card, level(left.card, right.card))
        pattern.set(.phone, level(left.phone, right.phone))
        pattern.set(.place, placeLevel(left, right).rawValue)
        return pattern
    }

    @inline(__always)
    private func level(_ left: UInt64, _ right: UInt64) -> UInt8 {
        left == 0 || right == 0 ? 0 : left == right ? 1 : 2
    }

    private func birthLevel(_ left: Record, _ right: Record) -> BirthLevel {
        guard left.birth != RosterRow.noDay, right.birth != RosterRow.noDay else { return .missing }
        let flags = left.flags.union(right.flags)
        if left.birth == right.birth { return flags.contains(.yearOnly) ? .sameYear : .same }
        if left.birthKey == right.birthKey { return .swapped }
        let sameYear = left.birthYear == right.birthYear
        if sameYear, flags.contains(.birthDefault) || flags.contains(.yearOnly) { return .sameYear }
        let differing =
            (left.birthDay == right.birthDay ? 0 : 1)
            + (left.birthMonth == right.birthMonth ? 0 : 1)
            + (sameYear ? 0 : 1)
        if differing == 1 {
            // A year may be off by a digit, but a son is not his father.
            let years = abs(Int(left.birthYear) - Int(right.birthYear))
            return years <= 10 || years % 10 == 0 && years < 15 ? .onePartDiffers : .different
        }
        return .different
    }

    private func sexLevel(_ left: Record, _ right: Record) -> SexLevel {
        guard left.sex != 0, right.sex != 0 else { return .missing }
        return left.sex == right.sex ? .same : .different
    }

    private func placeLevel(_ left: Record, _ right: Record) -> PlaceLevel {
        guard left.place >= 0, right.place >= 0 else { return .missing }
        if left.place == right.place {
            let sameBlock = left.rw > 0 && left.rw == right.rw && left.rt > 0 && left.rt == right.rt
            return sameBlock ? .sameBlock : .sameVillage
        }
        guard left.district == right.district else { return .different }
        // A row that names only the district cannot disagree about the village.
        return left.place == left.district || right.place == right.district
            ? .missing : .sameDistrict
    }

    /// The number's level. Three of its readings depend on the other fields: an equal number on a
    /// person of another name and birth date is borrowed; a number that differs only in the serial
    /// is a slip when the names agree and a twin when they do not.
    private func nikLevel(
        _ left: Record, _ right: Record, _ name: NameLevel, _ birth: BirthLevel,
        _ sex: SexLevel
    ) -> NIKLevel {
        if left.nik == 0 || right.nik == 0 { return damagedLevel(left, right) }
        if left.nik == right.nik {
            let foreign =
                left.flags.contains(.nikDisagrees) || right.flags.contains(.nikDisagrees)
            let otherPerson = isOtherName(name) && birth != .same || sex == .different
            let sure = isSameName(name) && birth != .different && sex != .different
            return (foreign && !sure) || otherPerson ? .equalButForeign : .equal
        }
        let confirmed = left.flags.contains(.registry) && right.flags.contains(.registry)
        if !confirmed, !isOtherName(name), PackedDigits.isSlip(left.nik, right.nik) { return .slip }
        if left.nik >> 16 == right.nik >> 16 { return .sameBirthBlock }
        let foreign = left.flags.contains(.nikDisagrees) || right.flags.contains(.nikDisagrees)
        return foreign ? .differentAndForeign : .different
    }

    private func isOtherName(_ name: NameLevel) -> Bool { name == .different || name == .partly }
    private func isSameName(_ name: NameLevel) -> Bool {
        name == .same || name == .soundsSame || name == .slip || name == .contained
    }

    private func damagedLevel(_ left: Record, _ right: Record) -> NIKLevel {
        if left.nik != 0 { return damagedLevel(full: left.nik, right) }
        if right.nik != 0 { return damagedLevel(full: right.nik, left) }
        guard left.clueDigits >= 12, right.clueDigits >= 12 else { return .missing }
        let sameLength = left.clueDigits == right.clueDigits
        if sameLength { return left.clue == right.clue ? .damagedAgrees : .missing }
        return .missing
    }

    private func damagedLevel(full: UInt64, _ damaged: Record) -> NIKLevel {
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
}
