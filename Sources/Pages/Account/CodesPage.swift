package import Civic

/// The answer to asking for printed codes: the list, shown this once.
package struct CodesPage: Page {
    package static let template = "account-codes"
    package static let room = Room.work

    /// Nil when the list was shown before.
    package let codes: [String]?
    package let login: String
    package let day: Day
    /// Where to go on.
    package let next: String

    package init(codes: [String]?, login: String, day: Day, next: String) {
        self.codes = codes
        self.login = login
        self.day = day
        self.next = next
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say(codes == nil ? "codes-shown-title" : "codes-title")),
            "wasShown": .flag(codes == nil),
            "list": .part(
                codes.map { codes in
                    [
                        "codes": .list(codes.map { ["code": .text($0)] }),
                        "caption": .text(
                            say("codes-caption", ["akun": login, "tanggal": say.day(day)])),
                    ]
                }),
            "nextHref": .text(next),
        ]
    }
}
