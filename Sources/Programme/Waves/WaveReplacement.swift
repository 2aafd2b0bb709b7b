package import Civic

/// Who moves up when a place of a wave becomes free.
package enum WaveReplacement {
    /// Somebody who waits.
    package struct Waiting: Hashable, Sendable {
        package let place: Int
        package let village: PlaceCode?

        package init(place: Int, village: PlaceCode?) {
            self.place = place
            self.village = village
        }
    }

    /// By the frozen order: first those of the village where the place became free, so that it
    /// keeps its share of the quota; then, when nobody waits there, those of the whole city.
    package static func next(
        after waiting: [Waiting], in village: PlaceCode?, limit: Int
    ) -> [Waiting] {
        let order = waiting.sorted { left, right in
            let (isLeftHere, isRightHere) = (left.village == village, right.village == village)
            if isLeftHere != isRightHere { return isLeftHere }
            return left.place < right.place
        }
        return Array(order.prefix(limit))
    }
}
