package import Civic

/// `/kelola/pengguna/{id}`: one account, and what can be done with it.
package struct UserPage: Page {
    /// What was done just now.
    package enum Done: String, Sendable {
        case change = "ubah"
        case disable = "nonaktif"
        case enable = "aktif"
        case factor = "langkah"
        case sessions = "sesi"
    }

    package static let template = "user"
    package static let room = Room.work
    package var section: NavigationItem? { .accounts }

    package let id: Int
    package let login: String
    package let name: String
    package let isDisabled: Bool
    package let mustChangePassword: Bool
    package let factor: FactorState
    package let form: UserForm
    package let sessions: [SessionRow]
    package let key: String
    package let done: Done?
    package let trouble: Phrase?

    package init(
        id: Int, login: String, name: String, isDisabled: Bool, mustChangePassword: Bool,
        factor: FactorState, form: UserForm, sessions: [SessionRow], key: String,
        done: Done? = nil, trouble: Phrase? = nil
    ) {
        self.id = id
        self.login = login
        self.name = name
        self.isDisabled = isDisabled
        self.mustChangePassword = mustChangePassword
        self.factor = factor
        self.form = form
        self.sessions = sessions
        self.key = key
        self.done = done
        self.trouble = trouble
    }

    package func view(_ say: Speech) -> View {
        let hasFactor = factor.appSince != nil || factor.codesSince != nil
        return [
            "title": .text(say("user-title", ["nama": name])),
            "listHref": .text(Address.accounts),
            "action": .text(Address.user(id)),
            "login": .text(login),
            "key": .text(key),
            "badge": .part(UsersPage.badge(isDisabled: isDisabled, say)),
            "isDisabled": .flag(isDisabled),
            "mustChange": .flag(mustChangePassword),
            "appText": .text(factor.appSince.map(say.moment) ?? say("factor-none")),
            "codesText": .text(factor.codesText(say)),
            "hasFactor": .flag(hasFactor),
            "form": .part(form.view(say)),
            "sessions": .list(sessions.map { $0.view(say) }),
            "sessionHref": .text("\(Address.user(id))/sesi"),
            "hasSessions": .flag(!sessions.isEmpty),
            "done": .part(done.map { ["doneText": .text(sentence($0, say))] }),
            "trouble": .part(trouble.map { ["troubleText": .text(say.text($0))] }),
        ]
    }

    private func sentence(_ done: Done, _ say: Speech) -> String {
        switch done {
        case .change: say("user-done-change")
        case .disable: say("user-done-disable")
        case .enable: say("user-done-enable")
        case .factor: say("user-done-factor")
        case .sessions: say("user-done-sessions")
        }
    }
}
