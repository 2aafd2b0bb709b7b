package import Civic
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
        let name = UploadReader.shown(file)
        try region.uploads.require(bytes.count, .reference, file: name)
        let bill = try await bill(id, for: viewer)
        let rows = try AnswerSheet(
            template: region.insurer, today: .jakarta(at: .now()),
            prefix: region.personNumberPrefix
        ).bill(bytes, name: name)
        return try await store.compareBill(
            id,
            with: NewInsurerFile(
                kind: .bill, month: bill.month, fund: bill.fund, name: name,
                digest: Fingerprint.of(bytes), channel: .file), rows, code: code,
            by: act(viewer, "bill-compare", key: key))
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
}
