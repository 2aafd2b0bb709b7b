/// How an emulated insurer behaves. The same plan gives the same answers.
package struct EmulatorPlan: Sendable, Hashable {
    package var seed: UInt64
    /// Of a hundred people, how many it refuses, answers late, and leaves out.
    package var refused: Double
    package var late: Double
    package var missing: Double
    /// People it adds to its first answer whom nobody asked for.
    package var strangers: Int
    /// Of a hundred rows of its monthly lists, how many say something else than was agreed.
    package var discrepancies: Double

    package init(
        seed: UInt64, refused: Double = 0, late: Double = 0, missing: Double = 0,
        strangers: Int = 0, discrepancies: Double = 0
    ) {
        self.seed = seed
        self.refused = refused
        self.late = late
        self.missing = missing
        self.strangers = strangers
        self.discrepancies = discrepancies
    }
}
