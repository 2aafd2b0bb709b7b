package import Civic

/// One place in the order of a wave.
package struct WavePlace: Hashable, Sendable {
    /// In the whole city, from 1.
    package let place: Int
    package let candidate: WaveCandidate
    package let draw: UInt64
    /// Whether the quota reaches this place; whoever it does not reach waits.
    package let isChosen: Bool
    /// In the village, from 1. The first ones of a village are chosen, the others wait.
    package let villagePlace: Int

    package init(
        place: Int, candidate: WaveCandidate, draw: UInt64, isChosen: Bool, villagePlace: Int
    ) {
        self.place = place
        self.candidate = candidate
        self.draw = draw
        self.isChosen = isChosen
        self.villagePlace = villagePlace
    }
}

/// What one village has in a wave.
package struct WaveShare: Hashable, Sendable {
    /// Nil for people of whom no village is known.
    package let village: PlaceCode?
    package let eligible: Int
    package let places: Int

    package init(village: PlaceCode?, eligible: Int, places: Int) {
        self.village = village
        self.eligible = eligible
        self.places = places
    }

    /// Shares `quota` places out over villages, in order of their codes; people without a village
    /// come first. Where a remainder falls on two, the earlier one gets the place.
    package static func shares(
        of eligible: [PlaceCode?: Int], quota: Int, floor: Int
    ) -> [WaveShare] {
        let villages = eligible.keys.sorted { ($0?.number ?? 0) < ($1?.number ?? 0) }
        let counts = villages.map { eligible[$0] ?? 0 }
        let places = Apportionment.places(for: counts, quota: quota, floor: floor)
        return villages.indices.map { position in
            WaveShare(
                village: villages[position], eligible: counts[position],
                places: places[position])
        }
    }
}

/// Who gets a place in a wave, who waits, and in which order.
package struct WaveOrder: Sendable {
    /// First place first.
    package let places: [WavePlace]
    /// By village, in order of codes.
    package let shares: [WaveShare]

    package var chosen: Int { shares.reduce(0) { $0 + $1.places } }

    /// The same candidates in any order give the same places.
    package init(
        _ candidates: [WaveCandidate], by rule: WaveRule, seed: UInt64, quota: Int
    ) {
        var eligible: [PlaceCode?: Int] = [:]
        for candidate in candidates { eligible[candidate.village, default: 0] += 1 }
        shares = WaveShare.shares(of: eligible, quota: quota, floor: rule.floor)
        var keys = candidates.indices.map { rule.key(candidates[$0], seed, $0) }
        keys.sort { left, right in
            if left.weight != right.weight { return left.weight < right.weight }
            return candidates[Int(left.position)].number < candidates[Int(right.position)].number
        }
        var granted: [PlaceCode?: Int] = [:]
        for share in shares { granted[share.village] = share.places }
        var reached: [PlaceCode?: Int] = [:]
        var places: [WavePlace] = []
        places.reserveCapacity(keys.count)
        for key in keys {
            let candidate = candidates[Int(key.position)]
            let villagePlace = reached[candidate.village, default: 0] + 1
            reached[candidate.village] = villagePlace
            places.append(
                WavePlace(
                    place: places.count + 1, candidate: candidate, draw: key.draw,
                    isChosen: villagePlace <= granted[candidate.village] ?? 0,
                    villagePlace: villagePlace))
        }
        self.places = places
    }
}
