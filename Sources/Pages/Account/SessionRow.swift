/// A session as its owner, or an administrator, sees it; the token is never among it.
package struct SessionRow: Sendable {
    package let id: String
    /// Names of browser and system; nil where they were not told.
    package let device: (browser: String, system: String)?
    package let since: Moment
    package let seen: Moment
    /// The one that this page was asked with.
    package let isThis: Bool

    package init(
        id: String, device: (browser: String, system: String)?, since: Moment, seen: Moment,
        isThis: Bool
    ) {
        self.id = id
        self.device = device
        self.since = since
        self.seen = seen
        self.isThis = isThis
    }

    func view(_ say: Speech) -> View {
        let name =
            device.map { say("session-device", ["peramban": $0.browser, "sistem": $0.system]) }
            ?? say("session-device-unknown")
        return [
            "sessionId": .text(id), "device": .text(name), "since": .text(say.moment(since)),
            "seen": .text(say.moment(seen)), "isThis": .flag(isThis),
            "badge": .part(
                isThis ? Badge.view(say("session-this"), .green, .check) : nil),
        ]
    }
}
