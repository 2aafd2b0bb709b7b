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
        var quotedBreaks: Int?
        var lineHasText = false
        var previous: UInt8 = 10
        for index in sample.indices where counts.count < 50 {
            let byte = sample[index]
            let isBreak = byte == 10 || byte == 13
            defer { previous = byte }
            if let breaks = quotedBreaks {
                quotedBreaks = byte == 34 ? nil : isBreak ? breaks + 1 : breaks
                // A quote that stays open so long is a stray one.
                guard breaks > maximumQuotedBreaks else { continue }
                quotedBreaks = nil
            }
            if isBreak {
                if lineHasText { counts.append(count) }
                (count, lineHasText) = (0, false)
            } else {
                lineHasText = true
                if byte == separator { count += 1 }
                if byte == 34, isFieldEdge(previous) { quotedBreaks = 0 }
            }
        }
        return lineHasText && counts.count < 50 ? counts + [count] : counts
    }

    private static let maximumQuotedBreaks = 8

    /// Whether a quote behind this byte opens a field, or goes on with one after a doubled quote.
    private static func isFieldEdge(_ byte: UInt8) -> Bool {
        byte == 10 || byte == 13 || byte == 34 || candidates.contains(byte)
    }
}
