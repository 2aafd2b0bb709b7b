import Civic

/// A probability, held as a threshold on 32 random bits so that every machine decides alike.
struct Share: Sendable {
    private let threshold: UInt64

    /// Values below 0 count as 0, above 1 as 1.
    init(_ value: Double) { threshold = UInt64(min(max(value, 0), 1) * 4_294_967_296) }

    static let never = Share(0)

    func holds(_ bits: UInt64) -> Bool { bits >> 32 < threshold }
}

extension SeededGenerator {
    /// The generator of one thing among many: the same for the same seed, purpose and thing.
    init(seed: UInt64, purpose: UInt64, of thing: Int) {
        let mixed = SeededGenerator.mix(seed ^ SeededGenerator.mix(purpose))
        self.init(seed: SeededGenerator.mix(mixed ^ UInt64(thing)))
    }

    mutating func happens(_ share: Share) -> Bool { share.holds(next()) }

    /// 0 ..< `bound`, which is at least 1 and below 2^32.
    mutating func below(_ bound: Int) -> Int { Int(((next() >> 32) &* UInt64(bound)) >> 32) }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
