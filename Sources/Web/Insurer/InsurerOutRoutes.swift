import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/bpjs`: the exchange with the insurer.
    func addInsurerRoutes(to router: Router<WebContext>) {
        router.get("/kerja/bpjs/keluar") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.insurerOut)
            return try await insurerOutPage(request, visitor, viewer)
        }
        router.post("/kerja/bpjs/keluar") { request, context in
            let (_, viewer, form) = try await insurerForm(request, context)
            let isEnd = form["jenis"] == InsurerOutPage.endKind
            let id = try await desk.makeEnrolmentFile(
                form["dana"] ?? "", isEnd ? .end : .enrol, key: form["kunci"] ?? "", for: viewer)
            // Nobody waits any more: somebody else made the file meanwhile.
            return Response.redirect(
                to: id.map { Address.insurerFile($0) } ?? Address.insurerOut, type: .normal)
        }
        router.post("/kerja/bpjs/keluar/jawaban") { request, context in
            let (_, viewer, _) = try await insurerForm(request, context)
            let files = try await desk.fetchInsurerAnswers(for: viewer)
            return Response.redirect(
                to: "\(Address.insurerOut)?masuk=\(files.count)", type: .normal)
        }
        addInsurerFileRoutes(to: router)
        addInsurerInRoutes(to: router)
    }

    private func insurerOutPage(
        _ request: Request, _ visitor: Visitor, _ viewer: Viewer
    ) async throws -> Response {
        let files = try await desk.insurerFiles(.out, for: viewer)
        var late: [Int: Day] = [:]
        for record in files { late[record.file.id] = lateDay(record) }
        let view = InsurerPresenter.OutView(
            queues: try await desk.enrolmentQueues(for: viewer),
            ends: try await desk.enrolmentQueues(.end, for: viewer), files: files, late: late,
            hasService: facts.region.insurer.service != nil,
            fetched: request.uri.queryParameters["masuk"].flatMap { Int($0) })
        return try page(
            InsurerPresenter.out(view, try await desk.insurerFunds(for: viewer)), request, visitor)
    }

    /// The day by which a file should have been answered; nil unless somebody in it still waits
    /// after that day.
    private func lateDay(_ record: InsurerFileRecord) -> Day? {
        guard record.file.way == .out, record.figures.waiting > 0 else { return nil }
        let due = desk.insurerAnswerDue(record.file)
        return due < .jakarta(at: .now()) ? due : nil
    }

    private func addInsurerFileRoutes(to router: Router<WebContext>) {
        router.get("/kerja/bpjs/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            return try await insurerFilePage(try pathID(context), request, visitor, viewer)
        }
        router.post("/kerja/bpjs/{id}/unduh") { request, context in
            let (_, viewer, _) = try await insurerForm(request, context)
            guard let file = try await desk.enrolmentFile(try pathID(context), for: viewer)
            else { throw HTTPError(.notFound) }
            return download(file, request)
        }
        router.post("/kerja/bpjs/{id}/serah") { request, context in
            let (visitor, viewer, form) = try await insurerForm(request, context)
            let id = try pathID(context)
            let manner = Text.trimmed(form["cara"] ?? "")
            guard !manner.isEmpty else {
                return try await insurerFilePage(
                    id, request, visitor, viewer, trouble: WebApp.noManner())
            }
            guard try await desk.handOver(id, manner, for: viewer) else {
                throw HTTPError(.notFound)
            }
            return Response.redirect(to: Address.insurerFile(id), type: .normal)
        }
        router.post("/kerja/bpjs/{id}/layanan") { request, context in
            let (visitor, viewer, _) = try await insurerForm(request, context)
            let id = try pathID(context)
            var trouble: Problem?
            do throws(Problem) { try await desk.sendInsurerFile(id, for: viewer) } catch {
                trouble = error
            }
            guard let trouble else {
                return Response.redirect(to: Address.insurerFile(id), type: .normal)
            }
            guard trouble.kind != .notFound else { throw HTTPError(.notFound) }
            return try await insurerFilePage(id, request, visitor, viewer, trouble: trouble)
        }
    }

    /// A page of lines of one file.
    func insurerFilePage(
        _ id: Int, _ request: Request, _ visitor: Visitor, _ viewer: Viewer,
        trouble: Problem? = nil
    ) async throws -> Response {
        guard let record = try await desk.insurerFile(id, for: viewer) else {
            throw HTTPError(.notFound)
        }
        let query = request.uri.queryParameters
        let groups = InsurerPresenter.groups(record)
        let asked = query["kelompok"].flatMap { InsurerFilePage.Group(rawValue: String($0)) }
        let group = asked ?? groups.first { $0.count > 0 }?.group ?? groups.first?.group ?? .known
        let lines = try await desk.insurerLines(
            of: id, [InsurerPresenter.effect(group)],
            after: query["sesudah"].flatMap { Int($0) } ?? 0,
            limit: WebApp.insurerRowsShown + 1, for: viewer)
        let shown = Array(lines.prefix(WebApp.insurerRowsShown))
        let view = InsurerPresenter.FileView(
            record: record, group: group, lines: shown,
            last: lines.count > shown.count ? shown.last?.line : nil,
            isKnown: query["sama"] != nil, late: lateDay(record),
            month: Day.jakarta(at: .now()).month, trouble: trouble)
        return try page(
            InsurerPresenter.file(facts, view, try await desk.insurerFunds(for: viewer)),
            request, visitor, status: trouble == nil ? .ok : .unprocessableContent)
    }

    static let insurerRowsShown = 100

    private func download(_ file: EnrolmentFile, _ request: Request) -> Response {
        let isText = file.name.hasSuffix(".csv")
        var response = body(
            file.bytes,
            isText
                ? "text/csv; charset=utf-8"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", request)
        response.headers[.contentDisposition] = "attachment; filename=\"\(file.name)\""
        return response
    }

    /// Whoever sent a form of these pages, and what it holds.
    func insurerForm(
        _ request: Request, _ context: WebContext
    ) async throws -> (Visitor, Viewer, [String: String]) {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.insurerOut)
        let form = try await form(request)
        try requireToken(form, session)
        try viewer.require(.exchangeInsurer)
        return (visitor, viewer, form)
    }

    private static func noManner() -> Problem {
        Problem(
            .input, "insurer-manner",
            Phrase(
                "Cara penyerahan belum diisi.", en: "How the file was handed over is not filled in."
            ),
            do: Phrase(
                "Tulis lewat apa dan kepada siapa berkas diserahkan.",
                en: "Write how and to whom the file was handed over."))
    }
}
