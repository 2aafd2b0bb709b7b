package import Civic

/// `/kelola/pengguna/baru`: an account to be made.
package struct NewUserPage: Page {
    package static let template = "user-new"
    package static let room = Room.work
    package var section: NavigationItem? { .accounts }

    package let login: String
    package let form: UserForm
    package let key: String
    package let trouble: Phrase?

    package init(login: String = "", form: UserForm, key: String, trouble: Phrase? = nil) {
        self.login = login
        self.form = form
        self.key = key
        self.trouble = trouble
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("user-new-title")),
            "listHref": .text(Address.accounts),
            "action": .text(Address.newUser),
            "login": .text(login),
            "key": .text(key),
            "form": .part(form.view(say)),
            "trouble": .part(trouble.map { ["troubleText": .text(say.text($0))] }),
        ]
    }
}
