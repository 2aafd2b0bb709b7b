package import Civic
package import Programme
package import Store

/// Drafting decrees.
extension Desk {
    /// Drafts the decree that determines whom a frozen wave chose.
    package func draftDecree(
        fromWave wave: Int, key: String, for viewer: Viewer
    ) async throws(Problem) -> Int {
        try viewer.require(.issueDecrees)
        return try await store.draftDecree(
            fromWave: wave, region.decrees, by: act(viewer, "decree-draft", key: key))
    }

    /// Drafts a decree that changes one in force.
    package func draftAmendment(
        of id: Int, lines: [AmendedLine], key: String, for viewer: Viewer
    ) async throws(Problem) -> Int {
        try viewer.require(.issueDecrees)
        return try await store.draftAmendment(
            of: id, lines: lines, region.decrees, by: act(viewer, "decree-amend", key: key))
    }

    /// Leaves people out of a draft or keeps them on it; nil takes such a word back.
    ///
    /// - Throws: `reason-missing` for a word without a reason.
    package func mark(
        _ numbers: [String], on id: Int, _ word: DraftWord?, reason: String, key: String,
        for viewer: Viewer
    ) async throws(Problem) {
        try viewer.require(.issueDecrees)
        let reason = Desk.note(reason)
        guard word == nil || reason != nil else { throw Desk.reasonMissing() }
        guard !numbers.isEmpty else { return }
        try await store.mark(
            numbers, on: id, word, reason: reason ?? "", region.decrees,
            by: act(viewer, "decree-mark", key: key))
    }

    /// Leaves out, or keeps, everybody about whom `finding` was found and nothing was decided; nil for
    /// any finding.
    package func mark(
        everybodyWith finding: DecreeFinding?, on id: Int, _ word: DraftWord?, reason: String,
        key: String, for viewer: Viewer
    ) async throws(Problem) {
        let open = try await draftCheck(id, for: viewer).open
        let numbers = open.filter { finding == nil || $0.finding == finding }.map(\.number)
        for start in stride(from: 0, to: numbers.count, by: Desk.markedAtOnce) {
            try await mark(
                Array(numbers[start..<min(start + Desk.markedAtOnce, numbers.count)]), on: id,
                word, reason: reason, key: "\(key) \(start)", for: viewer)
        }
    }

    package func withdrawDecree(
        _ id: Int, note: String, key: String, for viewer: Viewer
    ) async throws(Problem) {
        try viewer.require(.issueDecrees)
        guard let note = Desk.note(note) else { throw Desk.reasonMissing() }
        try await store.withdrawDecree(id, note: note, by: act(viewer, "decree-withdraw", key: key))
    }

    private static let markedAtOnce = 500
    private static let noteLengthMax = 200

    /// What was typed, without blanks around it; nil for nothing.
    static func note(_ text: String) -> String? {
        let text = Text.trimmed(String(text.prefix(noteLengthMax)))
        return text.isEmpty ? nil : text
    }

    static func reasonMissing() -> Problem {
        Problem(
            .input, "reason-missing",
            Phrase("Alasan belum diisi.", en: "There is no reason yet."),
            do: Phrase("Tulis alasannya, lalu ulangi.", en: "Write the reason, then repeat."))
    }
}
