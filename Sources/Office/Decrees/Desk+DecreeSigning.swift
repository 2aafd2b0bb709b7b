package import Civic
import Programme
import Store

/// Signing decrees and putting them in force.
extension Desk {
    /// Freezes the annex. `site` is the scheme and host under which codes of papers are checked.
    package func beginSigning(
        _ id: Int, site: String, key: String, for viewer: Viewer
    ) async throws(Problem) {
        try viewer.require(.issueDecrees)
        try await store.beginSigning(
            id, site: site, region.decrees, by: act(viewer, "decree-begin", key: key))
    }

    /// Does the next sign-off, of the annex with this digest.
    package func signOff(
        _ id: Int, digest: String, note: String, key: String, for viewer: Viewer
    ) async throws(Problem) {
        try viewer.require(.issueDecrees)
        try await store.signOff(
            id, digest: digest, note: Desk.note(note), region.decrees,
            by: act(viewer, "decree-sign", key: key))
    }

    /// Sends a decree back; returns the draft that takes it up again.
    package func sendBack(
        _ id: Int, note: String, key: String, for viewer: Viewer
    ) async throws(Problem) -> Int {
        try viewer.require(.issueDecrees)
        guard let note = Desk.note(note) else { throw Desk.reasonMissing() }
        return try await store.sendBack(
            id, note: note, region.decrees, by: act(viewer, "decree-back", key: key))
    }

    package func numberDecree(
        _ id: Int, number: String, signedOn day: Day, key: String, for viewer: Viewer
    ) async throws(Problem) {
        try viewer.require(.issueDecrees)
        try await store.numberDecree(
            id, number: Text.trimmed(number), signedOn: day, region.decrees,
            by: act(viewer, "decree-number", key: key))
    }

    /// Whoever the decree names is determined, and every month promised, all at once.
    package func putInForce(_ id: Int, key: String, for viewer: Viewer) async throws(Problem) {
        try viewer.require(.issueDecrees)
        guard let decree = try await store.decree(id, region.decrees)?.decree else {
            throw Problem.decreeUnknown()
        }
        let prices = try CoverPrices(
            law, months: decree.months, occupations: region.occupations,
            declaredIncome: region.plan.declaredIncome)
        try await store.putInForce(
            id, region.decrees, prices, by: act(viewer, "decree-force", key: key))
    }

    /// The whole way of a decree without its paper, for a sample city: drafted by the first of
    /// `viewers`, signed off by them in turn, numbered and in force. Whoever cannot be determined is
    /// left out.
    ///
    /// - Throws: `signed-file-missing` where the signed paper must be there.
    package func issueDecree(
        fromWave wave: Int, serial: Int, site: String, by viewers: [Viewer]
    ) async throws(Problem) -> Int {
        guard let maker = viewers.first, viewers.count > 1 else { throw Desk.signersMissing() }
        let key = "wave-\(wave)"
        let id = try await draftDecree(fromWave: wave, key: key, for: maker)
        try await mark(
            everybodyWith: nil, on: id, .omit, reason: Desk.sampleReason, key: key, for: maker)
        try await beginSigning(id, site: site, key: key, for: maker)
        let record = try await store.decree(id, region.decrees)
        guard let digest = record?.decree.digest else { throw Problem.decreeUnknown() }
        let steps = region.decrees.steps.indices
        for step in steps {
            // Counted from the end, so that the maker is never the last.
            let turn = (steps.count - step) % viewers.count
            try await signOff(
                id, digest: digest, note: "", key: "\(key) \(step)", for: viewers[turn])
        }
        let today = Day.jakarta(at: .now())
        try await numberDecree(
            id, number: region.decrees.numbering.text(serial, on: today), signedOn: today,
            key: key, for: maker)
        try await putInForce(id, key: key, for: maker)
        return id
    }

    private static let sampleReason = "Temuan pemeriksaan"

    private static func signersMissing() -> Problem {
        Problem(
            .usage, "decree-signers",
            Phrase(
                "SK perlu paling sedikit dua petugas.", en: "A decree needs two officers at least."),
            do: Phrase(
                "Tambah akun pengelola program.", en: "Add an account of a programme manager."))
    }
}
