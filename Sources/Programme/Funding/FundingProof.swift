/// What is proven about a matching.
package struct FundingProof: Hashable, Sendable {
    /// No matching covers more person-months than this.
    package let bound: Int
    /// The person-months covered.
    package let covered: Int
    /// No matching covers more person-months.
    package let isMost: Bool
    /// None that covers as many serves the places better, first place first.
    package let isFairest: Bool
    /// None that covers the same costs less.
    package let isCheapest: Bool

    package var isProvenBest: Bool { isMost && isFairest && isCheapest }

    /// How many more person-months might be possible, as far as is known.
    package var gap: Int { bound - covered }
}
