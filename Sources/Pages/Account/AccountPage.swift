package import Civic

/// `/kerja/akun`: one's own account. While a step of signing in is left, only that step.
package struct AccountPage: Page {
    package enum Step: Sendable {
        case password
        case factor
    }

    /// What was done just now.
    package enum Done: String, Sendable {
        case password = "sandi"
        case app = "aplikasi"
        case sessions = "sesi"
    }

    package static let template = "account"
    package static let room = Room.work

    package let step: Step?
    package let login: String
    package let name: String
    package let role: Phrase
    package let agency: Phrase?
    /// Names of its places.
    package let places: [String]
    package let passwordLength: Int
    package let factor: FactorState
    package let sessions: [SessionRow]
    /// Makes sending a form twice harmless.
    package let key: String
    package let done: Done?
    package let trouble: Phrase?

    package init(
        step: Step?, login: String, name: String, role: Phrase, agency: Phrase?,
        places: [String], passwordLength: Int, factor: FactorState, sessions: [SessionRow],
        key: String, done: Done? = nil, trouble: Phrase? = nil
    ) {
        self.step = step
        self.login = login
        self.name = name
        self.role = role
        self.agency = agency
        self.places = places
        self.passwordLength = passwordLength
        self.factor = factor
        self.sessions = sessions
        self.key = key
        self.done = done
        self.trouble = trouble
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(title(say)),
            "done": .part(done.map { ["doneText": .text(sentence($0, say))] }),
            "trouble": .part(trouble.map { ["troubleText": .text(say.text($0))] }),
            "profile": .part(step == nil ? profile(say) : nil),
            "password": .part(
                step != .factor
                    ? [
                        "passwordHref": .text(Address.accountPassword),
                        "login": .text(login),
                        "passwordHint": .text(
                            say(
                                "account-password-hint", ["jumlah": say.number(passwordLength)])),
                    ] : nil),
            "factor": .part(step != .password ? factor.view(step == nil, key, say) : nil),
            "sessionPart": .part(
                step == nil
                    ? [
                        "sessions": .list(sessions.map { $0.view(say) }),
                        "sessionHref": .text(Address.accountSessions),
                        "hasOthers": .flag(sessions.count > 1),
                    ] : nil),
        ]
    }

    private func title(_ say: Speech) -> String {
        switch step {
        case .password: say("account-step-password")
        case .factor: say("account-step-factor")
        case nil: say("account-title")
        }
    }

    private func sentence(_ done: Done, _ say: Speech) -> String {
        switch done {
        case .password: say("account-done-password")
        case .app: say("account-done-app")
        case .sessions: say("account-done-sessions")
        }
    }

    private func profile(_ say: Speech) -> View {
        [
            "profileName": .text(name), "profileLogin": .text(login),
            "profileRole": .text(say.text(role)),
            "profileAgency": .part(agency.map { ["agencyName": .text(say.text($0))] }),
            "profilePlaces": .part(
                places.isEmpty ? nil : ["placeNames": .text(places.joined(separator: ", "))]),
        ]
    }
}

/// What an account has besides its password.
package struct FactorState: Sendable {
    package let appSince: Moment?
    package let codesSince: Moment?
    package let codesLeft: Int
    /// So few codes are left that a new list is wanted.
    package let isLow: Bool
    /// Its role may not be without.
    package let isNeeded: Bool

    package init(
        appSince: Moment?, codesSince: Moment?, codesLeft: Int, isLow: Bool, isNeeded: Bool
    ) {
        self.appSince = appSince
        self.codesSince = codesSince
        self.codesLeft = codesLeft
        self.isLow = isLow
        self.isNeeded = isNeeded
    }

    func view(_ asksPassword: Bool, _ key: String, _ say: Speech) -> View {
        [
            "appBadge": .part(badge(appSince, say)),
            "appSince": .text(appSince.map(say.moment) ?? ""),
            "codesBadge": .part(badge(codesSince, say)),
            "codesText": .text(codesSince == nil ? "" : codesText(say)),
            "isLow": .flag(codesSince != nil && isLow),
            "isNeeded": .flag(isNeeded),
            "asksPassword": .flag(asksPassword),
            "hasApp": .flag(appSince != nil),
            "hasCodes": .flag(codesSince != nil),
            "key": .text(key),
            "appHref": .text(Address.accountApp),
            "codesHref": .text(Address.accountCodes),
        ]
    }

    private func badge(_ since: Moment?, _ say: Speech) -> View {
        since == nil
            ? Badge.view(say("factor-off"), .grey, .ring)
            : Badge.view(say("factor-on"), .green, .check)
    }

    func codesText(_ say: Speech) -> String {
        guard let codesSince else { return say("factor-none") }
        return say(
            "factor-codes-left",
            ["jumlah": say.number(codesLeft), "waktu": say.moment(codesSince)])
    }
}
