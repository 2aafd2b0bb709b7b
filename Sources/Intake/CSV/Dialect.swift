import Civic

/// How a text file separates its fields.
package enum Dialect {
    private static let candidates: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), 9, UInt8(ascii: "|"),
    ]

    /// The separator that parts the first lines most evenly.
    ///
    /// Each candidate is judged by how many of the first lines agree on the number of fields, and
    /// then by that number; commas inside addresses do not agree from line to line.
    package static func separator(of sample: Span<UInt8>) -> UInt8 {
        var best = (score: -1, separator: candidates[0])
        for candidate in candidates {
            let counts = fieldCounts(sample, candidate)
            var frequency: [Int: Int] = [:]
            for count in counts where count > 0 { frequency[count, default: 0] += 1 }
            guard
                let (fields, lines) = frequency.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })
            else { continue }
            let score = lines * 1000 / max(1, counts.count) * 100 + min(fields, 99)
            if score > best.score { best = (score, candidate) }
        }
        return best.separator
    }

    /// Separators outside quotes in each of the first 50 lines.
    private static func fieldCounts(_ sample: Span<UInt8>, _ separator: UInt8) -> [Int] {
        var counts: [Int] = []
        var count = 0
        var inQuotes = false
        var lineHasText = false
        for index in sample.indices {
            let byte = sample[index]
            if byte == 34 { inQuotes.toggle() }
            if byte == 10 || byte == 13, !inQuotes || counts.count < 2 {
                if lineHasText { counts.append(count) }
                (count, lineHasText, inQuotes) = (0, false, false)
                if counts.count == 50 { break }
            } else {
                lineHasText = true
                if byte == separator, !inQuotes { count += 1 }
            }
        }
        return counts.isEmpty && lineHasText ? [count] : counts
    }
}
