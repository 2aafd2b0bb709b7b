package import Civic
package import Programme
package import Store

/// A list as its platform, or the city, looks at it.
package struct DriverListView: Sendable {
    package let record: DriverListRecord
    package let partner: PartnerTerms.Partner?
    /// The first rows.
    package let results: [DriverResult]
    /// The first rows that were not kept.
    package let faults: [(record: Int, fault: DriverFault)]
    /// What the day of the city's data is; nil before the first run.
    package let asOf: Day?
    /// Whether the viewer may send, delete and withdraw.
    package let isOwn: Bool
}

/// Looking at lists of drivers: a platform sees its own, the city all of them.
extension Desk {
    private static let rowsShown = 200

    package func driverList(
        _ id: Int, for viewer: Viewer, at now: Instant = .now()
    ) async throws(Problem) -> DriverListView {
        let scope = try viewer.scope(for: .seeDrivers)
        try await recheckDrivers(id, scope, now)
        let record = try await store.driverList(id, in: scope)
        let results = try await store.driverResults(of: id, in: scope, limit: Desk.rowsShown)
        let faults = try await store.driverFaults(of: id, in: scope).sorted { $0.key < $1.key }
        return DriverListView(
            record: record, partner: region.partners.partner(record.list.agency), results: results,
            faults: faults.prefix(Desk.rowsShown).map { (record: $0.key, fault: $0.value) },
            asOf: try await store.runSettings()?.asOf, isOwn: viewer.may(.sendDrivers))
    }

    /// Every row of a list, for the file a platform takes home.
    package func driverResults(
        _ id: Int, for viewer: Viewer, at now: Instant = .now()
    ) async throws(Problem) -> (
        list: DriverList, results: [DriverResult], faults: [Int: DriverFault]
    ) {
        let scope = try viewer.scope(for: .seeDrivers)
        try await recheckDrivers(id, scope, now)
        let record = try await store.driverList(id, in: scope)
        guard record.list.state != .ended else { throw Desk.resultsGone() }
        return (
            list: record.list,
            results: try await store.driverResults(of: id, in: scope, limit: Int(Int32.max)),
            faults: try await store.driverFaults(of: id, in: scope)
        )
    }

    package func driverDeletion(
        _ id: Int, for viewer: Viewer
    ) async throws(Problem) -> (deletion: DriverDeletion, partner: PartnerTerms.Partner?) {
        let deletion = try await store.driverDeletion(id, in: try viewer.scope(for: .seeDrivers))
        return (deletion: deletion, partner: region.partners.partner(deletion.agency))
    }

    /// A new run is answered to whoever looks, as soon as somebody looks.
    private func recheckDrivers(_ id: Int, _ scope: Scope, _ now: Instant) async throws(Problem) {
        try await store.recheckDriverList(
            id, in: scope, answering: region.partners.answering, by: Act(actor: "sigap", at: now))
    }

    private static func resultsGone() -> Problem {
        Problem(
            .notFound, "driver-results-gone",
            Phrase("Hasil ini sudah dihapus.", en: "These results are deleted."),
            do: Phrase("Lihat surat penghapusannya.", en: "See the certificate of deletion."))
    }
}
