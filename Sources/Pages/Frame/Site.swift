package import Civic

/// What every page says about the city and its programme; the same for all requests.
package struct Site: Sendable {
    /// `SIGAP`.
    package let programme: String
    /// What the name stands for.
    package let expansion: String
    /// `Kota Bekasi`.
    package let city: String
    /// `Pemerintah Kota Bekasi`.
    package let government: Phrase
    /// The office that runs the programme.
    package let owner: String
    /// The insurer's national number, as it is dialled.
    package let insurerPhone: String
    /// Days within which a work accident must be reported.
    package let accidentReportDays: Int
    /// A person's number as an example for forms, with the city's prefix: `BKS-7K4M-92`.
    package let exampleNumber: String
    /// Other ways to reach a person: the office's telephone, WhatsApp, hours.
    package let contacts: [Contact]
    /// Address of the style sheet; carries its version, so that browsers may keep it for ever.
    package let stylesheet: String
    /// Address of the sign in the browser's tab.
    package let tabIcon: String
    /// True for a sample city in which every person is invented; said on every page.
    package let isSample: Bool

    package init(
        programme: String, expansion: String, city: String, government: Phrase, owner: String,
        insurerPhone: String, accidentReportDays: Int, exampleNumber: String,
        contacts: [Contact], stylesheet: String, tabIcon: String, isSample: Bool
    ) {
        self.programme = programme
        self.expansion = expansion
        self.city = city
        self.government = government
        self.owner = owner
        self.insurerPhone = insurerPhone
        self.accidentReportDays = accidentReportDays
        self.exampleNumber = exampleNumber
        self.contacts = contacts
        self.stylesheet = stylesheet
        self.tabIcon = tabIcon
        self.isSample = isSample
    }
}

/// A way to reach a person.
package struct Contact: Sendable {
    /// `Telepon Disnaker`.
    package let label: Phrase
    /// `021-8895-7000`.
    package let text: String
    /// `tel:`, `https://wa.me/…` or `mailto:`; nil for plain text such as opening hours.
    package let href: String?

    package init(label: Phrase, text: String, href: String?) {
        self.label = label
        self.text = text
        self.href = href
    }
}
