/// An office, company or association that delivers lists, and what its word is worth.
///
/// The directory of agencies is data of the region pack; nothing here names a particular office.
package struct Agency: Sendable, Hashable {
    package enum Role: String, Sendable, CaseIterable {
        /// Keeps identity: who exists, where registered, alive or dead.
        case civilRegistry = "civil-registry"
        /// Keeps the welfare decile of families.
        case welfareRegistry = "welfare-registry"
        /// Knows who is insured.
        case insurer
        /// Lists people of an informal trade: being on the list proves the trade.
        case sectorList = "sector-list"
        /// Lists recipients of another benefit.
        case benefitList = "benefit-list"
        /// Proposes people: an office that knows its neighbourhood.
        case nomination
        /// Lists its own staff: civil servants, soldiers, police.
        case stateEmployer = "state-employer"
    }

    /// Short and stable, used in files and addresses: `dukcapil`.
    package let id: String
    package let name: Phrase
    package let role: Role
    /// Words that mark a file of this agency when they stand in its name.
    package let fileWords: [String]
    /// Words that mark a file of this agency when they stand in its header.
    package let headerWords: [String]
    /// What everybody on the list does, where the list itself does not say.
    package let occupation: String?
    /// How a citizen reaches the office, where that is known.
    package let contact: Phrase?
    /// True when the list holds each person once by its own rules.
    package let listsEachPersonOnce: Bool

    package init(
        id: String, name: Phrase, role: Role, fileWords: [String], headerWords: [String],
        occupation: String?, listsEachPersonOnce: Bool, contact: Phrase? = nil
    ) {
        self.contact = contact
        self.id = id
        self.name = name
        self.role = role
        self.fileWords = fileWords
        self.headerWords = headerWords
        self.occupation = occupation
        self.listsEachPersonOnce = listsEachPersonOnce
    }
}
