package import Civic
package import Programme
package import Store

/// Reading and proving the order of a wave.
extension Desk {
    package func waveShares(
        of id: Int, for viewer: Viewer
    ) async throws(Problem) -> (shares: [WaveShare], last: [PlaceCode?: Int]) {
        try viewer.require(.seeWaves)
        return (try await store.waveShares(id), try await store.waveLastChosen(id))
    }

    /// A page of places. Names are told to whoever may see people.
    package func wavePlaces(
        of id: Int, _ filter: WavePlaceFilter, after place: Int, for viewer: Viewer
    ) async throws(Problem) -> WavePlacePage {
        try viewer.require(.seeWaves)
        return try await store.wavePlaces(id, filter, after: place, limit: Desk.pageSize)
    }

    package func wavePlace(
        _ place: Int, of id: Int, for viewer: Viewer
    ) async throws(Problem) -> WaveNeighbours? {
        try viewer.require(.seeWaves)
        return try await store.wavePlace(id, place)
    }

    package func allWavePlaces(
        of id: Int, for viewer: Viewer
    ) async throws(Problem) -> [WavePlace] {
        try viewer.require(.seeWaves)
        return try await store.allWavePlaces(id)
    }

    /// The text whose SHA-256 the digest is; nil for a wave without an order.
    package func waveText(_ id: Int, for viewer: Viewer) async throws(Problem) -> [UInt8]? {
        try viewer.require(.seeWaves)
        return try await store.waveText(id)
    }

    /// Makes the order anew from its own fields and compares it, place by place, and its digest.
    package func checkWave(_ id: Int, for viewer: Viewer) async throws(Problem) -> WaveCheck? {
        try viewer.require(.seeWaves)
        let wave = try await store.wave(id)
        guard let wave, let order = wave.order else { return nil }
        let text = try await store.waveText(id) ?? []
        let places = try await store.allWavePlaces(id)
        let again = WaveOrder(
            places.map(\.candidate), by: order.rule, seed: order.seed, quota: wave.plan.quota)
        return WaveCheck(
            isDigestRight: WaveDigest.text(of: text) == order.digest,
            wrong: zip(again.places, places).first { $0.0 != $0.1 }?.1.place)
    }
}

/// What comes of making an order anew.
package struct WaveCheck: Sendable, Hashable {
    package let isDigestRight: Bool
    /// The first place that the rule would give to somebody else; nil for none.
    package let wrong: Int?

    package var isRight: Bool { isDigestRight && wrong == nil }
}
