import Civic
import HTTPTypes
import Hummingbird
import Intake
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/acuan`: an agency's own list; POST replaces it.
    func addReferenceRoutes(to router: Router<WebContext>) {
        router.get("/kerja/acuan") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.references)
            var reply = ReferenceReply()
            if request.uri.queryParameters["baru"] != nil,
                let list = try await desk.referenceLists(for: viewer).first
            {
                reply.notice = .kept(rows: list.kept, read: list.read)
            }
            return try await referencesPage(request, visitor, viewer, reply)
        }
        router.post("/kerja/acuan") { request, context in
            try await replaceReferences(request, try await visitor(request, context))
        }
    }

    /// What the page says besides what is stored.
    private struct ReferenceReply {
        var columns: [ReferencesPage.Column] = []
        var notice: ReferencesPage.Notice?
        var typed = ReferencesPage.Typed()
        var pasted = ""
        var status = HTTPResponse.Status.ok
    }

    private func referencesPage(
        _ request: Request, _ visitor: Visitor, _ viewer: Viewer, _ reply: ReferenceReply
    ) async throws -> Response {
        let voice = try await desk.voice(of: viewer)
        let lists = try await desk.referenceLists(for: viewer)
        return try page(
            ReferencesPresenter.page(
                voice, lists, on: .jakarta(at: .now()), columns: reply.columns,
                notice: reply.notice, typed: reply.typed, pasted: reply.pasted, key: FormKey.new()),
            request, visitor, status: reply.status)
    }

    private func replaceReferences(
        _ request: Request, _ visitor: Visitor
    ) async throws -> Response {
        let (viewer, session) = try visitor.signedIn(wanting: Address.references)
        try viewer.require(.answer)
        let limits = facts.region.uploads
        guard let form = try await multipart(request, limit: limits.bytes(.reference)) else {
            return try await referencesPage(
                request, visitor, viewer,
                ReferenceReply(
                    notice: .problem(limits.tooLarge(.reference, file: nil)),
                    status: .contentTooLarge))
        }
        try requireToken(form.fields, session)
        var reply = ReferenceReply(
            typed: ReferencesPage.Typed(
                day: form.fields["tgl"] ?? "", month: form.fields["bln"] ?? "",
                year: form.fields["thn"] ?? ""),
            pasted: form.fields["tempel"] ?? "", status: .unprocessableContent)
        guard let content = content(form) else {
            reply.notice = .nothingSent
            return try await referencesPage(request, visitor, viewer, reply)
        }
        guard let day = typedDay(reply.typed) else {
            reply.notice = .noDay
            return try await referencesPage(request, visitor, viewer, reply)
        }
        do {
            let outcome = try await desk.replaceReferences(
                ReferenceUpload(content: content, dataDay: day, columns: columns(form)),
                key: form.fields["kunci"] ?? "", for: viewer)
            switch outcome {
            case .kept: return Response.redirect(to: Address.newReferences, type: .normal)
            case .needsColumns(let list):
                reply.columns = ReferencesPresenter.columns(list)
                reply.notice = .columns
            }
        } catch {
            guard error.kind == .input else { throw error }
            reply.notice = .problem(error)
        }
        return try await referencesPage(request, visitor, viewer, reply)
    }

    private func content(_ form: MultipartForm) -> ReferenceUpload.Content? {
        if let file = form.files["berkas"], !file.bytes.isEmpty {
            return .file(name: file.name, bytes: file.bytes)
        }
        let pasted = form.fields["tempel"] ?? ""
        return Text.trimmed(pasted).isEmpty ? nil : .pasted(pasted)
    }

    private func typedDay(_ typed: ReferencesPage.Typed) -> Day? {
        let parts = [typed.year, typed.month, typed.day].map { Int(Text.trimmed($0)) }
        guard let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// What somebody said the columns mean; nil when nobody was asked.
    private func columns(_ form: MultipartForm) -> [Column?]? {
        var columns: [Column?] = []
        while let value = form.fields["kolom-\(columns.count)"] {
            let meaning = ReferencesPage.Meaning(rawValue: value)
            columns.append(meaning.map(ReferencesPresenter.column))
        }
        return columns.isEmpty ? nil : columns
    }
}
