import Civic

/// The city's order of need and how its quota is shared out.
package struct RankingPolicy: Sendable {
    /// Deciles of one group stand before those of the next.
    package let decileGroups: [[Int]]
    /// Breaks ties, so that the order can be repeated by anybody.
    package let seed: UInt64
    /// No village gets fewer places than this, as long as it has so many eligible people.
    package let floorPerVillage: Int

    package init(decileGroups: [[Int]], seed: UInt64, floorPerVillage: Int) {
        self.decileGroups = decileGroups
        self.seed = seed
        self.floorPerVillage = floorPerVillage
    }
}

/// Everything that decides the place of one eligible person, in order of weight.
@frozen package struct RankKey: BitwiseCopyable, Sendable, Comparable {
    /// Group of the decile, from 0.
    package let group: UInt8
    package let hazard: UInt8
    /// Day of the oldest proposal; people without one come last.
    package let recorded: Int32
    /// Draw by the seed.
    package let draw: UInt64
    package let person: UInt32

    package static func < (left: RankKey, right: RankKey) -> Bool {
        (left.group, left.hazard, left.recorded, left.draw, left.person)
            < (right.group, right.hazard, right.recorded, right.draw, right.person)
    }
}

extension RankingPolicy {
    /// - Parameters:
    ///   - profile: an eligible person.
    ///   - person: the person's position, the last tie-break.
    ///   - hazard: of the occupation, 1 (highest) to 9.
    /// - Returns: what decides the person's place.
    package func key(_ profile: Profile, person: Int, hazard: Int) -> RankKey {
        let group =
            decileGroups.firstIndex { $0.contains(Int(profile.decile)) } ?? decileGroups.count
        let identity = profile.nik != 0 ? profile.nik : UInt64(person)
        return RankKey(
            group: UInt8(clamping: group), hazard: UInt8(clamping: hazard),
            recorded: profile.recorded == RosterRow.noDay ? .max : profile.recorded,
            draw: SeededGenerator.mix(identity ^ SeededGenerator.mix(seed)),
            person: UInt32(person))
    }
}

/// Who gets a place now and who waits.
package struct Allocation: Sendable {
    /// Eligible people in order of priority.
    package let recipients: [RankKey]
    package let waiting: [RankKey]
    /// By unit (position of the village, or -1 where it is unknown): eligible people and places.
    package let units: [Int16: (eligible: Int, places: Int)]

    /// Shares `quota` places over villages and fills them in order of priority.
    ///
    /// - Parameters:
    ///   - keys: all eligible people.
    ///   - placeOf: the village of a person.
    ///   - quota: places in all.
    ///   - floor: places each village gets before the rest is shared.
    package init(_ keys: [RankKey], placeOf: (UInt32) -> Int16, quota: Int, floor: Int) {
        var eligible: [Int16: Int] = [:]
        for key in keys { eligible[placeOf(key.person), default: 0] += 1 }
        let order = eligible.keys.sorted()
        let places = Apportionment.places(
            for: order.map { eligible[$0] ?? 0 }, quota: quota, floor: floor)
        var left: [Int16: Int] = [:]
        for (unit, count) in zip(order, places) { left[unit] = count }
        var recipients: [RankKey] = []
        var waiting: [RankKey] = []
        for key in keys.sorted() {
            let unit = placeOf(key.person)
            if let free = left[unit], free > 0 {
                left[unit] = free - 1
                recipients.append(key)
            } else {
                waiting.append(key)
            }
        }
        self.recipients = recipients
        self.waiting = waiting
        var units: [Int16: (eligible: Int, places: Int)] = [:]
        for (unit, count) in zip(order, places) { units[unit] = (eligible[unit] ?? 0, count) }
        self.units = units
    }
}

/// Sharing whole places in proportion to claims.
package enum Apportionment {
    /// Largest remainder (Hare quota) with a floor: each unit first gets the floor or all it asks
    /// for; what is left is shared in proportion to what is still asked for. Ties go to the earlier
    /// unit. No unit gets more than it asks for, and the places add up to
    /// `min(quota, sum of claims)`.
    package static func places(for claims: [Int], quota: Int, floor: Int) -> [Int] {
        let total = claims.reduce(0, +)
        let quota = min(max(0, quota), total)
        if quota == total { return claims }
        let floors = claims.map { min($0, max(0, floor)) }
        if floors.reduce(0, +) >= quota { return proportional(floors, quota) }
        let rest = proportional(
            zip(claims, floors).map { $0 - $1 }, quota - floors.reduce(0, +))
        return zip(floors, rest).map { $0 + $1 }
    }

    private static func proportional(_ claims: [Int], _ quota: Int) -> [Int] {
        let total = claims.reduce(0, +)
        guard total > 0, quota > 0 else { return claims.map { _ in 0 } }
        var places: [Int] = []
        var remainders: [(remainder: Int128, unit: Int)] = []
        for (unit, claim) in claims.enumerated() {
            let exact = Int128(claim) * Int128(quota)
            places.append(Int(exact / Int128(total)))
            remainders.append((exact % Int128(total), unit))
        }
        remainders.sort { ($0.remainder, $1.unit) > ($1.remainder, $0.unit) }
        let missing = quota - places.reduce(0, +)
        for (_, unit) in remainders.prefix(missing) { places[unit] += 1 }
        return places
    }
}
