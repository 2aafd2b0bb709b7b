/// The signs that stand beside words, drawn rather than typed: phones lack some of the characters.
package enum Icon: String, Sendable, CaseIterable {
    case check = "centang"
    case arrow = "panah"
    case attention = "seru"
    case cross = "silang"
    case question = "tanya"
    case hourglass = "pasir"
    case square = "kotak"
    case ring = "bulat"

    /// Filled outline in a square of 16 units.
    package var path: String {
        switch self {
        case .check: "M6.5 13.2 1.6 8.3l2-2 2.9 2.9 5.9-6 2 2z"
        case .arrow: "M9 2.6 14.4 8 9 13.4l-1.8-1.8 2.3-2.3H1.6V6.7h7.9L7.2 4.4z"
        case .attention: "M6.6 1.5h2.8l-.5 8.4H7.1zM8 11.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2z"
        case .cross:
            """
            M3.6 1.8 8 6.2l4.4-4.4 1.8 1.8L9.8 8l4.4 4.4-1.8 1.8\
            L8 9.8l-4.4 4.4-1.8-1.8L6.2 8 1.8 3.6z
            """
        case .question:
            """
            M4 5.6C4.1 3 5.7 1.4 8.1 1.4c2.4 0 4.1 1.5 4.1 3.7 0 1.6-.8 2.5-1.9 3.3\
            -.9.6-1.1.9-1.1 1.7v.2H6.9v-.5\
            c0-1.5.6-2.3 1.7-3.1.9-.6 1.2-1 1.2-1.7 0-.8-.6-1.4-1.6-1.4-1.1 0-1.7.7-1.8 2z\
            M8 11.6a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z
            """
        case .hourglass:
            """
            M3 1.5h10v1.8h-.9c0 2.3-1 3.4-2.7 4.7 1.7 1.3 2.7 2.4 2.7 4.7h.9v1.8H3v-1.8h.9\
            c0-2.3 1-3.4 2.7-4.7C4.9 6.7 3.9 5.6 3.9 3.3H3z
            """
        case .square: "M3 3h10v10H3z"
        case .ring:
            "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zm0 2.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6z"
        }
    }
}

/// The fills of badges and cards. Never the only cue: an icon and a word stand beside each.
package enum Look: String, Sendable, CaseIterable {
    case grey = "abu"
    case blue = "langit"
    case amber = "kunyit"
    case violet = "nila"
    case green = "bambu"
    case brick = "bata"
}
