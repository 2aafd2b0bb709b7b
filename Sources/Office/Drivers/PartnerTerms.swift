package import Civic
package import Programme

/// What holds in a city for drivers whom platforms send: data of the region pack.
package struct PartnerTerms: Sendable {
    /// A platform with which the city has an agreement.
    package struct Partner: Sendable, Hashable {
        package let id: String
        package let name: Phrase
        /// Under whose name its lists go into a run.
        package let deliversAs: String
    }

    package let partners: [Partner]
    package let consent: ConsentTerms
    /// Parts of a heading that mark the day of consent, in small letters.
    package let consentWords: [String]
    /// After so many hours a list that was not sent is deleted.
    package let unsentHours: Int
    package let answering: DriverAnswering
    /// To begin a sample city with.
    package let sampleAgreements: [PartnerAgreement]

    package func partner(_ id: String?) -> Partner? { partners.first { $0.id == id } }
}
