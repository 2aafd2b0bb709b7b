package import Civic
import Jamsostek
import Programme
package import Store

/// Money that contributions are paid from.
extension Desk {
    /// All funds with what they hold.
    package func funds(for viewer: Viewer) async throws(Problem) -> [FundBalance] {
        try viewer.require(.seeWaves)
        return try await store.funds()
    }

    /// Opens a fund; a form that is sent twice opens one.
    ///
    /// - Throws: `fund-exists`; `fund-form` for a fund that cannot pay for anybody.
    package func openFund(
        _ fund: Fund, key: String, for viewer: Viewer
    ) async throws(Problem) {
        try viewer.require(.manageFunds)
        let areKnown = fund.terms.places.allSatisfy { text in
            PlaceCode(text).map { region.places.position(of: $0) != nil } ?? false
        }
        let doWork = fund.terms.occupations.allSatisfy {
            region.occupations.position(code: $0) != nil
        }
        let counts = [fund.terms.monthsAtLeast, fund.terms.monthsAtMost, fund.terms.seats]
        let (least, most) = (fund.terms.monthsAtLeast ?? 1, fund.terms.monthsAtMost ?? .max)
        guard areKnown, doWork, counts.allSatisfy({ $0 ?? 1 >= 1 }), least <= most,
            !fund.title.isEmpty, !fund.payer.isEmpty, !fund.workerGroup.isEmpty,
            fund.source != .selfPaid
        else { throw Desk.unusableFund() }
        let isShared = try await store.funds().contains { other in
            other.fund.workerGroup == fund.workerGroup && other.fund.source != fund.source
        }
        if isShared { throw Desk.sharedGroup() }
        try await store.openFund(
            fund,
            by: act(viewer, "fund", key: key))
    }

    /// Notes money that was given to a fund. `note` is the number of the budget document or letter.
    ///
    /// - Throws: `allotment-form` for an amount of nothing or without what proves it.
    package func allot(
        _ amount: Rupiah, to fund: String, note: String, key: String, for viewer: Viewer
    ) async throws(Problem) {
        try viewer.require(.manageFunds)
        guard amount > .zero, amount <= Desk.allotmentMax, !note.isEmpty else {
            throw Desk.unusableAllotment()
        }
        guard try await store.funds().contains(where: { $0.fund.id == fund }) else {
            throw Desk.noSuchFund()
        }
        let unique = "\(viewer.account.login) \(key)"
        try await store.allot(
            amount, to: fund, note: note, key: unique,
            by: act(viewer, "allot", key: key))
    }

    /// Beyond any city's budget: a slip of the keyboard.
    private static let allotmentMax = Rupiah(1_000_000_000_000_000)

    package static func unusableFund() -> Problem {
        Problem(
            .input, "fund-form",
            Phrase("Isian sumber dana belum benar.", en: "The fund is not filled in correctly."),
            do: Phrase(
                "Isi nama, pemberi dana dan wadah; bulan terakhir tidak sebelum yang pertama.",
                en: """
                    Fill in title, payer and worker group; the last month is not before the first.
                    """))
    }

    private static func sharedGroup() -> Problem {
        Problem(
            .input, "fund-group",
            Phrase(
                "Wadah ini sudah dipakai jenis dana lain.",
                en: "Another kind of money uses this worker group."),
            do: Phrase(
                "Minta wadah tersendiri ke kantor cabang BPJS Ketenagakerjaan.",
                en: "Ask the BPJS Ketenagakerjaan branch for a group of its own."))
    }

    private static func unusableAllotment() -> Problem {
        Problem(
            .input, "allotment-form",
            Phrase(
                "Jumlah atau nomor dokumen belum benar.",
                en: "The amount or the number of the document is wrong."),
            do: Phrase(
                "Isi jumlah dalam rupiah, misalnya 2.000.000.000, dan nomor DPA atau surat.",
                en: "Give the amount in rupiah, such as 2.000.000.000, and the document's number."))
    }

    private static func noSuchFund() -> Problem {
        Problem(
            .notFound, "fund-missing",
            Phrase("Sumber dana itu tidak ada.", en: "There is no such fund."),
            do: Phrase("Pilih dari daftar dana.", en: "Choose from the list of funds."))
    }
}
