import Civic
import Jamsostek
import Office
import Pages

enum SitePresenter {
    /// The last number with four characters: a form's example should be nobody's own number.
    private static let exampleSerial = 1_048_575

    /// What every page says about the city. `insurerPhone` is the number as it is dialled; `day`
    /// decides which term for reporting an accident is in force.
    static func site(
        _ facts: CityFacts, insurerPhone: String, contacts: [Contact] = [], stylesheet: String,
        tabIcon: String, on day: Day
    ) throws(Problem) -> Site {
        let region = facts.region
        return Site(
            programme: region.programmeName, expansion: region.programmeExpansion,
            city: region.name, government: region.government, owner: region.programmeOwner,
            insurerPhone: insurerPhone,
            accidentReportDays: try facts.law.hours(of: .accidentReport, on: day) / 24,
            exampleNumber: PersonNumber(prefix: region.personNumberPrefix, serial: exampleSerial)
                .text,
            contacts: contacts, stylesheet: stylesheet, tabIcon: tabIcon, isSample: facts.isSample)
    }
}
