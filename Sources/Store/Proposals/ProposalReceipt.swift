import Civic

/// The number under which a list was taken over: `KEL-BJ-2026-014`.
struct ProposalReceipt {
    let prefix: String
    let year: Int
    let number: Int

    var text: String { "\(prefix)-\(year)-\(NumberText.padded(number, to: 3))" }

    /// The next one of the year; each is given once.
    static func next(_ prefix: String, year: Int, _ writer: any SQLWriter) throws(Problem)
        -> ProposalReceipt
    {
        let last = try writer.integer(
            """
            SELECT MAX(receipt_number) FROM proposal_list
            WHERE receipt_prefix = $1 AND receipt_year = $2
            """, [.text(prefix), SQLValue(year)])
        return ProposalReceipt(prefix: prefix, year: year, number: last + 1)
    }
}
