package import Civic
import Papers
import Programme
import Store

/// The minutes (berita acara) of a month that was reconciled and closed: both sums, the four piles,
/// and the digests of both lists. What was closed never changes, and so neither does the paper.
struct ReconciliationMinutes {
    let region: Region
    let totals: Reconciliation
    let closing: Reconciliation.Closing
    /// Of every pile but the matched, of whom those come whose data differ.
    let rows: [ReconciliationPart: [ReconciliationRow]]
    /// Scheme and host under which codes are checked.
    let site: String

    /// The piles whose people are named.
    static let named: [ReconciliationPart] = [
        .pile(.refused), .pile(.theirsOnly), .pile(.oursOnly), .different,
    ]

    private var terms: PaperTerms.Minutes { region.papers.minutes }
    private var values: [String: String] {
        ["bulan": CalendarWords.text(totals.month, .indonesian)]
    }

    var paper: MinutesPaper {
        let title = region.worded(terms.title, values).uppercased()
        let day = Day.jakarta(at: closing.at)
        return MinutesPaper(
            facts: region.paperFacts(title, number: closing.code, on: day, check: check),
            letterhead: region.letterhead, title: title, day: day, parties: parties,
            deed: region.worded(terms.deed, values), results: findings.results + money,
            tables: findings.tables + different,
            closing: region.worded(terms.closing, values), opening: region.opening(on: day),
            signers: terms.parties.map { party in
                region.signer(PaperTerms.Officer(office: party.sign, name: party.name))
            })
    }

    private var parties: [MinutesParty] {
        terms.parties.map { party in
            MinutesParty(
                name: party.name.isEmpty ? ReconciliationMinutes.blank : party.name,
                office: party.office)
        }
    }

    private var findings: ReconciliationFindings {
        ReconciliationFindings(
            insurer: region.papers.insurer, inDecree: totals.ourPeople,
            inFile: totals.theirPeople, matched: totals.count(.matched),
            refused: people(.pile(.refused)), onlyInsurer: people(.pile(.theirsOnly)),
            onlyDecree: people(.pile(.oursOnly)))
    }

    private var money: [MinutesResult] {
        [
            MinutesResult("jumlah iuran menurut keputusan \(totals.ourAmount);"),
            MinutesResult(
                "jumlah iuran menurut \(region.papers.insurer) \(totals.theirAmount)."),
        ]
    }

    private var different: [MinutesTable] {
        let people = people(.different)
        guard !people.isEmpty else { return [] }
        return [
            ReconciliationFindings.table("Cocok, tetapi keterangannya berbeda", of: people)
        ]
    }

    private func people(_ part: ReconciliationPart) -> [ReconciliationFindings.Difference] {
        let words = PileWords(region)
        return (rows[part] ?? []).map { row in
            ReconciliationFindings.Difference(
                number: row.number ?? row.participant ?? "–",
                name: row.name ?? ReconciliationMinutes.nobody,
                village: region.placeName(row.village) ?? "–",
                reason: words.notes(row).map(\.indonesian).joined(separator: "; "))
        }
    }

    private var check: PaperCheck? {
        SealedPaper(totals).map { paper in
            PaperCheck(
                address: "\(site)/v/\(paper.code.text)",
                digests: [
                    Digest("Sidik daftar keputusan (SHA-256)", totals.ourDigest),
                    Digest("Sidik daftar \(region.papers.insurer) (SHA-256)", totals.theirDigest),
                ])
        }
    }

    private static let blank = "……………………………………"
    private static let nobody = "(tanpa nama)"
}

extension Desk {
    private static let minutesBatch = 5000

    /// The minutes of a closed month as paper; nil for a month that is still open. `site` is the
    /// scheme and host under which codes of papers are checked.
    package func reconciliationMinutes(
        of month: Month, site: String, for viewer: Viewer
    ) async throws(Problem) -> [UInt8]? {
        let totals = try await reconciliation(of: month, for: viewer)
        guard let closing = totals.closing else { return nil }
        var rows: [ReconciliationPart: [ReconciliationRow]] = [:]
        for part in ReconciliationMinutes.named {
            rows[part] = try await allRows(of: month, part, for: viewer)
        }
        try await store.record(
            "reconciliation.minutes", month.iso,
            ["people": String(rows.values.reduce(0) { $0 + $1.count })],
            by: Act(actor: viewer.account.login, at: .now()))
        return try ReconciliationMinutes(
            region: region, totals: totals, closing: closing, rows: rows, site: site
        ).paper.pdf()
    }

    /// Some thousands at a time, as many as a query may name.
    private func allRows(
        of month: Month, _ part: ReconciliationPart, for viewer: Viewer
    ) async throws(Problem) -> [ReconciliationRow] {
        var rows: [ReconciliationRow] = []
        while true {
            let more = try await reconciliationRows(
                of: month, part, after: rows.last?.line ?? 0, limit: Desk.minutesBatch,
                for: viewer)
            rows += more
            guard more.count == Desk.minutesBatch else { return rows }
        }
    }
}
