/// Text as it may stand on paper.
enum PaperText {
    /// Without control characters and without marks that turn the direction of what follows: no
    /// text of a list may make a line read otherwise than it was decided. Line feeds stay.
    static func printable(_ text: String) -> String {
        guard text.utf8.contains(where: isSuspect) else { return text }
        let kept = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar == "\n" ? scalar : " "
            case .format, .lineSeparator, .paragraphSeparator: " "
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(kept))
    }

    /// ASCII controls, and the first bytes of all other controls and marks.
    private static func isSuspect(_ byte: UInt8) -> Bool {
        (byte < 0x20 && byte != 0x0A) || byte == 0x7F || byte == 0xC2 || byte >= 0xD8
    }
}
