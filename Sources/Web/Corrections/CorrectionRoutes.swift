import Civic
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// `/kerja/peserta/{number}/perbaikan` says that a datum is wrong; `/kerja/perbaikan` lists such
    /// requests, and `/kerja/perbaikan/{receipt}` shows one and takes its answer.
    func addCorrectionRoutes(to router: Router<WebContext>) {
        router.get("/kerja/peserta/{number}/perbaikan") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let record = try await personToCorrect(context, viewer)
            let chosen = request.uri.queryParameters["data"].map(String.init)
            let sent = try chosen.map { name in
                guard let field = CorrectionField(rawValue: name) else {
                    throw HTTPError(.notFound)
                }
                return CorrectionPresenter.Sent(
                    field: field, value: "", proof: nil, key: FormKey.new(), trouble: nil)
            }
            return try page(presenter(viewer).form(record, sent), request, visitor)
        }
        router.post("/kerja/peserta/{number}/perbaikan") { request, context in
            try await ask(request, context)
        }
        router.get("/kerja/perbaikan") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.corrections)
            let query = request.uri.queryParameters
            let name = query["status"].map(String.init) ?? CorrectionState.open.name
            guard let state = CorrectionState(name: name) else { throw HTTPError(.notFound) }
            let position = query["sesudah"].flatMap { Int($0) }
            let list = try await desk.corrections(state, after: position, for: viewer)
            return try page(
                presenter(viewer).list(state, list, isLater: position != nil), request, visitor)
        }
        router.get("/kerja/perbaikan/{receipt}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            try viewer.require(.answerCorrection)
            let record = try await correction(context, viewer)
            return try page(
                presenter(viewer).request(record, key: FormKey.new()), request, visitor)
        }
        router.post("/kerja/perbaikan/{receipt}/jawab") { request, context in
            try await answer(request, context)
        }
    }

    // MARK: Asking

    private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.people)
        try viewer.require(.requestCorrection)
        let form = try await form(request)
        try requireToken(form, session)
        let number = try personNumber(context)
        guard let field = form["data"].flatMap(CorrectionField.init(rawValue:)),
            let key = formKey(form, viewer)
        else { throw HTTPError(.notFound) }
        let proof = form["bukti"].flatMap(CorrectionProof.init(rawValue:))
        let written = CorrectionForm.written(field, form)
        guard let proof, let datum = CorrectedDatum(field, written) else {
            let sent = CorrectionPresenter.Sent(
                field: field, value: written, proof: proof, key: form["kunci"] ?? "",
                trouble: CorrectionForm.incomplete)
            let record = try await personToCorrect(context, viewer)
            return try page(
                presenter(viewer).form(record, sent), request, visitor,
                status: .unprocessableContent)
        }
        let receipt = try await desk.requestCorrection(
            of: number, datum, proof: proof, key: key, for: viewer)
        return Response.redirect(to: Address.correction(receipt), type: .normal)
    }

    private func personToCorrect(
        _ context: WebContext, _ viewer: Viewer
    ) async throws -> PersonRecord {
        guard
            let record = try await desk.personToCorrect(try personNumber(context), for: viewer)
        else { throw HTTPError(.notFound) }
        return record
    }

    // MARK: Answering

    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.corrections)
        try viewer.require(.answerCorrection)
        let form = try await form(request)
        try requireToken(form, session)
        let record = try await correction(context, viewer)
        let receipt = record.summary.receipt
        guard let seen = form["versi"].flatMap({ Int($0) }), let key = formKey(form, viewer)
        else { throw HTTPError(.notFound) }
        guard let answer = CorrectionForm.answer(record.summary.field, form) else {
            return try await again(CorrectionForm.incomplete, context, request, visitor, viewer)
        }
        let outcome = try await desk.answerCorrection(
            receipt, answer, seen: seen, key: key, for: viewer)
        switch outcome {
        case .done: return Response.redirect(to: Address.correction(receipt), type: .normal)
        case .unknown: throw HTTPError(.notFound)
        case .conflict, .notYours, .own:
            return try await again(
                CorrectionForm.trouble(outcome), context, request, visitor, viewer)
        }
    }

    /// The request as it stands now, with what kept the answer from being taken.
    private func again(
        _ trouble: Phrase, _ context: WebContext, _ request: Request, _ visitor: Visitor,
        _ viewer: Viewer
    ) async throws -> Response {
        let record = try await correction(context, viewer)
        return try page(
            presenter(viewer).request(record, key: FormKey.new(), trouble: trouble), request,
            visitor, status: .unprocessableContent)
    }

    private func correction(
        _ context: WebContext, _ viewer: Viewer
    ) async throws -> CorrectionRecord {
        let record = try await desk.correction(try correctionReceipt(context), for: viewer)
        guard let record else { throw HTTPError(.notFound) }
        return record
    }

    private func correctionReceipt(_ context: WebContext) throws -> String {
        guard let typed = context.parameters.get("receipt"),
            let receipt = PersonNumber(
                typed: typed, prefix: facts.region.corrections.receiptPrefix)
        else { throw HTTPError(.notFound) }
        return receipt.text
    }

    private func presenter(_ viewer: Viewer) -> CorrectionPresenter {
        CorrectionPresenter(
            facts: facts, desk: desk, viewer: viewer, today: .jakarta(at: .now()))
    }

    /// The key of a form, which counts for whoever sent it only; nil where it is none.
    private func formKey(_ form: [String: String], _ viewer: Viewer) -> String? {
        guard let key = form["kunci"], (8...64).contains(key.utf8.count) else { return nil }
        return "correction \(viewer.account.login) \(key)"
    }
}

/// What forms about requests say.
enum CorrectionForm {
    static let incomplete = Phrase(
        "Isian belum lengkap atau keliru. Periksa lalu kirim lagi.",
        en: "The form is incomplete or wrong. Check it and send it again.")

    /// What was written, as a datum of this field is kept.
    static func written(_ field: CorrectionField, _ form: [String: String]) -> String {
        guard field == .birth else { return form["nilai"] ?? "" }
        guard case .day(let day) = WrittenDay(form) else { return "" }
        return day.iso
    }

    /// Nil where something is missing.
    static func answer(
        _ field: CorrectionField, _ form: [String: String]
    ) -> CorrectionAnswer? {
        switch form["hasil"] {
        case "terima": CorrectedDatum(field, written(field, form)).map { .accept($0) }
        case "tolak":
            form["alasan"].flatMap(CorrectionRefusal.init(rawValue:)).map { .refuse($0) }
        case "bukan": .pass
        case "teruskan":
            form["bukti"].flatMap(CorrectionProof.init(rawValue:)).map { .forward($0) }
        default: nil
        }
    }

    static func trouble(_ outcome: CorrectionOutcome) -> Phrase {
        switch outcome {
        case .own:
            Phrase(
                "Yang mengajukan tidak boleh menjawab sendiri. Minta rekan lain menjawab.",
                en: "Whoever asked may not answer. Ask a colleague to answer.")
        case .notYours:
            Phrase(
                "Permintaan ini menunggu kantor lain. Jawaban Anda tidak disimpan.",
                en: "This request waits for another office. Your answer was not saved.")
        case .done, .conflict, .unknown:
            Phrase(
                "Permintaan ini baru saja dijawab orang lain. Jawaban Anda tidak disimpan.",
                en: "Somebody else has just answered. Your answer was not saved.")
        }
    }
}
