package import Civic
package import Programme

/// `/kerja/mitra`: the city's agreements with platforms, and what became of what they sent.
package struct PartnersPage: Page {
    package struct Agreement: Sendable {
        package let id: Int
        package let partner: Phrase
        package let terms: PartnerAgreement

        package init(id: Int, partner: Phrase, terms: PartnerAgreement) {
            self.id = id
            self.partner = partner
            self.terms = terms
        }
    }

    package static let template = "partners"
    package static let room = Room.work
    package var section: NavigationItem? { .partners }

    package let agreements: [Agreement]
    package let lists: [DriverListRow]
    package let certificates: [DriverListPage.Certificate]
    /// Platforms by id.
    package let partners: [(id: String, name: Phrase)]
    package let today: Day
    package let mayManage: Bool
    /// Makes a form that is sent twice harmless.
    package let key: String
    package let trouble: Problem?

    package init(
        agreements: [Agreement], lists: [DriverListRow],
        certificates: [DriverListPage.Certificate], partners: [(id: String, name: Phrase)],
        today: Day, mayManage: Bool, key: String, trouble: Problem?
    ) {
        self.agreements = agreements
        self.lists = lists
        self.certificates = certificates
        self.partners = partners
        self.today = today
        self.mayManage = mayManage
        self.key = key
        self.trouble = trouble
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("partners-title")),
            "trouble": .part(
                trouble.map {
                    [
                        "troubleTitle": .text(say.text($0.what)),
                        "troubleText": .text(say.text($0.remedy)),
                    ]
                }),
            "hasAgreements": .flag(!agreements.isEmpty),
            "agreements": .list(agreements.map { agreementView($0, say) }),
            "manage": .part(mayManage ? manageView(say) : nil),
            "hasLists": .flag(!lists.isEmpty),
            "lists": .list(lists.map { $0.view(say) }),
            "hasCertificates": .flag(!certificates.isEmpty),
            "certificates": .list(
                certificates.map { certificate in
                    [
                        "href": .text(Address.driverCertificate(certificate.id)),
                        "certificate": .text(say.text(certificate.text)),
                    ]
                }),
        ]
    }

    private func agreementView(_ agreement: Agreement, _ say: Speech) -> View {
        let terms = agreement.terms
        let call: View = [
            "callHref": .text(Address.partnerCall(agreement.id)),
            "callKey": .text("\(key)-\(agreement.id)"),
            "agreementID": .text("\(agreement.id)"),
            "isOpen": .flag(terms.state(on: today) == .open),
        ]
        return [
            "partner": .text(say.text(agreement.partner)),
            "number": .text(terms.number),
            "badge": .part(terms.state(on: today).badge(say)),
            "purpose": .text(terms.purpose),
            "span": .text(
                say("agreement-span", ["dari": say.day(terms.from), "sampai": say.day(terms.to)])),
            "retention": .text(say("partners-days", ["hari": say.number(terms.retentionDays)])),
            "callUntil": .text(terms.callUntil.map(say.day) ?? "–"),
            "call": .part(mayManage ? call : nil),
        ]
    }

    private func manageView(_ say: Speech) -> View {
        [
            "addHref": .text(Address.partners),
            "addKey": .text(key),
            "choices": .list(
                partners.map { ["value": .text($0.id), "choice": .text(say.text($0.name))] }),
        ]
    }
}
