package import Civic
import Intake
package import Store

/// Lists that were sent through the browser, as further lists of a run: a new run replaces people
/// and rows, and takes these in again with the files.
package enum SentLists {
    /// Every list that was sent to the store, read by the rules of `region`.
    package static func deliveries(
        of store: CityStore, _ region: Region, asOf: Day
    ) async throws(Problem) -> [ReceivedDelivery] {
        var deliveries: [ReceivedDelivery] = []
        for (list, rows) in try await store.sentProposals() where !rows.isEmpty {
            let reader = ProposalReader(region: region, asOf: asOf, place: list.place)
            let source = "usulan-\(list.receipt ?? String(list.id))"
            let delivery = reader.list(
                rows, source: source, file: list.file.isEmpty ? source : list.file,
                recorded: .jakarta(at: list.createdAt))
            deliveries.append(
                ReceivedDelivery(delivery: delivery, digest: list.digest, bytes: 0))
        }
        return deliveries
    }
}
