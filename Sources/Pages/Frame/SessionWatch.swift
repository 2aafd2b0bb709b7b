/// What the script that warns of the end of a session needs to know.
package struct SessionWatch: Sendable {
    /// Address of the script.
    package let script: String
    /// Seconds without work until the warning, and until the end.
    package let warning: Int
    package let end: Int
    /// Keeps what one account typed from the next one at the same browser.
    package let owner: String

    package init(script: String, warning: Int, end: Int, owner: String) {
        self.script = script
        self.warning = warning
        self.end = end
        self.owner = owner
    }

    func view(_ say: Speech) -> View {
        [
            "watchScript": .text(script), "watchWarning": .text("\(warning)"),
            "watchEnd": .text("\(end)"), "watchOwner": .text(owner),
            "watchText": .text(say("watch-text", ["menit": say.number(warning / 60)])),
            "watchHref": .text(Address.keepSession), "watchLogin": .text(Address.login),
        ]
    }
}
