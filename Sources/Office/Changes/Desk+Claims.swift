package import Civic
import Jamsostek
package import Programme
package import Store

/// What somebody notes of a claim.
package struct ClaimStepWish: Sendable {
    package let step: ClaimStep
    package let day: Day
    package let note: String
    package let amount: Rupiah?

    package init(step: ClaimStep, day: Day, note: String, amount: Rupiah?) {
        self.step = step
        self.day = day
        self.note = note
        self.amount = amount
    }
}

/// Claims and their steps.
extension Desk {
    private static let claimsMax = 200

    package func claims(for viewer: Viewer) async throws(Problem) -> [ClaimSummary] {
        try await store.claims(
            in: try viewer.scope(for: .seeMembers), limit: Desk.claimsMax)
    }

    /// Nil when there is none in the viewer's reach.
    package func claim(_ id: Int, for viewer: Viewer) async throws(Problem) -> ClaimRecord? {
        try await store.claim(id, in: try viewer.scope(for: .seeMembers))
    }

    /// Notes the next step of a claim; see ``CityStore/noteClaimStep(_:of:in:by:)``.
    ///
    /// - Throws: `claim-note` where a number or a reason is missing, `claim-amount` where the heirs
    ///   were paid nothing.
    package func noteClaimStep(
        _ wish: ClaimStepWish, of id: Int, key: String, for viewer: Viewer
    ) async throws(Problem) -> Bool {
        let scope = try viewer.scope(for: .changeMembers)
        guard let claim = try await store.claim(id, in: scope) else { return false }
        let note = Desk.note(wish.note)
        guard note != nil || !wish.step.needsNote else { throw Desk.claimNoteMissing() }
        let amount = wish.step == .paid ? wish.amount : nil
        guard wish.step != .paid || amount.map({ $0 > .zero }) == true else {
            throw Desk.claimAmountMissing()
        }
        let term = region.changes.term(after: wish.step, of: claim.summary.kind)
        return try await store.noteClaimStep(
            NewClaimStep(
                wish.step, on: wish.day, note: note, amount: amount,
                due: term.map { law.officeDay($0.workingDays, workingDaysAfter: wish.day) }),
            of: id, in: scope, by: act(viewer, "claim-step", key: key))
    }

    private static func claimNoteMissing() -> Problem {
        Problem(
            .input, "claim-note",
            Phrase(
                "Nomor tanda terima atau alasannya belum diisi.",
                en: "The number of the receipt, or the reason, is missing."),
            do: Phrase("Isi, lalu simpan lagi.", en: "Fill it in, then save again."))
    }

    private static func claimAmountMissing() -> Problem {
        Problem(
            .input, "claim-amount",
            Phrase(
                "Jumlah yang diterima ahli waris belum diisi.",
                en: "What the heirs received is missing."),
            do: Phrase("Isi jumlahnya dalam rupiah.", en: "Enter the amount in rupiah."))
    }
}

extension ClaimStep {
    /// Whether it means nothing without a number or a reason.
    fileprivate var needsNote: Bool { self == .sent || self == .refused || self == .closed }
}
