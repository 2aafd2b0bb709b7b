package import Civic
package import Store

/// A city in PostgreSQL that is being filled: in one transaction, which others see only when it is
/// complete.
package final class PostgresDraft: StoreDraft {
    private let place: PostgresPlace
    private let isScratch: Bool
    private let filling: PostgresEngine

    package var engine: any StoreEngine { filling }

    /// A scratch schema is this draft's own, and is taken away whatever it holds.
    ///
    /// - Throws: `store-exists`, `store-unreachable`, `store-encoding`.
    package init(_ place: PostgresPlace, isScratch: Bool = false) throws(Problem) {
        (self.place, self.isScratch) = (place, isScratch)
        filling = try PostgresEngine(place, .create)
    }

    package func publish() async throws(Problem) { try await filling.close() }

    package func discard() async {
        // A schema that stays behind empty does not hinder the next attempt.
        try? await filling.close()
        try? PostgresSchema.drop(place.schema, isFilled: isScratch, place.address(.write))
    }
}
