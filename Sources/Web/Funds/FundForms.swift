import Civic
import Jamsostek
import Programme
import Store

/// What forms about funds send.
enum FundForms {
    /// Nil where something that is needed is missing or unreadable.
    static func fund(_ form: [String: [String]], others: [Fund]) -> Fund? {
        func text(_ name: String, _ limit: Int = 80) -> String {
            String(Text.trimmed(form[name]?.last ?? "").prefix(limit))
        }
        guard let source = FundingSource(rawValue: text("sumber")),
            let first = Month(iso: text("mulai")), let last = Month(iso: text("sampai")),
            first <= last
        else { return nil }
        var counts: [String: Int] = [:]
        for name in ["sedikit", "banyak", "kursi"] where !text(name).isEmpty {
            guard let count = amount(text(name)) else { return nil }
            counts[name] = Int(count)
        }
        return Fund(
            id: id(source, first, others), source: source, title: text("nama"),
            payer: text("pemberi"), workerGroup: text("wadah", 40), months: first...last,
            terms: FundTerms(
                places: (form["kec"] ?? []) + (form["kel"] ?? []),
                occupations: form["kerja"] ?? [], monthsAtLeast: counts["sedikit"],
                monthsAtMost: counts["banyak"], seats: counts["kursi"]))
    }

    /// `apbd-2026`; a second one of a year is `apbd-2026-2`.
    private static func id(_ source: FundingSource, _ first: Month, _ others: [Fund]) -> String {
        let base = "\(source.rawValue)-\(first.year)"
        let known = Set(others.map(\.id))
        guard known.contains(base) else { return base }
        var turn = 2
        while known.contains("\(base)-\(turn)") { turn += 1 }
        return "\(base)-\(turn)"
    }

    /// An amount as people type it: `Rp2.000.000.000`, with points or blanks between thousands.
    static func amount(_ text: String) -> Int64? {
        var rest = Substring(Text.trimmed(text))
        if rest.lowercased().hasPrefix("rp") { rest = rest.dropFirst(2) }
        let digits = rest.filter { $0 != "." && $0 != " " }
        guard !digits.isEmpty, digits.utf8.count <= 16, digits.utf8.allSatisfy(ASCII.isDigit)
        else { return nil }
        return Int64(digits)
    }
}
