import Civic
import HTTPTypes
import Hummingbird
import Intake
import NIOCore
import Office
import Pages
import Store

extension WebApp {
    private static let rowsPerPage = 50

    /// `/kerja/usulan/{id}`: one list, its columns, its rows and their correction.
    func addProposalListRoutes(to router: Router<WebContext>) {
        router.get("/kerja/usulan/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let list = try await proposal(context, viewer)
            if list.state == .columns {
                return Response.redirect(to: Address.proposalColumns(list.id), type: .normal)
            }
            return try await listPage(list, request, visitor, viewer)
        }
        router.get("/kerja/usulan/{id}/kolom") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let list = try await proposal(context, viewer)
            guard list.state == .columns else {
                return Response.redirect(to: Address.proposal(list.id), type: .normal)
            }
            return try page(
                ProposalPresenter.columns(
                    list, try await desk.guessedColumns(of: list, for: viewer)), request, visitor)
        }
        router.post("/kerja/usulan/{id}/kolom") { request, context in
            try await chooseColumns(request, context)
        }
        router.post("/kerja/usulan/{id}/baris/{record}") { request, context in
            try await correctRow(request, context)
        }
        router.post("/kerja/usulan/{id}/unggah") { request, context in
            try await correctFile(request, context)
        }
        router.get("/kerja/usulan/{id}/kemajuan") { request, context in
            try await progress(request, context)
        }
    }

    func listPage(
        _ list: ProposalList, _ request: Request, _ visitor: Visitor, _ viewer: Viewer,
        trouble: Problem? = nil
    ) async throws -> Response {
        let query = request.uri.queryParameters
        let group =
            query["kelompok"].flatMap { ProposalPage.Group(rawValue: String($0)) }
            ?? ProposalPresenter.firstGroup(list)
        let after = query["sesudah"].flatMap { Int($0) } ?? 0
        let rows = try await desk.proposalRows(
            of: list.id, states: [ProposalPresenter.state(group)], after: after,
            limit: WebApp.rowsPerPage + 1, for: viewer)
        let shown = rows.prefix(WebApp.rowsPerPage)
        let hasMore = rows.count > WebApp.rowsPerPage
        return try page(
            ProposalPage(
                item: ProposalPresenter.item(facts, list),
                counts: ProposalPresenter.counts(list), checked: list.checked,
                warnings: list.warnings.map(\.sentence), group: group,
                rows: shown.map { ProposalPresenter.row(facts, $0) },
                nextHref: hasMore
                    ? shown.last.map {
                        "\(Address.proposal(list.id, group.rawValue))&sesudah=\($0.record)"
                    } : nil,
                notice: notice(request), trouble: trouble,
                script: assets.address(of: "usulan.js")), request, visitor,
            status: trouble == nil ? .ok : .unprocessableContent)
    }

    private func notice(_ request: Request) -> ProposalPage.Notice? {
        let query = request.uri.queryParameters
        if query["sama"] != nil { return .same }
        if query["tersimpan"] != nil { return .saved(ProposalPresenter.moment(.now())) }
        guard let text = query["perbaikan"] else { return nil }
        let counts = text.split(separator: "-").compactMap { Int($0) }
        return counts.count == 3
            ? .corrected(changed: counts[0], unchanged: counts[1], unknown: counts[2]) : nil
    }

    private func chooseColumns(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.proposals)
        let form = try await form(request)
        try requireToken(form, session)
        let list = try await proposal(context, viewer)
        var columns: [Column?] = []
        while let chosen = form["kolom\(columns.count)"] {
            let column = Column(rawValue: chosen)
            // Each meaning once: of two, the first counts.
            columns.append(column.flatMap { columns.contains($0) ? nil : $0 })
        }
        do throws(Problem) {
            try await desk.chooseColumns(columns, of: list.id, for: viewer)
        } catch {
            guard error.kind == .input else { throw error }
            let guess = try await desk.guessedColumns(of: list, for: viewer)
            return try page(
                ProposalPresenter.columns(list, guess, trouble: error), request, visitor,
                status: .unprocessableContent)
        }
        return Response.redirect(to: Address.proposal(list.id), type: .normal)
    }

    private func correctRow(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.proposals)
        let form = try await form(request)
        try requireToken(form, session)
        let list = try await proposal(context, viewer)
        guard let record = context.parameters.get("record").flatMap({ Int($0) }),
            let version = form["versi"].flatMap({ Int($0) })
        else { throw HTTPError(.notFound) }
        do throws(Problem) {
            try await desk.correct(
                record, of: list.id, version: version, action(form), for: viewer)
        } catch {
            guard error.kind == .conflict else { throw error }
            return try await listPage(list, request, visitor, viewer, trouble: error)
        }
        let group = form["kelompok"].flatMap { ProposalPage.Group(rawValue: $0) } ?? .look
        return Response.redirect(
            to: "\(Address.proposal(list.id, group.rawValue))&tersimpan=1", type: .normal)
    }

    private func action(_ form: [String: String]) -> RowAction {
        let action = form["aksi"] ?? "simpan"
        if action.hasPrefix("saran:") { return .suggestion(String(action.dropFirst(6))) }
        switch action {
        case "tanggal-nik": return .birthOfNumber
        case "terima": return .settle
        case "abaikan": return .ignore
        case "pakai": return .takeIn
        default:
            var values = columnValues(form)
            // An empty field stands for the masked number beside it.
            if values[.nik]?.isEmpty ?? false { values[.nik] = nil }
            return .values(values)
        }
    }

    private func correctFile(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.proposals)
        let list = try await proposal(context, viewer)
        let kind = try desk.uploadKind(for: viewer)
        guard let form = try await multipart(request, limit: desk.region.uploads.bytes(kind))
        else {
            return try await listPage(
                list, request, visitor, viewer,
                trouble: desk.region.uploads.tooLarge(kind, file: nil))
        }
        try requireToken(form.fields, session)
        guard let file = form.files["berkas"], !file.bytes.isEmpty else {
            return try await listPage(
                list, request, visitor, viewer, trouble: Problem.noFileChosen())
        }
        do throws(Problem) {
            let report = try await desk.correctFile(
                file.bytes, fileName: file.name, of: list.id, for: viewer)
            let counts = "\(report.changed)-\(report.unchanged)-\(report.unknown)"
            return Response.redirect(
                to: "\(Address.proposal(list.id))?perbaikan=\(counts)", type: .normal)
        } catch {
            guard error.kind == .input || error.kind == .conflict else { throw error }
            return try await listPage(list, request, visitor, viewer, trouble: error)
        }
    }

    // MARK: Progress

    /// Seconds between two looks, and how many before a connection ends: browsers come back by
    /// themselves, and a server that stops need not wait long.
    private static let looks = (pause: 1, count: 25)

    /// Server-sent events while a node works on a list.
    private func progress(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try await visitor(request, context)
        let (viewer, _) = try visitor.signedIn(wanting: Address.proposals)
        let list = try await proposal(context, viewer)
        let (desk, language, templates, site) = (desk, visitor.language, templates, site)
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                for _ in 0..<WebApp.looks.count {
                    let now = try await desk.proposal(list.id, for: viewer)
                    let isOver = now.map { $0.state != .checking && $0.state != .sending } ?? true
                    let text = templates.sentence(
                        "proposal-progress",
                        [
                            "selesai": NumberText.grouped(now?.checked ?? 0),
                            "semua": NumberText.grouped(now?.rowCount ?? 0),
                        ], of: site, in: language)
                    let event =
                        "data: {\"done\":\(now?.checked ?? 0),\"over\":\(isOver),\"text\":\"\(text)\"}\n\n"
                    try await writer.write(ByteBuffer(string: event))
                    if isOver { break }
                    try await Task.sleep(for: .seconds(WebApp.looks.pause))
                }
                try await writer.finish(nil)
            })
    }
}
