/// Numbers as Indonesian papers spell them out: `dua ribu dua puluh enam`.
package enum NumberWords {
    private static let small = [
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
        "sepuluh", "sebelas",
    ]
    private static let units: [(value: Int, name: String)] = [
        (1_000_000_000_000, "triliun"), (1_000_000_000, "miliar"), (1_000_000, "juta"),
        (1000, "ribu"), (100, "ratus"), (10, "puluh"),
    ]

    /// From 0 to below a thousand trillion.
    package static func text(_ value: Int) -> String {
        precondition((0..<1_000_000_000_000_000).contains(value), "a number that papers spell out")
        if value < small.count { return small[value] }
        if value < 20 { return "\(small[value - 10]) belas" }
        guard let unit = units.first(where: { $0.value <= value }) else { return "" }
        // One hundred and one thousand are written together; one million is not.
        let isTogether = value / unit.value == 1 && unit.value <= 1000
        let head = isTogether ? "se\(unit.name)" : "\(text(value / unit.value)) \(unit.name)"
        let rest = value % unit.value
        return rest == 0 ? head : "\(head) \(text(rest))"
    }
}
