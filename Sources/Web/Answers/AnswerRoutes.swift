import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/jawaban`: what an agency is asked, its answers one by one and all exact ones at once,
    /// taking them back, and what it answered so far.
    func addAnswerRoutes(to router: Router<WebContext>) {
        router.get("/kerja/jawaban") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.answers)
            return try await answersPage(request, visitor, viewer, notice: nil)
        }
        router.get("/kerja/jawaban/riwayat") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.answerHistory)
            let voice = try await desk.voice(of: viewer)
            let answers = try await desk.answers(after: cursor(request), for: viewer)
            return try page(
                AnswerHistoryPresenter.page(
                    voice.agency.name, answers, try await desk.answerCounts(for: viewer),
                    pageSize: Desk.pageSize), request, visitor)
        }
        router.post("/kerja/jawaban/persis") { request, context in
            try await acceptExact(request, try await visitor(request, context))
        }
        router.post("/kerja/jawaban/batalkan") { request, context in
            try await withdraw(request, try await visitor(request, context))
        }
        router.post("/kerja/jawaban/{number}") { request, context in
            let number = try personNumber(context)
            return try await answer(number, request, try await visitor(request, context))
        }
    }

    private func cursor(_ request: Request) -> AnswerCursor? {
        let query = request.uri.queryParameters
        guard let instant = query["sebelum"].flatMap({ Int64($0) }), let number = query["nomor"]
        else { return nil }
        return AnswerCursor(at: Instant(milliseconds: instant), number: String(number))
    }

    private func answersFilter(_ request: Request) -> AnswersFilter {
        let query = request.uri.queryParameters
        return AnswersFilter { name in query[Substring(name)].map(String.init) }
    }

    private func answersPage(
        _ request: Request, _ visitor: Visitor, _ viewer: Viewer, notice: AnswersPage.Notice?
    ) async throws -> Response {
        let filter = answersFilter(request)
        guard let wanted = AnswersPresenter.storeFilter(facts, filter) else {
            throw HTTPError(.notFound)
        }
        let today = Day.jakarta(at: .now())
        let material = AnswersPresenter.Material(
            voice: try await desk.voice(of: viewer),
            list: try await desk.questions(wanted, after: filter.after, for: viewer),
            counts: try await desk.answerCounts(for: viewer),
            last: try await desk.lastAnswer(of: viewer), today: today, key: FormKey.new(),
            script: assets.address(of: "jawaban.js")
        ) { desk.officeDaysLeft(until: $0, on: today) }
        let conflicts: [AnswersPage.Notice] = [
            .mustChoose, .alreadyAnswered, .otherList, .tooLate,
        ]
        let isRefused = notice.map(conflicts.contains) ?? false
        return try page(
            AnswersPresenter.page(facts, material, filter: filter, notice: notice), request,
            visitor, status: isRefused ? .conflict : .ok)
    }

    private func answer(
        _ number: PersonNumber, _ request: Request, _ visitor: Visitor
    ) async throws -> Response {
        let (viewer, session) = try visitor.signedIn(wanting: Address.answers)
        try viewer.require(.answer)
        let form = try await form(request)
        try requireToken(form, session)
        let words: [String: AgencyAnswer.Word] = [
            "ya": .yes, "tidak": .no, "tidak-tahu": .unknown,
        ]
        guard let word = form["jawab"].flatMap({ words[$0] }) else { throw HTTPError(.notFound) }
        let outcome = try await desk.answer(
            AgencyAnswer(number: number, word: word, row: form["acuan"].flatMap { Int($0) }),
            key: form["kunci"].map { "\($0) \(number.text)" } ?? "", for: viewer)
        switch outcome {
        case .kept: return backToAnswers(request)
        case .unknown: throw HTTPError(.notFound)
        case .mustChoose:
            return try await answersPage(request, visitor, viewer, notice: .mustChoose)
        case .answered:
            return try await answersPage(request, visitor, viewer, notice: .alreadyAnswered)
        }
    }

    private func acceptExact(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let (viewer, session) = try visitor.signedIn(wanting: Address.answers)
        try viewer.require(.answer)
        let form = try await form(request)
        try requireToken(form, session)
        guard let wanted = AnswersPresenter.storeFilter(facts, answersFilter(request)),
            let list = form["daftar"].flatMap({ Int($0) })
        else { throw HTTPError(.notFound) }
        let outcome = try await desk.acceptExact(
            of: list, in: wanted.district, key: form["kunci"] ?? "", for: viewer)
        switch outcome {
        case .kept: return backToAnswers(request)
        case .otherList:
            return try await answersPage(request, visitor, viewer, notice: .otherList)
        }
    }

    private func withdraw(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let (viewer, session) = try visitor.signedIn(wanting: Address.answers)
        try viewer.require(.answer)
        let form = try await form(request)
        try requireToken(form, session)
        guard let instant = form["saat"].flatMap({ Int64($0) }) else { throw HTTPError(.notFound) }
        let count = try await desk.withdrawAnswers(
            givenAt: Instant(milliseconds: instant), about: nil, key: form["kunci"] ?? "",
            for: viewer)
        guard count == nil else { return backToAnswers(request) }
        return try await answersPage(request, visitor, viewer, notice: .tooLate)
    }

    private func backToAnswers(_ request: Request) -> Response {
        Response.redirect(to: answersFilter(request).address, type: .normal)
    }
}
