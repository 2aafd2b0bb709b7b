/// `/kerja/akun/aplikasi`: the secret for an app, and the field for its first code.
package struct AppSetUpPage: Page {
    package static let template = "account-app"
    package static let room = Room.work

    /// Letters and digits, to be typed in groups of four.
    package let secret: String
    /// The same for apps that open addresses, see ``uri(issuer:login:secret:)``.
    package let uri: String
    /// ``uri`` for a camera: an outline in a square of so many units; nil when it is too long.
    package let drawing: (path: String, side: Int)?
    package let isWrong: Bool

    package init(
        secret: String, uri: String, drawing: (path: String, side: Int)?, isWrong: Bool = false
    ) {
        self.secret = secret
        self.uri = uri
        self.drawing = drawing
        self.isWrong = isWrong
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("app-title")),
            "accountHref": .text(Address.account),
            "secret": .text(grouped),
            "uri": .text(uri),
            "drawing": .part(
                drawing.map { ["outline": .text($0.path), "side": .text("\($0.side)")] }),
            "action": .text("\(Address.accountApp)/kode"),
            "isWrong": .flag(isWrong),
        ]
    }

    private var grouped: String {
        var rest = secret[...]
        var groups: [Substring] = []
        while !rest.isEmpty {
            groups.append(rest.prefix(4))
            rest = rest.dropFirst(4)
        }
        return groups.joined(separator: " ")
    }

    /// What apps open or scan (Key Uri Format). The app shows issuer and login beside the code.
    package static func uri(issuer: String, login: String, secret: String) -> String {
        let issuer = Query.encoded(issuer)
        return "otpauth://totp/\(issuer):\(Query.encoded(login))?secret=\(secret)&issuer=\(issuer)"
    }
}
