import Civic

/// How many of the workers who could be insured are (UCJ): active participants, each person once,
/// over eligible workers.
package struct UniversalCoverage: Hashable, Sendable {
    package let active: Int
    package let eligible: Int

    package init(active: Int, eligible: Int) {
        self.active = active
        self.eligible = eligible
    }

    /// Hundredths of a per cent, rounded half up; nil when nobody is eligible.
    package var hundredthsOfPercent: Int? {
        guard eligible > 0 else { return nil }
        return (active * 20_000 + eligible) / (eligible * 2)
    }

    /// `55,67%`; a dash when nobody is eligible.
    package var text: String {
        guard let hundredths = hundredthsOfPercent else { return "–" }
        let fraction = NumberText.padded(hundredths % 100, to: 2)
        return "\(NumberText.grouped(hundredths / 100)),\(fraction)%"
    }
}
