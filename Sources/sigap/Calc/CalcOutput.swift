import Civic
import Jamsostek

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension CalculatorAnswer {
    /// Writes the answer as one line to standard output.
    func show() { Terminal.say(line) }
}

extension Day {
    /// The civil date in Asia/Jakarta, seven hours ahead of UTC all year.
    static func todayInJakarta() -> Day {
        let seconds = Date().timeIntervalSince1970 + 7 * 3600
        return Day(number: Int32((seconds / 86_400).rounded(.down)))
    }
}
