package import Civic
package import Intake
import Store

/// What somebody does to one row.
package enum RowAction: Sendable, Hashable {
    /// Other values of some columns.
    case values([Column: String])
    /// Takes what the program proposes about the thing of this code.
    case suggestion(String)
    /// Of two birth dates, the one in the number.
    case birthOfNumber
    /// Leaves as they are the things that may be left so.
    case settle
    case ignore
    case takeIn
}

/// What a file of corrected rows changed.
package struct CorrectionReport: Sendable, Hashable {
    package let changed: Int
    package let unchanged: Int
    /// Rows that the list does not have, or that were sent.
    package let unknown: Int
}

extension Desk {
    /// Corrects one row and looks at it again, and at rows that spoke of it.
    ///
    /// - Throws: `proposal-moved` when the list was sent or somebody changed the row meanwhile.
    package func correct(
        _ record: Int, of id: Int, version: Int, _ action: RowAction, for viewer: Viewer
    ) async throws(Problem) {
        let scope = try viewer.scope(for: .propose)
        guard let list = try await store.proposalList(id, in: scope),
            let row = try await store.proposalRows(of: id, in: scope, records: [record]).first
        else { throw Problem.proposalMoved() }
        guard row.version == version else { throw Desk.rowMoved(record) }
        try await correct([row.after(action)], of: list, scope, viewer)
    }

    private func correct(
        _ rows: [ProposalRow], of list: ProposalList, _ scope: Scope, _ viewer: Viewer
    ) async throws(Problem) {
        let act = Act(actor: viewer.account.login, at: .now())
        let checker = ProposalChecker(
            region: region, today: .jakarta(at: act.at), place: list.place)
        let checked = try await checker.check(rows, of: list, in: store)
        let count = try await store.correct(checked, of: list.id, in: scope, by: act)
        guard count == checked.count else {
            throw Desk.rowMoved(rows.first?.record ?? 0)
        }
        // Rows that repeated a number may be alone with it now.
        let records = Set(rows.map(\.record))
        let others = try await store.proposalRows(
            of: list.id, in: scope, code: Desk.pairCodes, limit: Desk.pairedMax
        ).filter { !records.contains($0.record) }
        guard !others.isEmpty else { return }
        for row in try await checker.check(others, of: list, in: store) {
            _ = try await store.correct([row], of: list.id, in: scope, by: act)
        }
    }

    /// Issues that speak of another row of the list.
    private static let pairCodes = [
        ProposalIssue.nikTwice.rawValue, ProposalIssue.repeated.rawValue,
    ]
    private static let pairedMax = 200

    // MARK: Rows that are typed

    /// Begins a list that is typed row by row; the same form begins it once.
    package func beginTyped(
        rw: Int?, key: String, for viewer: Viewer
    ) async throws(Problem) -> Int {
        let place = try ownPlace(of: viewer)
        let outcome = try await store.openProposals(
            NewProposalList(
                kind: .typed, place: place, rw: rw, file: "",
                digest: Fingerprint.of("typed \(viewer.account.login) \(key)"), headings: [],
                columns: nil, warnings: [], rows: []),
            by: Act(actor: viewer.account.login, at: .now()))
        switch outcome {
        case .created(let id), .known(let id): return id
        }
    }

    package func addTyped(
        _ values: [Column: String], to id: Int, key: String, for viewer: Viewer
    ) async throws(Problem) {
        let scope = try viewer.scope(for: .propose)
        guard let list = try await store.proposalList(id, in: scope), list.kind == .typed else {
            throw Problem.proposalMoved()
        }
        let act = Act(actor: viewer.account.login, at: .now(), key: "row \(id) \(key)")
        let row = ProposalRow(
            record: list.rowCount + 1, state: .raw, codes: [], settled: [], rw: nil, isCut: false,
            nameKey: "", birth: nil, nik: nil,
            content: ProposalContent(
                values: Dictionary(
                    uniqueKeysWithValues: values.filter { !$0.value.isEmpty }.map {
                        ($0.key.rawValue, $0.value)
                    })), version: 1)
        let checker = ProposalChecker(
            region: region, today: .jakarta(at: act.at), place: list.place)
        guard let checked = try await checker.check([row], of: list, in: store).first else {
            return
        }
        try await store.addRow(checked, to: id, in: scope, by: act)
    }

    // MARK: Rows that come back in a file

    /// Takes corrected rows by their numbers; only what differs is changed, and only those rows.
    package func correctFile(
        _ bytes: [UInt8], fileName: String, of id: Int, for viewer: Viewer
    ) async throws(Problem) -> CorrectionReport {
        let scope = try viewer.scope(for: .propose)
        try region.uploads.require(
            bytes.count, try uploadKind(for: viewer), file: UploadReader.shown(fileName))
        guard let list = try await store.proposalList(id, in: scope), let agency = region.nominator
        else { throw Problem.proposalMoved() }
        let upload = try UploadReader(context: region.intake(asOf: .jakarta(at: .now()))).read(
            bytes: bytes, fileName: fileName, agency: agency)
        let corrections = try Corrections(upload, region)
        let rows = try await store.proposalRows(
            of: id, in: scope, records: corrections.records)
        var changed: [ProposalRow] = []
        for row in rows where row.state != .sent {
            let after = corrections.applied(to: row)
            if after.content.values != row.content.values { changed.append(after) }
        }
        for part in changed.inParts(of: ProposalWork.batch) {
            try await correct(part, of: list, scope, viewer)
        }
        return CorrectionReport(
            changed: changed.count, unchanged: rows.count - changed.count,
            unknown: corrections.records.count - rows.count)
    }

    static func rowMoved(_ record: Int) -> Problem {
        Problem(
            .conflict, "proposal-row-moved",
            Phrase(
                "Baris \(record) baru saja diubah orang lain.",
                en: "Somebody else has just changed row \(record)."),
            do: Phrase(
                "Buka lagi halamannya, lalu perbaiki baris itu.",
                en: "Open the page again and correct the row."))
    }
}

extension ProposalRow {
    /// The row as an action leaves it, still to be looked at.
    func after(_ action: RowAction) -> ProposalRow {
        var content = content
        var settled = settled
        var isCut = isCut
        switch action {
        case .values(let values):
            for (column, text) in values {
                // A typed number is one that nobody cut.
                if column == .nik { isCut = false }
                content.values[column.rawValue] = text.isEmpty ? nil : text
            }
            settled = settled.intersection([ProposalIssue.leftOut.rawValue])
        case .suggestion(let code):
            guard let note = content.notes.first(where: { $0.code == code }),
                let value = note.details["saran"], let column = note.details["saran_kolom"]
            else { break }
            content.values[column] = value
            if column == Column.nik.rawValue { isCut = false }
        case .birthOfNumber:
            let note = content.notes.first { $0.code == ProposalIssue.birthDiffers.rawValue }
            guard let day = note?.details["nik_tanggal"], !day.isEmpty else { break }
            content.values[Column.birthDate.rawValue] = ProposalSentence.written(day)
            content.values[Column.birthPlaceAndDate.rawValue] = nil
        case .settle:
            settled.formUnion(
                content.notes.filter { ProposalIssue($0)?.canBeSettled ?? false }.map(\.code))
        case .ignore: settled.insert(ProposalIssue.leftOut.rawValue)
        case .takeIn:
            settled.remove(ProposalIssue.leftOut.rawValue)
            settled.formUnion(
                content.notes.filter { ProposalIssue($0)?.weight == .skip }.map(\.code)
                    .filter { $0 != ProposalIssue.leftOut.rawValue })
        }
        return ProposalRow(
            record: record, state: state, codes: codes, settled: settled, rw: rw, isCut: isCut,
            nameKey: nameKey, birth: birth, nik: nik, content: content, number: number,
            version: version)
    }
}

/// Rows of a file that somebody downloaded, corrected and sent back.
private struct Corrections {
    private let columns: [(field: Int, column: Column)]
    private let rows: [Int: [String]]

    var records: [Int] { rows.keys.sorted() }

    init(_ upload: UploadedList, _ region: Region) throws(Problem) {
        guard let numbers = upload.headings.firstIndex(of: ProposalSheets.rowTitle) else {
            throw Corrections.withoutNumbers(upload.fileName)
        }
        columns = upload.headings.enumerated().compactMap { field, heading in
            guard field != numbers, heading != ProposalSheets.troubleTitle else { return nil }
            return region.headings.column(headed: heading).map { (field, $0) }
        }
        var rows: [Int: [String]] = [:]
        for row in upload.rows where numbers < row.cells.count {
            if let record = Int(row.cells[numbers]) { rows[record] = row.cells }
        }
        self.rows = rows
    }

    func applied(to row: ProposalRow) -> ProposalRow {
        guard let cells = rows[row.record] else { return row }
        var values: [Column: String] = [:]
        for (field, column) in columns {
            let text = field < cells.count ? cells[field] : ""
            // A masked number was not touched; an apostrophe in front of it is ours.
            if column == .nik, text.contains("•") { continue }
            if (row.content.values[column.rawValue] ?? "") != text { values[column] = text }
        }
        return values.isEmpty ? row : row.after(.values(values))
    }

    private static func withoutNumbers(_ file: String?) -> Problem {
        Problem(
            .input, "correction-without-rows",
            Phrase(
                "Kolom \(ProposalSheets.rowTitle) tidak ada di berkas ini.",
                en: "This file has no column \(ProposalSheets.rowTitle)."),
            at: file.map { Spot(file: $0) },
            do: Phrase(
                "Pakai berkas yang diunduh dari halaman ini, tanpa menghapus kolom itu.",
                en: "Use the file that was downloaded here, without removing the column."))
    }
}

extension Array {
    /// Runs of at most `length`, in order.
    fileprivate func inParts(of length: Int) -> [[Element]] {
        stride(from: 0, to: count, by: length).map {
            Array(self[$0..<Swift.min($0 + length, count)])
        }
    }
}
