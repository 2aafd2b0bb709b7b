/// How long there is still time, as a badge.
enum OfficeDays {
    static func text(_ days: Int, _ say: Speech) -> String {
        if days == 0 { return say("office-today") }
        return days > 0
            ? say.counted(days, one: "office-left-one", many: "office-left")
            : say.counted(-days, one: "office-late-one", many: "office-late")
    }

    static func badge(_ days: Int, _ say: Speech) -> View {
        let (look, icon): (Look, Icon) =
            days < 0 ? (.brick, .attention) : days <= 1 ? (.amber, .hourglass) : (.grey, .hourglass)
        return Badge.view(text(days, say), look, icon)
    }
}
