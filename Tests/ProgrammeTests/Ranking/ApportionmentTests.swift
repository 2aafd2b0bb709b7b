import Civic
import Programme
import Testing

struct ApportionmentTests {
    @Test(
        arguments: [
            ([100, 100, 100], 30, 0, [10, 10, 10]), ([5, 3, 2], 10, 0, [5, 3, 2]),
            ([5, 3, 2], 99, 0, [5, 3, 2]), ([5, 3, 2], 0, 2, [0, 0, 0]),
            ([5, 3, 2], -4, 2, [0, 0, 0]),
            ([], 10, 2, []), ([0, 0], 10, 2, [0, 0]), ([1, 1, 1], 2, 0, [1, 1, 0]),
            ([1, 1, 1], 1, 5, [1, 0, 0]), ([1000, 10, 1], 100, 5, [94, 5, 1]),
        ] as [([Int], Int, Int, [Int])])
    func `shares places`(_ claims: [Int], _ quota: Int, _ floor: Int, _ places: [Int]) {
        #expect(Apportionment.places(for: claims, quota: quota, floor: floor) == places)
    }

    @Test func `agrees with dealing out by hand in every small world`() {
        var wrong: [String] = []
        for code in 0..<7 * 7 * 7 {
            let claims = [code % 7, code / 7 % 7, code / 49]
            for floor in 0...3 {
                for quota in 0...(claims.reduce(0, +) + 1) {
                    check(claims, quota, floor, &wrong)
                }
            }
        }
        #expect(wrong.prefix(3) == [])
    }

    @Test func `agrees with dealing out by hand in generated cities`() {
        var generator = SeededGenerator(seed: 71)
        var wrong: [String] = []
        for _ in 0..<1_500 {
            let units = Int.random(in: 1...20, using: &generator)
            let claims = (0..<units).map { _ in Int.random(in: 0...400, using: &generator) }
            let quota = Int.random(in: 0...1_500, using: &generator)
            check(claims, quota, Int.random(in: 0...30, using: &generator), &wrong)
        }
        #expect(wrong.prefix(3) == [])
    }

    private func check(_ claims: [Int], _ quota: Int, _ floor: Int, _ wrong: inout [String]) {
        let places = Apportionment.places(for: claims, quota: quota, floor: floor)
        let total = claims.reduce(0, +)
        let floors = claims.map { min($0, floor) }
        let isWhole = places.reduce(0, +) == min(max(0, quota), total)
        let isCapped = zip(places, claims).allSatisfy { (0...$1).contains($0) }
        let hasFloor =
            floors.reduce(0, +) > quota || zip(places, floors).allSatisfy { $0 >= $1 }
        let isByHand = places == HandDealing.places(claims, quota, floor)
        if !(isWhole && isCapped && hasFloor && isByHand) {
            wrong.append("\(claims) \(quota) \(floor): \(places)")
        }
    }

    /// The largest remainder is not monotonic unit by unit (the Alabama paradox); it never takes more
    /// than one place back, and once all have their floor a larger claim never gets less than a
    /// smaller one.
    @Test func `one more place in all takes at most one place from a unit`() {
        var generator = SeededGenerator(seed: 72)
        var wrong: [String] = []
        for _ in 0..<60 {
            let units = Int.random(in: 2...8, using: &generator)
            let claims = (0..<units).map { _ in Int.random(in: 0...60, using: &generator) }
            let floor = Int.random(in: 0...6, using: &generator)
            var before = claims.map { _ in 0 }
            for quota in 0...claims.reduce(0, +) {
                let places = Apportionment.places(for: claims, quota: quota, floor: floor)
                let order = claims.indices.sorted { claims[$0] < claims[$1] }
                let haveFloors = claims.reduce(0) { $0 + min($1, floor) } <= quota
                let isFair = zip(order, order.dropFirst()).allSatisfy { smaller, larger in
                    !haveFloors || claims[smaller] == claims[larger]
                        || places[smaller] <= places[larger]
                }
                if !isFair || zip(places, before).contains(where: { $0 < $1 - 1 }) {
                    wrong.append("\(claims) \(quota) \(floor): \(before) \(places)")
                }
                before = places
            }
        }
        #expect(wrong.prefix(3) == [])
    }

    @Test func `figures of a whole country do not overflow`() {
        let claims = [Int](repeating: 200_000_000, count: 40)
        let places = Apportionment.places(for: claims, quota: 4_000_000_000, floor: 20)
        #expect(places == [Int](repeating: 100_000_000, count: 40))
    }
}

/// Largest remainder with a floor as one would do it with a pencil: exact shares as fractions, whole
/// parts first, then one place after the other to the largest rest.
private enum HandDealing {
    static func places(_ claims: [Int], _ quota: Int, _ floor: Int) -> [Int] {
        var left = min(max(0, quota), claims.reduce(0, +))
        let floors = claims.map { min($0, floor) }
        if floors.reduce(0, +) >= left { return deal(floors, &left) }
        left -= floors.reduce(0, +)
        let more = deal(zip(claims, floors).map { $0 - $1 }, &left)
        return zip(floors, more).map { $0 + $1 }
    }

    private static func deal(_ claims: [Int], _ left: inout Int) -> [Int] {
        let (total, all) = (claims.reduce(0, +), left)
        guard total > 0 else { return claims }
        var places = claims.map { $0 * all / total }
        var rests = claims.map { $0 * all % total }
        left -= places.reduce(0, +)
        while left > 0, let largest = rests.max(), let unit = rests.firstIndex(of: largest) {
            places[unit] += 1
            rests[unit] = -1
            left -= 1
        }
        return places
    }
}
