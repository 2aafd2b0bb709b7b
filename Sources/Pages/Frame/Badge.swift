/// A word on a coloured ground with a sign before it, so that it can be read without colour.
enum Badge {
    static func view(_ text: String, _ look: Look, _ icon: Icon) -> View {
        ["badgeText": .text(text), "look": .text(look.rawValue), "iconPath": .text(icon.path)]
    }
}
