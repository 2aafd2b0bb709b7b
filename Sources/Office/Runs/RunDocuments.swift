package import Civic
import FoundationEssentials
import Intake
package import Jamsostek

/// The money side of a run, as it is kept in the store: a JSON document, so that later versions can
/// read what earlier ones wrote.
package struct PlanDocument: Sendable, Codable {
    /// Raw value of ``FundingSource``.
    package let fund: String
    package let people: Int
    /// `2026-01`.
    package let start: String
    /// Rupiah for all people, month by month.
    package let monthly: [Int64]
    package let budget: Int64
    /// Tenths of a month.
    package let monthsAffordable: Int64
    package let peopleAffordable: Int64
    /// Titles of the rules that set the price.
    package let rules: [String]

    package init(_ plan: PlanOutcome) {
        fund = plan.fund.rawValue
        people = plan.people
        start = plan.start.iso
        monthly = plan.monthly.map(\.amount)
        budget = plan.budget.amount
        monthsAffordable = plan.monthsAffordable
        peopleAffordable = plan.peopleAffordable
        rules = plan.rules.map(\.title)
    }

    package var startMonth: Month? { Month(iso: start) }
    package var total: Rupiah { Rupiah(monthly.reduce(0, +)) }
    package var shortfall: Rupiah { max(.zero, total - Rupiah(budget)) }
    package var fundingSource: FundingSource? { FundingSource(rawValue: fund) }
}

/// Counts of a run that the tables of the store do not hold.
package struct RunDocument: Sendable, Codable {
    package let quota: Int
    package let rowsRead: Int
    package let rowsLinked: Int
    package let rowsRejected: Int
    package let rowsIdle: Int
    package let numbersRepaired: Int
    /// Files that could not be read at all, in the words of the problem.
    package let unreadable: [String]

    package init(_ run: CityRun) {
        let counts = run.counts
        quota = run.request.quota ?? run.region.quota
        rowsRead = counts.read
        rowsLinked = counts.linked
        rowsRejected = counts.rejected
        rowsIdle = counts.repeatedOrEmpty
        numbersRepaired = counts.repaired
        unreadable = run.faults.map { $0.sentence(.indonesian) }
    }
}

/// Writing and reading of the documents.
package enum DocumentText {
    package static func write(_ document: some Encodable) throws(Problem) -> String {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            return String(decoding: try encoder.encode(document), as: UTF8.self)
        } catch { throw damaged() }
    }

    /// Nil for an empty text.
    package static func read<Document: Decodable>(
        _ text: String, as type: Document.Type
    ) throws(Problem) -> Document? {
        guard !text.isEmpty, text != "null" else { return nil }
        do { return try JSONDecoder().decode(type, from: Data(text.utf8)) } catch {
            throw damaged()
        }
    }

    private static func damaged() -> Problem {
        Problem(
            .service, "run-document",
            Phrase("Catatan proses tidak terbaca.", en: "The record of the run cannot be read."),
            do: Phrase("Proses ulang daftarnya.", en: "Process the lists again."))
    }
}
