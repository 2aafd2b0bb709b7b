package import Civic

/// The lists of a month of an emulated insurer.
extension InsurerEmulator {
    /// Whom it covers in a month, and what it asks for them.
    ///
    /// - Parameters:
    ///   - month: which.
    ///   - fund: of one fund; nil for all.
    ///   - price: what a month of one person costs.
    /// - Returns: the list of members and the bill; nothing for a month without anybody.
    /// - Throws: where there is no room for the files.
    package func lists(
        of month: Month, fund: String?, price: Rupiah
    ) throws(Problem) -> (members: InsurerReply, bill: InsurerReply)? {
        let here = covered.values.filter { cover in
            let first = cover.person.start.month
            let isTheirs = fund == nil || cover.person.fund == fund
            let isEnded = cover.until.map { $0 <= month } ?? false
            return isTheirs && !isEnded && first <= month && month < first + cover.person.months
        }.sorted { $0.person.nik < $1.person.nik }
        guard !here.isEmpty else { return nil }
        let rows = here.compactMap { row($0, price) }
        let members = EmulatedSheet(
            template: template, fields: [.participant, .amount, .start, .name, .nik])
        let bill = EmulatedSheet(template: template, fields: [.nik, .participant, .name, .amount])
        let name = "\(fund.map { "\($0)-" } ?? "")\(month.iso)"
        return (
            InsurerReply(
                name: "peserta-\(name).xlsx",
                bytes: try members.workbook(rows, title: "Peserta", on: month.firstDay)),
            InsurerReply(name: "tagihan-\(name).csv", bytes: try bill.text(rows))
        )
    }

    /// A row of a list; nil for somebody whom the list forgets.
    private func row(_ cover: Cover, _ price: Rupiah) -> EmulatedSheet.Row? {
        var row = EmulatedSheet.Row(
            nik: cover.person.nik, name: cover.person.name, participant: cover.participant,
            start: cover.person.start, amount: price)
        guard share(cover.person.nik, 4) < plan.discrepancies else { return row }
        switch Int(share(cover.person.nik, 5)) {
        case ..<25: return nil
        case ..<50: row.amount = price + price
        case ..<75: row.name = String(cover.person.name.reversed())
        default: row.start = cover.person.start + 1
        }
        return row
    }
}
