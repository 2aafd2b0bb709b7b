package import Civic

/// `/masuk`: user name and password. Password managers and pasting work; no puzzles.
package struct LoginPage: Page {
    package enum Trouble: Sendable {
        /// The same words whichever of the two is wrong.
        case wrong(triesLeft: Int)
        case locked(until: Moment)
        /// Logged out after a time without work.
        case expired
    }

    /// An account of a sample city, shown so that anybody can look around.
    package struct SampleAccount: Sendable {
        package let user: String
        package let password: String
        package let role: Phrase

        package init(user: String, password: String, role: Phrase) {
            self.user = user
            self.password = password
            self.role = role
        }
    }

    package static let template = "login"
    package static let room = Room.open
    package static let isListed = false

    /// As typed before, or empty.
    package let user: String
    package let trouble: Trouble?
    /// Where to go afterwards; an address on this site.
    package let next: String?
    package let samples: [SampleAccount]
    /// Keeps what was typed before the end of a session; nil where nothing is kept.
    package let keeper: String?

    package init(
        user: String = "", trouble: Trouble? = nil, next: String? = nil,
        samples: [SampleAccount] = [], keeper: String? = nil
    ) {
        self.user = user
        self.trouble = trouble
        self.next = next
        self.samples = samples
        self.keeper = keeper
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("login-title")),
            "action": .text(Address.login),
            "userName": .text(user),
            "trouble": .part(trouble.map { ["troubleText": .text(sentence($0, say))] }),
            "next": .part(next.map { ["nextHref": .text($0)] }),
            "keeper": .part(keeper.map { ["keeperScript": .text($0)] }),
            "hasSamples": .flag(!samples.isEmpty),
            "samples": .list(
                samples.map { account in
                    [
                        "sampleUser": .text(account.user),
                        "samplePassword": .text(account.password),
                        "sampleRole": .text(say.text(account.role)),
                    ]
                }),
        ]
    }

    private func sentence(_ trouble: Trouble, _ say: Speech) -> String {
        switch trouble {
        case .wrong(let triesLeft): say("login-wrong", ["jumlah": say.number(triesLeft)])
        case .locked(let end): say("login-locked", ["jam": end.clock])
        case .expired: say("login-expired")
        }
    }
}
