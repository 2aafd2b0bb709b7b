package import Civic
import Crypto
import FoundationEssentials
import Papers
package import Programme
import Store

/// Decrees as files, and what comes back signed.
extension Desk {
    package enum DecreeForm: String, Sendable {
        case paper = "pdf"
        case workbook = "xlsx"
        /// The canonical text, of which the digest is printed.
        case text = "txt"
    }

    /// A decree as a file. The restricted edition, with full NIKs, is for whoever may read those, and
    /// is recorded. `site` is the scheme and host under which codes are checked, as long as the
    /// decree was not put to signature under another one.
    package func decreeFile(
        _ id: Int, _ form: DecreeForm, _ edition: AnnexText.Edition, site: String,
        for viewer: Viewer
    ) async throws(Problem) -> [UInt8] {
        let lines = try await annex(of: id, edition, for: viewer)
        let papers = try await papers(id, lines, edition, site)
        switch form {
        case .text: return Array(papers.text.utf8)
        case .workbook: return try papers.workbook()
        case .paper: return try papers.paper().pdf()
        }
    }

    /// Keeps a signed paper, with the pages on which it is not what was signed off. Returns those.
    ///
    /// A city may sign with number and date already printed, or with dots in their place.
    package func uploadSignedPaper(
        _ bytes: [UInt8], name: String, of id: Int, site: String, key: String,
        for viewer: Viewer
    ) async throws(Problem) -> [PaperDifference] {
        try viewer.require(.issueDecrees)
        try region.uploads.require(bytes.count, .decree, file: nil)
        let signed = try await PDFText(bytes).pages
        let act = act(viewer, "decree-file", key: key)
        let lines = try await store.annex(of: id, .restricted, by: act)
        let papers = try await papers(id, lines, .restricted, site)
        let comparison = PaperComparison(additions: region.decrees.additions)
        var best: [PaperDifference]?
        for isNumbered in [true, false] {
            let draft = try await PDFText(try papers.paper(numbered: isNumbered).pdf()).pages
            let found = comparison.differences(draft: draft, signed: signed)
            if best.map({ found.count < $0.count }) ?? true { best = found }
            if found.isEmpty { break }
        }
        let differences = best ?? []
        try await store.keepSignedPaper(
            bytes, of: id, name: Desk.fileName(name),
            digest: Hexadecimal.text(
                Array(SHA256.hash(data: bytes))), pages: signed.count, differences: differences,
            by: act)
        return differences
    }

    private func papers(
        _ id: Int, _ lines: [DecreeLine], _ edition: AnnexText.Edition, _ site: String
    ) async throws(Problem) -> DecreePapers {
        guard let record = try await store.decree(id, region.decrees) else {
            throw Problem.decreeUnknown()
        }
        let funds = try await store.funds().map { ($0.fund.id, $0.fund) }
        return DecreePapers(
            region: region, record: record, lines: lines,
            before: try await store.annexBefore(of: id), edition: edition,
            funds: Dictionary(funds) { first, _ in first }, site: record.site ?? site)
    }

    /// What a browser calls a file, without what could lead anywhere.
    private static func fileName(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let kept = String(last.filter { !$0.isNewline && $0 != "\0" }.prefix(80))
        return kept.isEmpty ? "sk.pdf" : kept
    }
}
