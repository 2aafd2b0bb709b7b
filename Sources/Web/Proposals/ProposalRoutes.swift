import Civic
import HTTPTypes
import Hummingbird
import Intake
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/usulan`: lists that came in, and three ways to bring in another one.
    func addProposalRoutes(to router: Router<WebContext>) {
        router.get("/kerja/usulan") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.proposals)
            return try await proposalsPage(request, visitor, viewer)
        }
        router.get("/kerja/usulan/contoh.xlsx") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.proposals)
            return workbook(
                try desk.proposalTemplate(for: viewer), "usulan-kosong.xlsx", request)
        }
        router.post("/kerja/usulan/unggah") { request, context in
            try await upload(request, try await visitor(request, context))
        }
        router.post("/kerja/usulan/tempel") { request, context in
            try await paste(request, try await visitor(request, context))
        }
        for path: RouterPath in ["/kerja/usulan/unggah", "/kerja/usulan/tempel"] {
            router.get(path) { request, context in
                Response.redirect(to: Address.proposals, type: .normal)
            }
        }
        addTypedRoutes(to: router)
        addProposalListRoutes(to: router)
        addProposalEndRoutes(to: router)
    }

    func proposalsPage(
        _ request: Request, _ visitor: Visitor, _ viewer: Viewer, trouble: Problem? = nil,
        pasted: String = ""
    ) async throws -> Response {
        let lists = try await desk.proposals(for: viewer)
        let limit = desk.region.uploads.bytes(try desk.uploadKind(for: viewer))
        return try page(
            ProposalsPage(
                items: lists.map { ProposalPresenter.item(facts, $0) }, megabytes: limit >> 20,
                trouble: trouble, pasted: pasted), request, visitor,
            status: trouble == nil ? .ok : .unprocessableContent)
    }

    private func upload(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let (viewer, session) = try visitor.signedIn(wanting: Address.proposals)
        let kind = try desk.uploadKind(for: viewer)
        guard let form = try await multipart(request, limit: desk.region.uploads.bytes(kind))
        else {
            return try await proposalsPage(
                request, visitor, viewer, trouble: desk.region.uploads.tooLarge(kind, file: nil))
        }
        try requireToken(form.fields, session)
        guard let file = form.files["berkas"], !file.bytes.isEmpty else {
            return try await proposalsPage(
                request, visitor, viewer, trouble: Problem.noFileChosen())
        }
        do throws(Problem) {
            let outcome = try await desk.upload(
                file.bytes, fileName: file.name, rw: rw(form.fields), for: viewer)
            return try await next(after: outcome, viewer)
        } catch {
            guard error.kind == .input else { throw error }
            return try await proposalsPage(request, visitor, viewer, trouble: error)
        }
    }

    private func paste(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let (viewer, session) = try visitor.signedIn(wanting: Address.proposals)
        let kind = try desk.uploadKind(for: viewer)
        // A sign may take three bytes in a form.
        let limit = desk.region.uploads.bytes(kind) * 3
        guard let bytes = try await bytes(of: request, limit: limit) else {
            return try await proposalsPage(
                request, visitor, viewer, trouble: desk.region.uploads.tooLarge(kind, file: nil))
        }
        let form = FormFields.read(bytes)
        try requireToken(form, session)
        let text = form["teks"] ?? ""
        do throws(Problem) {
            let outcome = try await desk.paste(text, rw: rw(form), for: viewer)
            return try await next(after: outcome, viewer)
        } catch {
            guard error.kind == .input else { throw error }
            return try await proposalsPage(
                request, visitor, viewer, trouble: error, pasted: text)
        }
    }

    /// Where somebody goes whose list came in.
    private func next(
        after outcome: ProposalCreation, _ viewer: Viewer
    ) async throws(Problem) -> Response {
        switch outcome {
        case .known(let id):
            return Response.redirect(to: "\(Address.proposal(id))?sama=1", type: .normal)
        case .created(let id):
            let list = try await desk.proposal(id, for: viewer)
            return Response.redirect(
                to: list?.state == .columns ? Address.proposalColumns(id) : Address.proposal(id),
                type: .normal)
        }
    }

    func rw(_ form: [String: String]) -> Int? {
        Int(Text.trimmed(form["rw"] ?? "")).flatMap { (1...999).contains($0) ? $0 : nil }
    }

    func workbook(_ bytes: [UInt8], _ name: String, _ request: Request) -> Response {
        var response = body(
            bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", request)
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }

    /// A paper under its own name.
    func paper(_ bytes: [UInt8], _ name: String, _ request: Request) -> Response {
        var response = body(bytes, "application/pdf", request)
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }

    /// The list that an address names; 404 for one out of reach.
    func proposal(
        _ context: WebContext, _ viewer: Viewer
    ) async throws -> ProposalList {
        let list = try await desk.proposal(try pathID(context), for: viewer)
        guard let list, list.state != .undone else { throw HTTPError(.notFound) }
        return list
    }
}

extension Problem {
    static func noFileChosen() -> Problem {
        Problem(
            .input, "no-file",
            Phrase("Belum ada berkas yang dipilih.", en: "No file was chosen."),
            do: Phrase(
                "Pilih berkas dari RW, lalu unggah.", en: "Choose the RW's file, then upload it."))
    }
}
