import Civic
import Programme
import Store
import Testing

/// A city with candidates, as lists for RWs are made of it.
struct RoundCity {
    static let policy = VerificationPolicy(
        confirmationsNeeded: 1, makerCounts: false, agencies: [:], deadlineDays: 5,
        escalationDays: 3, undoMinutes: 10, linkDays: 7, linkTries: 3, oldReferenceDays: 365,
        source: Citation(id: "x", title: "x"))
    static let day: Int64 = 86_400_000

    let store: TestStore
    let people: [ImportedPerson]
    /// The RW with most candidates.
    let village: PlaceCode
    let rw: Int
    /// Its candidates.
    let here: [ImportedPerson]

    init(_ kind: TestEngine) async throws {
        store = try await TestStore(kind)
        let city = SampleCity(people: 900, seed: 11)
        try await store.city.importRun(city.run(verifiedBy: RoundCity.policy), by: .test())
        people = city.people
        let candidates = people.filter { person in
            person.standing.outcome != .ineligible && person.place?.level == .village
        }
        let groups = Dictionary(grouping: candidates) { person in
            "\(person.place?.description ?? "") \(person.rw ?? 0)"
        }
        here = try #require(
            groups.values.max { ($0.count, $1[0].rw ?? 0) < ($1.count, $0[0].rw ?? 0) })
        village = try #require(here.first?.place)
        rw = try #require(here.first?.rw)
    }

    var city: CityStore { store.city }
    var scope: Scope { .areas([village]) }

    func at(_ milliseconds: Int64) -> Instant { TestStore.noon + milliseconds }

    func act(_ key: String?, _ milliseconds: Int64 = 0) -> Act {
        Act(actor: "yuni", at: at(milliseconds), key: key)
    }

    func make(
        _ key: String = "a", isFieldOnly: Bool = false, in scope: Scope? = nil, at time: Int64 = 0
    ) async throws -> Int? {
        try await city.makeRound(
            NewRound(village: village, rw: rw, isFieldOnly: isFieldOnly, witness: "Suparman"),
            in: scope ?? self.scope, days: 7, by: act(key, time))
    }

    func link(_ id: Int, _ key: String = "l", at time: Int64 = 0) async throws -> IssuedRoundLink {
        let outcome = try await city.issueRoundLink(
            id, in: scope, days: 7, by: act(key, time))
        guard case .issued(let link) = outcome else {
            throw Problem.storeFailed("no link: \(outcome)")
        }
        return link
    }

    /// A browser in which the link is open.
    func browser(_ link: IssuedRoundLink) async throws -> String {
        let opening = try await city.openRound(
            link.token, code: link.code, Self.policy, at: at(1))
        guard case .opened(let session) = opening else {
            throw Problem.storeFailed("not opened: \(opening)")
        }
        return session.token
    }

    /// A code that is not the link's.
    func wrong(_ link: IssuedRoundLink) -> String { link.code == "0000" ? "1111" : "0000" }

    func round(_ id: Int) async throws -> Round {
        try #require(try await city.round(id, in: scope))
    }

    /// `state work standing` of a case.
    func standing(_ number: PersonNumber) async throws -> String? {
        try await store.engine.read { reader throws(Problem) in
            try reader.first(
                "SELECT state, COALESCE(work, '-'), standing FROM verification_case WHERE number = $1",
                [.text(number.text)]
            ) { fields in "\(fields.text()) \(fields.text()) \(fields.text())" }
        }
    }
}
