package import Civic
package import Intake
package import Store

/// Lists of proposed people that come in through the browser.
extension Desk {
    private static let listsMax = 100

    /// The lists in the viewer's reach, newest first.
    package func proposals(for viewer: Viewer) async throws(Problem) -> [ProposalList] {
        try await store.proposalLists(
            in: try viewer.scope(for: .propose), limit: Desk.listsMax)
    }

    /// Nil when there is no such list in the viewer's reach.
    package func proposal(_ id: Int, for viewer: Viewer) async throws(Problem) -> ProposalList? {
        try await store.proposalList(id, in: try viewer.scope(for: .propose))
    }

    package func proposalRows(
        of id: Int, states: [ProposalRow.State], after record: Int, limit: Int,
        for viewer: Viewer
    ) async throws(Problem) -> [ProposalRow] {
        try await store.proposalRows(
            of: id, in: try viewer.scope(for: .propose), states: states, after: record,
            limit: limit)
    }

    package func proposalRow(
        _ record: Int, of id: Int, for viewer: Viewer
    ) async throws(Problem) -> ProposalRow? {
        try await store.proposalRows(
            of: id, in: try viewer.scope(for: .propose), records: [record]
        ).first
    }

    /// How much the viewer may send at once.
    package func uploadKind(for viewer: Viewer) throws(Problem) -> UploadLimits.Kind {
        try viewer.scope(for: .propose) == .city ? .background : .proposal
    }

    // MARK: A list comes in

    /// Takes in a file; the same file again leads to the list that it made.
    package func upload(
        _ bytes: [UInt8], fileName: String, rw: Int?, for viewer: Viewer
    ) async throws(Problem) -> ProposalCreation {
        let kind = try uploadKind(for: viewer)
        try region.uploads.require(bytes.count, kind, file: UploadReader.shown(fileName))
        return try await take(.file, rw, viewer) { reader, agency, columns throws(Problem) in
            try reader.read(
                bytes: bytes, fileName: fileName, agency: agency, columns: columns)
        }
    }

    /// Takes in cells that were copied from a spreadsheet.
    package func paste(
        _ text: String, rw: Int?, for viewer: Viewer
    ) async throws(Problem) -> ProposalCreation {
        let kind = try uploadKind(for: viewer)
        try region.uploads.require(text.utf8.count, kind, file: nil)
        return try await take(.paste, rw, viewer) { reader, agency, columns throws(Problem) in
            try reader.read(pasted: text, agency: agency, columns: columns)
        }
    }

    private func take(
        _ kind: ProposalList.Kind, _ rw: Int?, _ viewer: Viewer,
        _ read: (UploadReader, Agency, [Column?]?) throws(Problem) -> UploadedList
    ) async throws(Problem) -> ProposalCreation {
        let place = try ownPlace(of: viewer)
        let act = Act(actor: viewer.account.login, at: .now())
        let reader = UploadReader(context: region.intake(asOf: .jakarta(at: act.at)))
        guard let agency = region.nominator else { throw Desk.noNominator() }
        var list = try read(reader, agency, nil)
        let remembered = try await store.rememberedColumns(
            of: Desk.memoryOwner(place), headings: list.headings
        )?.map { $0.flatMap(Column.init(rawValue:)) }
        if let remembered, remembered != list.columns {
            list = try read(reader, agency, remembered)
        }
        let isKnown =
            remembered != nil || ProposalSheets(region: region).isTemplate(list.headings)
        let outcome = try await store.openProposals(
            NewProposalList(
                kind: kind, place: place, rw: rw, file: list.fileName ?? "", digest: list.digest,
                headings: list.headings,
                columns: isKnown && list.holdsPeople ? list.columns.map { $0?.rawValue } : nil,
                warnings: list.warnings.map(Desk.warning),
                rows: list.rows.map { row in
                    NewProposalList.Row(
                        record: row.number, cells: row.cells,
                        isCut: row.faults.contains { $0.code == .nikCutByExcel })
                }), by: act)
        if case .created(let id) = outcome, isKnown, list.holdsPeople {
            try await look(at: id, list.rows.count, act, viewer)
        }
        return outcome
    }

    /// Looks at the rows at once, or leaves a long list to a node.
    private func look(
        at id: Int, _ rows: Int, _ act: Act, _ viewer: Viewer
    ) async throws(Problem) {
        if rows <= region.uploads.rowsAtOnce(try uploadKind(for: viewer)) {
            try await ProposalWork(store, region, law).check(id, by: act)
        } else {
            try await store.enqueue(
                [ProposalJob.job(.checkProposals, id, for: act.actor, at: act.at)], at: act.at)
        }
    }

    /// What the columns of a list seem to mean, for whoever is asked.
    package func guessedColumns(
        of list: ProposalList, for viewer: Viewer
    ) async throws(Problem) -> (columns: [Column?], preview: [[String]]) {
        let rows = try await proposalRows(
            of: list.id, states: [.raw], after: 0, limit: Desk.guessedFrom, for: viewer)
        let cells = rows.compactMap(\.content.cells)
        let act = Act(actor: viewer.account.login, at: .now())
        guard let agency = region.nominator else { throw Desk.noNominator() }
        let text = ([list.headings] + cells).map { line in
            line.map { $0.split { $0 == "\t" || $0 == "\n" }.joined(separator: " ") }
                .joined(separator: "\t")
        }.joined(separator: "\n")
        let width = max(list.headings.count, cells.map(\.count).max() ?? 0)
        let read = try? UploadReader(context: region.intake(asOf: .jakarta(at: act.at)))
            .read(pasted: text, agency: agency)
        var columns = read?.columns ?? []
        while columns.count < width { columns.append(nil) }
        return (Array(columns.prefix(width)), Array(cells.prefix(Desk.shownRows)))
    }

    private static let guessedFrom = 50
    private static let shownRows = 5

    /// Says what the columns mean; remembered for the next list with these headings.
    package func chooseColumns(
        _ columns: [Column?], of id: Int, for viewer: Viewer
    ) async throws(Problem) {
        let scope = try viewer.scope(for: .propose)
        guard let list = try await store.proposalList(id, in: scope) else {
            throw Problem.proposalMoved()
        }
        guard columns.contains(where: { $0 == .nik || $0 == .name }) else {
            throw Desk.noPeople()
        }
        let act = Act(actor: viewer.account.login, at: .now())
        let names = columns.map { $0?.rawValue }
        try await store.setColumns(
            names, of: id, in: scope,
            remember: ColumnMemory(
                owner: Desk.memoryOwner(list.place), headings: list.headings, columns: names),
            by: act)
        try await look(at: id, list.rowCount, act, viewer)
    }

    // MARK: The end of a list

    package func undoProposal(_ id: Int, for viewer: Viewer) async throws(Problem) {
        try await store.undoProposals(
            id, in: try viewer.scope(for: .propose),
            by: Act(actor: viewer.account.login, at: .now()))
    }

    /// Sends the ready rows of a list; twice changes nothing. A long one is left to a node.
    package func sendProposal(_ id: Int, for viewer: Viewer) async throws(Problem) {
        let scope = try viewer.scope(for: .propose)
        let act = Act(actor: viewer.account.login, at: .now())
        guard let list = try await store.proposalList(id, in: scope) else {
            throw Problem.proposalMoved()
        }
        if list.state == .sent || list.state == .sending { return }
        let ready = list.counts[.ready] ?? 0
        guard ready > region.uploads.rowsAtOnce(try uploadKind(for: viewer)) else {
            return try await ProposalWork(store, region, law).send(id, in: scope, by: act)
        }
        try await store.queueSending(id, in: scope, by: act)
        try await store.enqueue(
            [ProposalJob.job(.sendProposals, id, for: act.actor, at: act.at)], at: act.at)
    }

    // MARK: Workbooks

    package func proposalTemplate(for viewer: Viewer) throws(Problem) -> [UInt8] {
        try viewer.require(.propose)
        return try ProposalSheets(region: region).template(on: .jakarta(at: .now()))
    }

    /// The rows that still need somebody, as a workbook to correct; recorded, as full numbers leave
    /// the house. Nil for a list out of reach.
    package func proposalCorrections(
        of id: Int, for viewer: Viewer
    ) async throws(Problem) -> [UInt8]? {
        guard let list = try await proposal(id, for: viewer) else { return nil }
        let rows = try await proposalRows(
            of: id, states: [.look, .unreadable], after: 0, limit: Int(Int32.max), for: viewer)
        let act = Act(actor: viewer.account.login, at: .now())
        let isRevealed = viewer.may(.revealNIK)
        if isRevealed { try await store.noteDownload(of: id, rows: rows.count, by: act) }
        let today = Day.jakarta(at: act.at)
        return try ProposalSheets(region: region).corrections(
            rows, isRevealed: isRevealed,
            notes: [
                ("Daftar", "\(list.id)"), ("Tanggal", today.iso),
                ("Diunduh oleh", viewer.account.name),
                ("Isi", "Baris yang perlu dilihat dan yang tidak bisa dibaca"),
                (
                    "Cara",
                    "Perbaiki sel yang salah, simpan, lalu unggah lagi di halaman yang sama. Kolom \(ProposalSheets.rowTitle) jangan diubah."
                ),
            ], on: today)
    }

    // MARK: Where lists belong

    /// The place of the viewer's lists: its first place; nil for somebody of the whole city.
    func ownPlace(of viewer: Viewer) throws(Problem) -> PlaceCode? {
        let scope = try viewer.scope(for: .propose)
        guard let areas = scope.areas, scope.agency == nil else {
            if scope == .city { return nil }
            throw Desk.noPlace()
        }
        guard let first = areas.first else { throw Desk.noPlace() }
        return first
    }

    static func memoryOwner(_ place: PlaceCode?) -> String {
        place.map { "area:\($0)" } ?? "city"
    }

    private static func warning(_ problem: Problem) -> DeliveryWarning {
        DeliveryWarning(
            code: problem.code,
            sentence: Phrase(
                "\(problem.what.indonesian) \(problem.remedy.indonesian)",
                en: "\(problem.what.english) \(problem.remedy.english)"))
    }

    private static func noPlace() -> Problem {
        Problem(
            .forbidden, "proposal-no-place",
            Phrase("Akun Anda belum punya wilayah.", en: "Your account has no place yet."),
            do: Phrase(
                "Minta admin menambahkan wilayah.", en: "Ask the administrator to add one."))
    }

    private static func noNominator() -> Problem {
        Problem(
            .service, "proposal-no-agency",
            Phrase(
                "Wilayah ini tidak punya instansi pengusul.",
                en: "This region has no agency that proposes people."),
            do: Phrase(
                "Tambahkan instansi dengan peran nomination di agencies.yaml.",
                en: "Add an agency of role nomination to agencies.yaml."))
    }

    private static func noPeople() -> Problem {
        Problem(
            .input, "proposal-no-people",
            Phrase("Pilih kolom NIK atau nama.", en: "Choose the column of NIKs or of names."),
            do: Phrase(
                "Tanpa salah satunya, kami tidak tahu siapa yang diusulkan.",
                en: "Without one of them nobody knows who is proposed."))
    }
}
