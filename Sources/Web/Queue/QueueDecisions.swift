import Civic
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// Forms of the queue. With `Accept: application/json` the answer is a few fields for the script;
    /// without it, the next page.
    func addQueueDecisions(to router: Router<WebContext>) {
        router.post("/kerja/antrean/pilihan") { request, context in
            let (visitor, viewer, form) = try await queueForm(request, context)
            return try await bulk(request, visitor, viewer, form)
        }
        router.post("/kerja/antrean/batal") { request, context in
            let (visitor, viewer, form) = try await queueForm(request, context)
            let reply = try await desk.undoLast(key: try form.key(), for: viewer)
            return try undone(reply, request, visitor, viewer, form)
        }
        router.post("/kerja/antrean/{number}/batal") { request, context in
            let (visitor, viewer, form) = try await queueForm(request, context)
            let reply = try await desk.undoDecision(
                about: try personNumber(context), seen: try form.version(), key: try form.key(),
                for: viewer)
            if case .conflict(let event) = reply.outcome, !wantsJSON(request) {
                return try conflict(event, reply, nil, request, visitor, viewer, form)
            }
            return try undone(reply, request, visitor, viewer, form)
        }
        router.post("/kerja/antrean/{number}") { request, context in
            let (visitor, viewer, form) = try await queueForm(request, context)
            return try await decide(
                try personNumber(context), request, visitor, viewer, form)
        }
    }

    private func queueForm(
        _ request: Request, _ context: WebContext
    ) async throws -> (Visitor, Viewer, QueueForm) {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.queue)
        let fields = try await form(request)
        try requireToken(fields, session)
        try viewer.require(.verify)
        return (visitor, viewer, QueueForm(fields: fields, region: facts.region))
    }

    private func decide(
        _ number: PersonNumber, _ request: Request, _ visitor: Visitor, _ viewer: Viewer,
        _ form: QueueForm
    ) async throws -> Response {
        // Somebody else's case is as good as none, whatever the form says.
        guard let found = try await desk.cases([number], for: viewer).first else {
            return try gone(request, visitor)
        }
        guard let step = try form.step() else {
            return try await trouble(.reasonMissing, number, request, visitor, viewer, form)
        }
        let say = templates.speech(of: site, in: visitor.language)
        let decision = CaseDecision(
            number: number, seen: try form.version(), step: step, work: form.work(with: step),
            witness: form.witness(rw: found.rw, say))
        let reply = try await desk.decide(decision, key: try form.key(), for: viewer)
        if wantsJSON(request) { return try json(reply, decision, request, visitor, viewer) }
        switch reply.outcome {
        case .done:
            let isAnswer = step == .work
            return Response.redirect(
                to: isAnswer
                    ? QueueNotice.address(form.back, "jawab")
                    : QueueNotice.address(
                        form.back, reply.now?.state.rawValue ?? "", people: 1),
                type: .normal)
        case .conflict(let event):
            return try conflict(event, reply, decision, request, visitor, viewer, form)
        case .workMissing, .tooLate:
            return try await trouble(.workMissing, number, request, visitor, viewer, form)
        case .unknown: throw HTTPError(.notFound)
        }
    }

    // MARK: Answers

    private func json(
        _ reply: QueueReply, _ decision: CaseDecision?, _ request: Request, _ visitor: Visitor,
        _ viewer: Viewer
    ) throws -> Response {
        let words = QueuePresenter(facts: facts, viewer: viewer)
        let say = templates.speech(of: site, in: visitor.language)
        let fields = words.answer(reply, to: decision, at: .now()).fields(say)
        let status: HTTPResponse.Status =
            switch reply.outcome {
            case .done: .ok
            case .conflict: .conflict
            case .workMissing, .tooLate: .unprocessableContent
            case .unknown: .notFound
            }
        return try json(fields, request, status)
    }

    private func json(
        _ fields: [String: String], _ request: Request, _ status: HTTPResponse.Status
    ) throws -> Response {
        body(
            Array(try JSONEncoder().encode(fields)), "application/json", request, status: status)
    }

    private func gone(_ request: Request, _ visitor: Visitor) throws -> Response {
        guard wantsJSON(request) else { throw HTTPError(.notFound) }
        let say = templates.speech(of: site, in: visitor.language)
        return try json(["pesan": QueueAnswer.gone(say)], request, .notFound)
    }

    private func undone(
        _ reply: QueueReply, _ request: Request, _ visitor: Visitor, _ viewer: Viewer,
        _ form: QueueForm
    ) throws -> Response {
        if reply.outcome == .unknown { return try gone(request, visitor) }
        if wantsJSON(request) { return try json(reply, nil, request, visitor, viewer) }
        let isDone = if case .done = reply.outcome { true } else { false }
        return Response.redirect(
            to: QueueNotice.address(form.back, isDone ? "batal" : "terlambat"), type: .normal)
    }

    private func trouble(
        _ trouble: QueueCard.Trouble, _ number: PersonNumber, _ request: Request,
        _ visitor: Visitor, _ viewer: Viewer, _ form: QueueForm
    ) async throws -> Response {
        let card = try await card(number, viewer, back: form.back, trouble: trouble)
        return try page(
            QueueCasePage(card: card), request, visitor, status: .unprocessableContent)
    }

    private func conflict(
        _ event: CaseEvent, _ reply: QueueReply, _ decision: CaseDecision?, _ request: Request,
        _ visitor: Visitor, _ viewer: Viewer, _ form: QueueForm
    ) throws -> Response {
        guard let now = reply.now else { throw HTTPError(.notFound) }
        var fields = form.fields
        fields["csrf"] = nil
        fields["versi"] = "\(now.version)"
        fields["kunci"] = FormKey.new()
        let words = QueuePresenter(facts: facts, viewer: viewer)
        return try page(
            QueueConflictPage(
                number: now.person.number, name: now.person.name,
                conflict: words.conflict(event, reply, decision),
                fields: fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
                back: form.back), request, visitor, status: .conflict)
    }

    // MARK: Several cases

    /// Asks first; `pasti` says that it was answered yes.
    private func bulk(
        _ request: Request, _ visitor: Visitor, _ viewer: Viewer, _ form: QueueForm
    ) async throws -> Response {
        let chosen = form.chosen.prefix(CityStore.decisionsMax)
        let found = try await desk.cases(chosen.map(\.number), for: viewer)
        guard !found.isEmpty else {
            return Response.redirect(
                to: QueueNotice.address(form.back, "kosong"), type: .normal)
        }
        guard let step = try form.step() else {
            throw QueueForm.unusable("alasan")
        }
        let fit = found.filter { step != .approve || QueueForm.mayPass($0) }
        guard form.fields["pasti"] != nil else {
            return try page(
                try ask(step, fit, skipped: found.count - fit.count, form), request, visitor)
        }
        let seen = Dictionary(chosen.map { ($0.number.text, $0.seen) }) { first, _ in first }
        let decisions = fit.map { found in
            CaseDecision(
                number: found.number, seen: seen[found.person.number] ?? 0, step: step,
                work: form.work(with: step))
        }
        let outcomes = try await desk.decide(decisions, key: try form.key(), for: viewer)
        let done = outcomes.count { if case .done = $0 { true } else { false } }
        return Response.redirect(
            to: QueueNotice.address(
                form.back, step.state.rawValue, people: done, skipped: outcomes.count - done),
            type: .normal)
    }

    private func ask(
        _ step: CaseDecision.Step, _ found: [QueueCase], skipped: Int, _ form: QueueForm
    ) throws -> QueueAskPage {
        let seen = Dictionary(form.chosen.map { ($0.number.text, $0.seen) }) { first, _ in first }
        var fields = ["langkah", "alasan", "kembali", "kunci"].compactMap { name in
            form.fields[name].map { (name: name, value: $0) }
        }
        fields += found.map {
            (
                name: "p-\($0.person.number)",
                value: "\(seen[$0.person.number] ?? $0.version)"
            )
        }
        fields.append((name: "pasti", value: "ya"))
        let words: QueueAskPage.Step =
            switch step {
            case .approve: .approve
            case .refuse(let code): .refuse(facts.region.reasons[code]?.short ?? .same(code))
            case .field, .work: .field
            }
        return QueueAskPage(
            step: words, people: found.map { ($0.person.name, $0.person.number) },
            skipped: skipped, fields: fields, back: form.back)
    }
}

extension QueueForm {
    /// Many are approved at once only where the machine found nothing and the question about work
    /// has its answer.
    static func mayPass(_ found: QueueCase) -> Bool {
        found.work?.isYes == true && found.lane == .ready && found.state != .approved
    }
}

extension CaseDecision.Step {
    /// What a case becomes by it.
    fileprivate var state: CaseState {
        switch self {
        case .approve: .approved
        case .refuse: .refused
        case .field, .work: .field
        }
    }
}
