import Civic
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// What forms on the page of a decree do; what cannot be done is told on that page.
    func addDecreeActions(to router: Router<WebContext>) {
        action("orang", to: router) { id, form, viewer in
            let (isKnown, word) = DecreeForms.word(form)
            guard isKnown else { throw HTTPError(.notFound) }
            let reason = form["alasan"] ?? ""
            let key = DecreeForms.key(form)
            if let number = form["nomor"] {
                try await desk.mark(
                    [number], on: id, word, reason: reason, key: key, for: viewer)
            } else {
                guard let finding = form["temuan"].flatMap(DecreeFinding.init(rawValue:)) else {
                    throw HTTPError(.notFound)
                }
                try await desk.mark(
                    everybodyWith: finding, on: id, word, reason: reason, key: key, for: viewer)
            }
        }
        router.post("/kerja/sk/{id}/mulai") { request, context in
            let (visitor, viewer, form) = try await decreeForm(request, context)
            let id = try pathID(context)
            do {
                try await desk.beginSigning(
                    id, site: siteAddress(request), key: DecreeForms.key(form), for: viewer)
            } catch let problem as Problem where DecreeForms.isToldOnPage(problem) {
                return try await decreePage(id, problem, request, visitor, viewer)
            }
            return Response.redirect(to: Address.decree(id), type: .normal)
        }
        action("paraf", to: router) { id, form, viewer in
            try await desk.signOff(
                id, digest: form["sidik"] ?? "", note: form["catatan"] ?? "",
                key: DecreeForms.key(form), for: viewer)
        }
        action("nomor", to: router) { id, form, viewer in
            guard case .day(let day) = WrittenDay(form) else { throw DecreeForms.noDay() }
            try await desk.numberDecree(
                id, number: String((form["nomor"] ?? "").prefix(80)), signedOn: day,
                key: DecreeForms.key(form), for: viewer)
        }
        action("terbit", to: router) { id, form, viewer in
            try await desk.putInForce(id, key: DecreeForms.key(form), for: viewer)
        }
        action("batal", to: router) { id, form, viewer in
            try await desk.withdrawDecree(
                id, note: form["alasan"] ?? "", key: DecreeForms.key(form), for: viewer)
        }
        router.post("/kerja/sk/{id}/kembali") { request, context in
            let (visitor, viewer, form) = try await decreeForm(request, context)
            let id = try pathID(context)
            var new = id
            do {
                new = try await desk.sendBack(
                    id, note: form["alasan"] ?? "", key: DecreeForms.key(form), for: viewer)
            } catch let problem as Problem where DecreeForms.isToldOnPage(problem) {
                return try await decreePage(id, problem, request, visitor, viewer)
            }
            return Response.redirect(to: Address.decree(new), type: .normal)
        }
        for name in ["orang", "mulai", "paraf", "nomor", "terbit", "batal", "kembali", "unggah"] {
            // Whoever changes the language on a page with a problem comes by here.
            router.get("/kerja/sk/{id}/\(name)") { _, context in
                Response.redirect(to: Address.decree(try pathID(context)), type: .normal)
            }
        }
    }

    private func action(
        _ name: String, to router: Router<WebContext>,
        _ body: @escaping @Sendable (Int, [String: String], Viewer) async throws -> Void
    ) {
        router.post("/kerja/sk/{id}/\(name)") { request, context in
            let (visitor, viewer, form) = try await decreeForm(request, context)
            let id = try pathID(context)
            do {
                try await body(id, form, viewer)
            } catch let problem as Problem where DecreeForms.isToldOnPage(problem) {
                return try await decreePage(id, problem, request, visitor, viewer)
            }
            return Response.redirect(to: Address.decree(id), type: .normal)
        }
    }

    func decreeForm(
        _ request: Request, _ context: WebContext
    ) async throws -> (Visitor, Viewer, [String: String]) {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.decrees)
        try viewer.require(.issueDecrees)
        let form = try await form(request)
        try requireToken(form, session)
        return (visitor, viewer, form)
    }
}

extension WebApp {
    /// Scheme and host, for other devices.
    func siteAddress(_ request: Request) -> String {
        "\(options.isBehindProxy ? "https" : "http")://\(request.head.authority ?? options.host)"
    }
}

extension DecreeForms {
    /// Whether somebody can do something about it where the forms are.
    static func isToldOnPage(_ problem: Problem) -> Bool {
        problem.kind == .input || problem.kind == .conflict
    }

    static func noDay() -> Problem {
        Problem(
            .input, "decree-day",
            Phrase("Tanggal SK tidak dapat dibaca.", en: "The date cannot be read."),
            do: Phrase("Isi hari, bulan, dan tahun.", en: "Enter day, month and year."))
    }
}
