/// A link that was just made, with its code: shown this once, because neither is kept.
package struct RoundLinkPage: Page {
    package static let template = "round-link"
    package static let room = Room.work
    package var section: NavigationItem? { .confirmations }

    package let head: RoundPage.Head
    /// The whole address: it is read on another device.
    package let url: String
    package let code: String

    package init(head: RoundPage.Head, url: String, code: String) {
        self.head = head
        self.url = url
        self.code = code
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("round-link-title", ["rw": WardName.text(head.rw)])),
            "villageName": .text(head.village),
            "wardName": .text("RW \(WardName.text(head.rw))"),
            "witness": .text(head.witness),
            "url": .text(url),
            "code": .text(code),
            "due": .text(say("round-link-due", ["tanggal": say.day(head.due)])),
            "shareHref": .text("https://wa.me/\(Query.text([("text", shareText(say))]))"),
            "backHref": .text(Address.round(head.id)),
        ]
    }

    /// Names nobody, and leaves out the code, which goes another way.
    private func shareText(_ say: Speech) -> String {
        say(
            "round-share",
            ["rw": WardName.text(head.rw), "alamat": url, "tanggal": say.day(head.due)])
    }
}
