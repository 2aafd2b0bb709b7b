/// The typefaces of papers, by what they are used for.
package enum Typeface: Sendable, CaseIterable {
    /// Legal products, typed in Bookman.
    case legal
    /// Letters, lists and forms, typed in a sans serif with the widths of Arial.
    case letter

    /// The family as the system's list of fonts names it.
    var family: String {
        switch self {
        case .legal: "URW Bookman"
        case .letter: "Liberation Sans"
        }
    }

    /// How far below the middle of its line the typeface must stand to look as if it stood there,
    /// as a share of its size.
    var drop: Double {
        switch self {
        case .legal: 0.11
        case .letter: 0.02
        }
    }

    /// The Debian package that brings it.
    var package: String {
        switch self {
        case .legal: "fonts-urw-base35"
        case .letter: "fonts-liberation"
        }
    }
}

/// Where lines stand between the margins.
package enum TextAlignment: Sendable {
    case left
    case centre
    case right
    /// Flush on both sides, the last line on the left.
    case justified
}

/// How dark text or a line is. Papers are copied in black and white, so there are no colours.
package enum Ink: Sendable {
    case black
    case grey
    case pale

    /// 0 is black.
    var shade: Double {
        switch self {
        case .black: 0
        case .grey: 0.35
        case .pale: 0.925
        }
    }
}

/// How a text looks.
package struct TextStyle: Hashable, Sendable {
    package var typeface: Typeface
    /// In points.
    package var size: Double
    package var isBold = false
    package var isItalic = false
    package var alignment = TextAlignment.left
    package var ink = Ink.black
    /// Blank between letters, in points.
    package var spacing = 0.0
    /// The distance of lines as a share of the typeface's own.
    package var leading = 1.0

    package init(_ typeface: Typeface, _ size: Double) {
        self.typeface = typeface
        self.size = size
    }

    package func bold() -> TextStyle { weighing(true) }
    package func weighing(_ isBold: Bool) -> TextStyle { with { $0.isBold = isBold } }
    package func italic() -> TextStyle { with { $0.isItalic = true } }
    package func sized(_ size: Double) -> TextStyle { with { $0.size = size } }
    package func aligned(_ alignment: TextAlignment) -> TextStyle {
        with { $0.alignment = alignment }
    }
    package func inked(_ ink: Ink) -> TextStyle { with { $0.ink = ink } }
    package func leaded(_ leading: Double) -> TextStyle { with { $0.leading = leading } }
    package func spaced(_ spacing: Double) -> TextStyle { with { $0.spacing = spacing } }

    private func with(_ change: (inout TextStyle) -> Void) -> TextStyle {
        var style = self
        change(&style)
        return style
    }
}
