package import Civic
package import Programme
package import Store

/// Plays the part of kelurahan and agencies in a city of invented people: approves whomever the
/// rules found eligible, and lets every agency that must answer say yes.
package struct Verifying: Sendable {
    let store: CityStore
    let policy: VerificationPolicy
    /// Where everything is left for the reader to try.
    let untouched: Set<PlaceCode>

    package init(store: CityStore, policy: VerificationPolicy, untouched: Set<PlaceCode> = []) {
        self.store = store
        self.policy = policy
        self.untouched = untouched
    }

    /// - Returns: how many were verified.
    package func run(by act: Act) async throws(Problem) -> Int {
        var filter = CaseFilter()
        filter.lane = .ready
        filter.states = Set(CaseState.allCases)
        var position = PagePosition.first
        var count = 0
        while true {
            let page = try await store.cases(
                matching: filter, in: .city, at: position, limit: CityStore.decisionsMax)
            let open = page.cases.filter { $0.state == .open && !isUntouched($0) }
            try await approve(open, by: act)
            count += open.count
            guard let next = page.next else { return count }
            position = next
        }
    }

    private func approve(_ cases: [QueueCase], by act: Act) async throws(Problem) {
        guard !cases.isEmpty else { return }
        _ = try await store.decide(
            cases.map { item in
                CaseDecision(
                    number: item.number, seen: item.version, step: .approve, work: .known)
            }, in: .city, policy, by: act)
        let words = cases.flatMap { item in
            policy.agencies(for: item.person.occupation).map { agency in
                NewConfirmation(
                    number: item.number, source: Confirmation.agency(agency), answer: .yes,
                    channel: .bulk, basis: NewConfirmation.exact)
            }
        }
        guard !words.isEmpty else { return }
        try await store.confirm(words, in: .city, policy, by: act)
    }

    private func isUntouched(_ item: QueueCase) -> Bool {
        guard let village = item.person.village else { return false }
        return untouched.contains(village) || untouched.contains(village.district)
    }
}
