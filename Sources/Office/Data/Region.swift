package import Civic
package import Intake
package import Jamsostek
package import Programme

/// A city as its region pack describes it: places, offices, trades and its own rules.
package struct Region: Sendable {
    package let id: String
    package let code: PlaceCode
    package let name: String
    package let shortName: String
    package let government: Phrase
    package let programmeName: String
    package let programmeExpansion: String
    package let programmeOwner: String
    package let personNumberPrefix: String
    /// The insurer's telephone number, as it is dialled.
    package let insurerPhone: String
    /// Older data than this is pointed out to staff.
    package let oldDataAfterDays: Int
    /// When the pages were last checked for accessibility.
    package let accessibilityChecked: Day
    /// Equal tiles at about their place on the map; nil for an empty tile.
    package let tileMap: [[PlaceCode?]]

    package let places: PlaceDirectory
    package let occupations: OccupationCatalogue
    package let agencies: [Agency]
    package let reasons: ReasonCatalogue
    package let home: HomeRegion
    package let spellings: RegionSpellings
    /// How the country heads its columns and what it writes into cells.
    package let headings: Headings
    package let cellWords: CellWords
    package let uploads: UploadLimits
    package let proposals: ProposalPolicy
    package let partners: PartnerTerms

    package let ruleVersion: String
    package let rules: [Rule]
    /// Code of the reason of whoever waits for rules to be applied anew.
    package let recheckReason: String
    package let ranking: RankingPolicy
    package let quota: Int
    /// How far a candidate must have come to get a place in a wave.
    package let waveRequirement: WaveRequirement
    package let plan: PlanPolicy
    package let precedence: Precedence
    package let verification: VerificationPolicy
    /// How agencies' own lists are compared with candidates.
    package let references: ReferenceRules
    package let corrections: CorrectionPolicy
    /// What can happen to members.
    package let changes: ChangePolicy
    package let decrees: DecreePolicy
    package let contributions: ContributionTerms
    /// How files to and from the insurer look.
    package let insurer: InsurerTemplate
    /// How the city's own papers are worded and signed.
    package let papers: PaperTerms

    package func agency(_ id: String) -> Agency? { agencies.first { $0.id == id } }

    /// Under whose name proposals come in that were sent through the browser.
    package var nominator: Agency? { agencies.first { $0.role == .nomination } }

    /// What reading a list on a day needs to know.
    package func intake(asOf: Day) -> IntakeContext {
        IntakeContext(
            headings: headings, words: cellWords, places: places, region: spellings,
            occupations: occupations, agencies: agencies, asOf: asOf)
    }
}

/// What the city plans unless told otherwise.
package struct PlanPolicy: Sendable {
    package let start: Month
    package let months: Int
    package let declaredIncome: Rupiah
    /// In order of use.
    package let funds: [(fund: FundingSource, budget: Rupiah)]
}

/// Whose word is believed first, by field.
package struct Precedence: Sendable {
    package enum Field: String, CaseIterable, Sendable {
        case nik, name, birth, place, occupation, phone
    }

    private let order: [Field: [Agency.Role]]

    package init(_ order: [Field: [Agency.Role]]) { self.order = order }

    /// 0 is believed first.
    package func rank(of role: Agency.Role, in field: Field) -> Int {
        let roles = order[field] ?? Agency.Role.allCases
        return roles.firstIndex(of: role) ?? roles.count
    }
}
