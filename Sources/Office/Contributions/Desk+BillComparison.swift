package import Civic
import Intake
import Programme
package import Store

/// Comparing our bill with the insurer's.
extension Desk {
    /// Notes what the insurer asks for, without names.
    package func compareBill(
        _ id: Int, people: Int?, amount: Rupiah, code: String, key: String, for viewer: Viewer
    ) async throws(Problem) -> Bill {
        try viewer.require(.billContributions)
        return try await store.compareBill(
            id, people: people, amount: amount,
            code: try Desk.written(code, "bill-billing-code"),
            by: act(viewer, "bill-compare", key: key))
    }

    /// Compares name by name with the file of the insurer.
    package func compareBill(
        _ id: Int, file: String, bytes: [UInt8], code: String, key: String, for viewer: Viewer
    ) async throws(Problem) -> Bill {
        try viewer.require(.billContributions)
        let code = try Desk.written(code, "bill-billing-code")
        let theirs = try insurerBill(file, bytes, code)
        return try await store.compareBill(
            id, with: theirs, by: act(viewer, "bill-compare", key: key))
    }

    /// `places` nil means all differences that nobody has explained.
    package func explainBill(
        _ id: Int, places: [Int]?, _ explanation: String, key: String, for viewer: Viewer
    ) async throws(Problem) -> Bill {
        try viewer.require(.billContributions)
        return try await store.explainBill(
            id, places: places, try Desk.written(explanation, "bill-explanation"),
            by: act(viewer, "bill-explain", key: key))
    }

    /// Takes people off a bill whom the insurer does not ask for.
    package func leaveOffBill(
        _ id: Int, places: [Int], key: String, for viewer: Viewer
    ) async throws(Problem) -> Bill {
        try viewer.require(.billContributions)
        return try await store.leaveOffBill(
            id, places: places, by: act(viewer, "bill-leave-off", key: key))
    }

    package func billDifferences(
        _ bill: Int, after place: Int = 0, for viewer: Viewer
    ) async throws(Problem) -> [BillDifference] {
        try viewer.require(.seeContributions)
        return try await store.billDifferences(bill, after: place, limit: Desk.pageSize)
    }

    private func insurerBill(
        _ file: String, _ bytes: [UInt8], _ code: String
    ) throws(Problem) -> InsurerBill {
        try region.uploads.require(bytes.count, .reference, file: nil)
        guard let agency = region.agencies.first(where: { $0.role == .insurer }) else {
            throw Problem.storeFailed("insurer")
        }
        let list = try UploadReader(context: region.intake(asOf: .jakarta(at: .now()))).read(
            bytes: bytes, fileName: file, agency: agency)
        guard list.holdsPeople else { throw Desk.billFileStrange() }
        let headings = list.headings.map(ContributionFile.plain)
        guard
            let amounts = headings.firstIndex(where: region.contributions.amountHeadings.contains)
        else { throw Desk.billFileWithoutAmounts() }
        var lines: [InsurerBill.Line] = []
        for row in list.rows {
            guard let person = row.person else { continue }
            let cell = amounts < row.cells.count ? row.cells[amounts] : ""
            guard let amount = MoneyText.rupiah(cell) else {
                throw Desk.billAmountStrange(row.number)
            }
            lines.append(
                InsurerBill.Line(
                    row: row.number, nik: person.nik == 0 ? nil : NIK(digits: person.nik),
                    participant: person.participantNumber.isEmpty
                        ? nil : list.string(person.participantNumber),
                    name: list.string(person.name), amount: amount))
        }
        guard !lines.isEmpty else { throw Desk.billFileStrange() }
        return InsurerBill(
            fileName: list.fileName ?? "", digest: list.digest, billingCode: code, lines: lines)
    }

    private static func billFileStrange() -> Problem {
        Problem(
            .input, "bill-file",
            Phrase("Berkas ini bukan daftar orang.", en: "This file is no list of people."),
            do: Phrase(
                "Unggah rincian tagihan dari BPJS, dengan NIK atau nama.",
                en: "Upload the insurer's bill in detail, with NIK or name."))
    }

    private static func billFileWithoutAmounts() -> Problem {
        Problem(
            .input, "bill-file-amounts",
            Phrase("Kolom jumlah iuran tidak ada.", en: "There is no column with amounts."),
            do: Phrase(
                "Beri judul kolom itu \"Jumlah iuran\".",
                en: "Head that column \"Jumlah iuran\"."))
    }

    private static func billAmountStrange(_ row: Int) -> Problem {
        Problem(
            .input, "bill-file-amount",
            Phrase("Jumlah iuran tidak terbaca.", en: "The amount cannot be read."),
            at: Spot(row: row),
            do: Phrase("Tulis dengan angka saja, misalnya 25000.", en: "Write digits, as 25000."))
    }
}
