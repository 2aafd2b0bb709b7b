/// Small readings of text that do not need Foundation.
package enum Text {
    /// Without blanks (no-break spaces included) at either end.
    package static func trimmed(_ text: String) -> String {
        let kept = text.drop(while: \.isWhitespace)
        guard let end = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(kept[...end])
    }
}
