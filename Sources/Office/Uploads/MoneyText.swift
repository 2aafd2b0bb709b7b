package import Civic

/// Amounts as people and spreadsheets write them.
package enum MoneyText {
    /// `25000`, `25.000`, `Rp25.000`, `25000.0`, `25.000,00`; nil for anything else.
    package static func rupiah(_ text: String) -> Rupiah? {
        var body = Text.trimmed(text).lowercased()
        if body.hasPrefix("rp") { body = Text.trimmed(String(body.dropFirst(2))) }
        if body.hasPrefix(".") { body = Text.trimmed(String(body.dropFirst())) }
        // Cents, which rupiah do not have: a point or comma with one or two zeros at the end.
        for end in [",00", ".00", ",0", ".0", ",-"] where body.hasSuffix(end) {
            body = String(body.dropLast(end.count))
            break
        }
        let groups = body.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard let first = groups.first, !first.isEmpty,
            groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.count == 1 || first.count <= 3
        else { return nil }
        let digits = groups.joined()
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.count <= 15,
            let amount = Int64(digits)
        else { return nil }
        return Rupiah(amount)
    }
}
