package import Civic
import Programme
package import Store

/// Waves from the plan to the frozen order.
extension Desk {
    package func waves(for viewer: Viewer) async throws(Problem) -> [Wave] {
        try viewer.require(.seeWaves)
        return try await store.waves()
    }

    /// Nil when there is no such wave.
    package func wave(_ id: Int, for viewer: Viewer) async throws(Problem) -> Wave? {
        try viewer.require(.seeWaves)
        return try await store.wave(id)
    }

    /// Plans a wave; a form that is sent twice plans one.
    package func makeWave(
        _ new: NewWave, key: String, for viewer: Viewer
    ) async throws(Problem) -> Int {
        try viewer.require(.planWaves)
        try Desk.check(new)
        return try await store.makeWave(new, by: act(viewer, "wave", key: key))
    }

    package func changeWave(
        _ id: Int, to new: NewWave, version: Int, key: String, for viewer: Viewer
    ) async throws(Problem) {
        try viewer.require(.planWaves)
        try Desk.check(new)
        try await store.changeWave(
            id, to: new, version: version, by: act(viewer, "wave-change", key: key))
    }

    /// Notes that the insurer's branch agrees with the prices of the plan, or takes it back.
    package func confirmWave(
        _ id: Int, isConfirmed: Bool, key: String, for viewer: Viewer
    ) async throws(Problem) {
        try viewer.require(.planWaves)
        try await store.confirmWave(
            id, isConfirmed: isConfirmed, by: act(viewer, "wave-confirm", key: key))
    }

    /// Settles the order. The seed is drawn here unless it is given, so that nobody who plans a wave
    /// can choose one that suits him.
    package func freezeWave(
        _ id: Int, version: Int, seed: UInt64? = nil, key: String, for viewer: Viewer
    ) async throws(Problem) {
        try viewer.require(.planWaves)
        let occupations = region.occupations.occupations
        try await store.freezeWave(
            id, by: waveRule, seed: seed ?? UInt64.random(in: 1...999_999_999),
            hazards: Dictionary(occupations.map { ($0.code, $0.hazard) }) { first, _ in first },
            version: version, act(viewer, "wave-freeze", key: key))
    }

    /// Gives up a wave that has no decree.
    package func cancelWave(_ id: Int, key: String, for viewer: Viewer) async throws(Problem) {
        try viewer.require(.planWaves)
        try await store.cancelWave(id, by: act(viewer, "wave-cancel", key: key))
    }

    private static func check(_ wave: NewWave) throws(Problem) {
        let months = wave.months.upperBound - wave.months.lowerBound + 1
        guard !wave.title.isEmpty, (1...Wave.quotaMax).contains(wave.quota),
            (1...Wave.monthsMax).contains(months), !wave.funds.isEmpty
        else { throw Desk.unusableWave() }
    }

    package static func unusableWave() -> Problem {
        Problem(
            .input, "wave-form",
            Phrase("Isian gelombang belum benar.", en: "The wave is not filled in correctly."),
            do: Phrase(
                """
                Isi nama, kuota, bulan mulai, lama 1 sampai \(Wave.monthsMax) bulan, dan sedikitnya \
                satu sumber dana.
                """,
                en: """
                    Fill in title, quota, first month, 1 to \(Wave.monthsMax) months, and at least \
                    one fund.
                    """))
    }
}
