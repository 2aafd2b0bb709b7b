import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// `/kerja/sk/{id}/berkas/{name}`: a decree as files. Those with full NIKs are asked for by POST,
    /// because each is recorded.
    func addDecreeFileRoutes(to router: Router<WebContext>) {
        router.get("/kerja/sk/{id}/berkas/{name}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.decrees)
            try viewer.require(.seeDecrees)
            guard let name = DecreeFileName(context.parameters.get("name")),
                name.edition == .open
            else { throw HTTPError(.notFound) }
            return try await file(name, try pathID(context), request, viewer)
        }
        router.post("/kerja/sk/{id}/berkas/{name}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.decrees)
            try viewer.require(.seeDecrees)
            try requireToken(try await form(request), session)
            guard let name = DecreeFileName(context.parameters.get("name")) else {
                throw HTTPError(.notFound)
            }
            return try await file(name, try pathID(context), request, viewer)
        }
        router.post("/kerja/sk/{id}/unggah") { request, context in
            try await upload(request, context)
        }
    }

    private func file(
        _ name: DecreeFileName, _ id: Int, _ request: Request, _ viewer: Viewer
    ) async throws -> Response {
        var bytes: [UInt8]
        if let form = name.form {
            bytes = try await desk.decreeFile(
                id, form, name.edition, site: siteAddress(request), for: viewer)
        } else {
            guard let paper = try await desk.signedPaper(of: id, for: viewer) else {
                throw HTTPError(.notFound)
            }
            bytes = paper.bytes
        }
        var response = body(bytes, name.type, request)
        response.headers[.contentDisposition] = "attachment; filename=\"sk-\(id)-\(name.text)\""
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private func upload(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.decrees)
        try viewer.require(.issueDecrees)
        let id = try pathID(context)
        let limits = facts.region.uploads
        guard let form = try await multipart(request, limit: limits.bytes(.decree)) else {
            return try await decreePage(
                id, limits.tooLarge(.decree, file: nil), request, visitor, viewer)
        }
        try requireToken(form.fields, session)
        guard let file = form.files["berkas"], !file.bytes.isEmpty else {
            return try await decreePage(id, DecreeForms.noFile(), request, visitor, viewer)
        }
        do {
            let differences = try await desk.uploadSignedPaper(
                file.bytes, name: file.name, of: id, site: siteAddress(request),
                key: DecreeForms.key(form.fields), for: viewer)
            guard differences.isEmpty else {
                return try await decreePage(
                    id, Problem.signedFileDiffers(differences), request, visitor, viewer)
            }
        } catch let problem as Problem where DecreeForms.isToldOnPage(problem) {
            return try await decreePage(id, problem, request, visitor, viewer)
        }
        return Response.redirect(to: Address.decree(id), type: .normal)
    }
}

/// A file that is made of a decree, as addresses call it.
struct DecreeFileName {
    let text: String
    let edition: AnnexText.Edition
    /// Nil for the signed paper.
    let form: Desk.DecreeForm?

    private static let known: [String: (AnnexText.Edition, Desk.DecreeForm?)] = [
        "sk-umum.pdf": (.open, .paper), "sk-lengkap.pdf": (.restricted, .paper),
        "lampiran-umum.xlsx": (.open, .workbook),
        "lampiran-lengkap.xlsx": (.restricted, .workbook),
        "lampiran-umum.txt": (.open, .text), "lampiran-lengkap.txt": (.restricted, .text),
        "sk-bertanda-tangan.pdf": (.restricted, nil),
    ]

    init?(_ text: String?) {
        guard let text, let (edition, form) = DecreeFileName.known[text] else { return nil }
        self.text = text
        self.edition = edition
        self.form = form
    }

    var type: String {
        switch form {
        case .paper, nil: "application/pdf"
        case .workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .text: "text/plain; charset=utf-8"
        }
    }
}

extension DecreeForms {
    static func noFile() -> Problem {
        Problem(
            .input, "file-missing",
            Phrase("Berkas belum dipilih.", en: "No file was chosen."),
            do: Phrase("Pilih PDF-nya, lalu unggah.", en: "Choose the PDF, then upload it."))
    }
}
