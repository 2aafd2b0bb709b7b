/// A percentage in steps of a tenth, as tables of disability write it: `4.5`.
package struct PerMille: Hashable, Sendable {
    package let thousandths: Int64

    package init(_ thousandths: Int64) { self.thousandths = thousandths }

    package init(percent: Int64) { thousandths = percent * 10 }

    /// Reads `15`, `4.5` or `4,5`; nil for anything else and above one million percent.
    package init?(percentText text: some StringProtocol) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard let whole = parts.first, (1...6).contains(whole.utf8.count),
            let percent = Int64(whole), percent >= 0, whole.first != "+"
        else { return nil }
        switch parts.count {
        case 1: self.init(percent: percent)
        case 2:
            guard parts[1].utf8.count == 1, let tenth = Int64(parts[1]) else { return nil }
            self.init(percent * 10 + tenth)
        default: return nil
        }
    }

    package static let whole = PerMille(percent: 100)
}
