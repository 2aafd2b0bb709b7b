/// Turns rows written into a fraction, and speaks only when that has risen by a step.
struct ProgressMeter {
    private let rows: Int
    private let step: Int
    private let report: (Double) -> Void
    private var done = 0

    /// `rows`: about how many there will be.
    init(rows: Int, report: @escaping (Double) -> Void) {
        self.rows = max(rows, 1)
        step = max(rows / 400, 1)
        self.report = report
    }

    mutating func advance() {
        done += 1
        if done % step == 0 { report(min(Double(done) / Double(rows), 0.99)) }
    }
}
