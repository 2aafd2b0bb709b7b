import Civic
import Jamsostek
import Office
import Store

extension CalculatorAnswer {
    /// Writes the answer as one line to standard output.
    func show() { Terminal.say(line) }
}

extension Day {
    /// Today's civil date in Asia/Jakarta.
    static func todayInJakarta() -> Day { .jakarta(at: .now()) }
}
