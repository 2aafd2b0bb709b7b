/// A password to begin with, shown this once to whoever hands it over.
package struct StartPasswordPage: Page {
    package static let template = "user-password"
    package static let room = Room.work
    package var section: NavigationItem? { .accounts }

    package let id: Int
    package let login: String
    /// Nil when it was shown before.
    package let password: String?

    package init(id: Int, login: String, password: String?) {
        self.id = id
        self.login = login
        self.password = password
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(
                say(password == nil ? "start-shown-title" : "start-title", ["akun": login])),
            "wasShown": .flag(password == nil),
            "slip": .part(
                password.map { ["login": .text(login), "startPassword": .text($0)] }),
            "loginHref": .text(Address.login),
            "nextHref": .text(Address.user(id)),
        ]
    }
}
