package import Civic

/// What surrounds a page: who reads it, in which language, where the switches lead.
package struct Frame: Sendable {
    /// Somebody who is logged in.
    package struct User: Sendable {
        package let name: String
        package let role: Phrase
        /// The links at the head of the account's pages; the first is its home.
        package let menu: [NavigationItem]

        package init(name: String, role: Phrase, menu: [NavigationItem]) {
            self.name = name
            self.role = role
            self.menu = menu
        }
    }

    package let site: Site
    package let language: Language
    /// Address of the same page in the other language.
    package let otherLanguageHref: String
    package let user: User?
    /// Token that forms send back; nil when the page has no form that changes anything.
    package let csrf: String?
    /// Nil where nobody is signed in.
    package let watch: SessionWatch?

    package init(
        site: Site, language: Language, otherLanguageHref: String, user: User?, csrf: String?,
        watch: SessionWatch? = nil
    ) {
        self.site = site
        self.language = language
        self.otherLanguageHref = otherLanguageHref
        self.user = user
        self.csrf = csrf
        self.watch = watch
    }

    /// The names that every template can use besides those of its page.
    package func view<P: Page>(for page: P, _ say: Speech) -> View {
        let isWork = P.room == .work
        return [
            "languageCode": .text(language.rawValue),
            "otherLanguageCode": .text(otherLanguage.rawValue),
            "otherLanguageHref": .text(otherLanguageHref),
            "isUnlisted": .flag(!P.isListed),
            "bodyClass": .text(isWork ? "staf" : "warga"),
            "homeHref": .text(isWork ? user?.menu.first?.address ?? Address.login : Address.home),
            "programme": .text(site.programme),
            "expansion": .text(site.expansion),
            "city": .text(site.city),
            "government": .text(say.text(site.government)),
            "stylesheet": .text(site.stylesheet),
            "tabIcon": .text(site.tabIcon),
            "isSample": .flag(site.isSample),
            "hasMenu": .flag(P.hasMenu),
            "navigation": .list(navigation(of: page, say)),
            "user": .part(user.map { userView($0, say) }),
            "watch": .part(watch.map { $0.view(say) }),
            "token": .part(csrf.map { ["csrf": .text($0)] }),
            "insurerPhone": .text(site.insurerPhone),
            "contacts": .list(site.contacts.map { contactView($0, say) }),
            "privacyHref": .text(Address.privacy),
            "accessibilityHref": .text(Address.accessibility),
            "helpHref": .text(Address.help),
            "checkIcon": .text(Icon.check.path),
            "crossIcon": .text(Icon.cross.path),
            "attentionIcon": .text(Icon.attention.path),
        ]
    }

    private var otherLanguage: Language { language == .english ? .indonesian : .english }

    private func navigation<P: Page>(of page: P, _ say: Speech) -> [View] {
        (P.room == .work ? user?.menu ?? [] : NavigationItem.open).map { item in
            [
                "href": .text(item.address), "text": .text(item.text(say)),
                "isCurrent": .flag(item == page.section),
            ]
        }
    }

    private func userView(_ user: User, _ say: Speech) -> View {
        [
            "userName": .text(user.name), "userRole": .text(say.text(user.role)),
            "logoutHref": .text(Address.logout), "ownHref": .text(Address.account),
        ]
    }

    private func contactView(_ contact: Contact, _ say: Speech) -> View {
        [
            "label": .text(say.text(contact.label)), "text": .text(contact.text),
            "link": .part(contact.href.map { ["href": .text($0)] }),
        ]
    }
}
