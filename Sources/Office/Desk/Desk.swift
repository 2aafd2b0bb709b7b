package import Civic
import FoundationEssentials
package import Jamsostek
package import Store

/// The verbs of the city's staff and of its citizens: each authorises, loads, decides and records.
/// Pages and commands call these and nothing below them.
package struct Desk: Sendable {
    package let store: CityStore
    package let region: Region
    package let law: Law
    package let access: AccessTable

    package init(store: CityStore, region: Region, law: Law, access: AccessTable) {
        self.store = store
        self.region = region
        self.law = law
        self.access = access
    }

    // MARK: People

    package static let pageSize = 100

    package func people(
        matching filter: PersonFilter, at position: PagePosition, for viewer: Viewer
    ) async throws(Problem) -> PersonList {
        try await store.people(
            matching: filter, in: try viewer.scope(for: .seePeople), at: position,
            limit: Desk.pageSize)
    }

    /// Nil when there is no such person in the viewer's reach.
    package func person(
        _ number: PersonNumber, for viewer: Viewer
    ) async throws(Problem) -> PersonRecord? {
        try await store.person(number, in: try viewer.scope(for: .seePeople))
    }

    /// The full number, recorded under the viewer's name before it is shown.
    package func revealNIK(
        of number: PersonNumber, for viewer: Viewer
    ) async throws(Problem) -> NIK? {
        try await store.revealNIK(
            of: number, in: try viewer.scope(for: .revealNIK),
            by: Act(actor: viewer.account.login, at: .now()))
    }

    // MARK: Figures

    package func figures(for viewer: Viewer) async throws(Problem) -> Figures {
        try await store.figures(in: try viewer.scope(for: .seeDashboard))
    }

    /// What everybody may see about the whole city.
    package func publicFigures() async throws(Problem) -> Figures {
        try await store.figures(in: .city)
    }

    // MARK: A citizen's own status

    /// The status of whoever knows both facts; nil otherwise, whichever fact is wrong.
    package func status(nik: NIK, birth: Day) async throws(Problem) -> StatusAnswer? {
        try await store.status(nik: nik, birth: birth)
    }

    package func status(number: PersonNumber, tail: Int) async throws(Problem) -> StatusAnswer? {
        try await store.status(number: number, tail: tail)
    }
}

extension Instant {
    /// The clock of the machine, read at the edge of the program only.
    package static func now() -> Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
