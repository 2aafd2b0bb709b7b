package import Civic
import Jamsostek
import Programme
package import Store

/// An agency as the viewer speaks for it.
package struct AgencyVoice: Sendable {
    package let agency: Agency
    package let ask: AgencyAsk
    /// Nil while the agency gave no list.
    package let list: ReferenceListRecord?
    /// The list is so old that answers say so.
    package let isOld: Bool
}

extension Desk {
    /// - Throws: `not-permitted` for a viewer who does not answer for an agency.
    package func voice(of viewer: Viewer) async throws(Problem) -> AgencyVoice {
        let ask = try ask(of: viewer)
        guard let agency = region.agency(ask.agency) else { throw Desk.noAgency() }
        let list = try await store.referenceLists(of: ask.agency, limit: 1).first
        return AgencyVoice(agency: agency, ask: ask, list: list, isOld: isOld(list))
    }

    /// The questions to the agency for which the viewer answers.
    func ask(of viewer: Viewer) throws(Problem) -> AgencyAsk {
        let scope = try viewer.scope(for: .answer)
        return AgencyAsk(
            agency: scope.agency ?? "", policy: region.verification, rules: region.references)
    }

    func isOld(_ list: ReferenceListRecord?) -> Bool {
        guard let list else { return false }
        return Day.jakarta(at: .now()) - list.dataDay > region.verification.oldReferenceDays
    }

    /// Working days until `day`: 0 on the day itself, fewer after it.
    package func officeDaysLeft(until day: Day, on today: Day) -> Int {
        if day < today { return -officeDaysLeft(until: today, on: day) }
        var (current, count) = (today, 0)
        while current < day {
            current = law.officeDay(1, workingDaysAfter: current)
            count += 1
        }
        return count
    }

    private static func noAgency() -> Problem {
        Problem(
            .forbidden, "agency-missing",
            Phrase(
                "Akun Anda belum terhubung ke dinas.", en: "Your account belongs to no agency."),
            do: Phrase(
                "Minta pengelola program mengisinya.", en: "Ask the programme manager to set it."))
    }
}
