import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/pasangan`: pairs of people who may be one, their comparison, and decisions about them.
    func addPairRoutes(to router: Router<WebContext>) {
        router.get("/kerja/pasangan") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.pairs)
            return try page(try await pairsPage(request, viewer), request, visitor)
        }
        router.get("/kerja/pasangan/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let id = try pathID(context)
            guard let record = try await desk.pair(id, for: viewer) else {
                // What was decided just before may have taken this pair along.
                if request.uri.queryParameters["putusan"] != nil {
                    return Response.redirect(to: Address.pairs, type: .normal)
                }
                throw HTTPError(.notFound)
            }
            return try page(try await pairPage(record, request, viewer), request, visitor)
        }
        router.post("/kerja/pasangan/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.pairs)
            try viewer.require(.decideLinks)
            let form = try await form(request)
            try requireToken(form, session)
            return try await decide(try pathID(context), form, request, visitor, viewer)
        }
        router.post("/kerja/pasangan/putusan/{id}/batal") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.pairs)
            try viewer.require(.decideLinks)
            let form = try await form(request)
            try requireToken(form, session)
            _ = try await desk.undoLink(try pathID(context), key: form["kunci"], for: viewer)
            let number = form["orang"].flatMap {
                PersonNumber(typed: $0, prefix: facts.region.personNumberPrefix)
            }
            return Response.redirect(
                to: number.map { Address.person($0.text) }
                    ?? Address.pairs(PairsPage.Shelf.decided.rawValue), type: .normal)
        }
        router.post("/kerja/peserta/{number}/pisah") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.people)
            try viewer.require(.decideLinks)
            let form = try await form(request)
            try requireToken(form, session)
            let number = try personNumber(context)
            let place = (form["baris"] ?? "").split(separator: "-").compactMap { Int($0) }
            guard place.count == 2 else { throw HTTPError(.notFound) }
            _ = try await desk.split(
                number, delivery: place[0], record: place[1], key: form["kunci"], for: viewer)
            return Response.redirect(to: Address.person(number.text), type: .normal)
        }
    }

    // MARK: The list

    private func pairsPage(_ request: Request, _ viewer: Viewer) async throws -> PairsPage {
        let query = request.uri.queryParameters
        guard let shelf = PairsPage.Shelf(rawValue: query["status"].map(String.init) ?? "") else {
            throw HTTPError(.notFound)
        }
        guard shelf != .decided else {
            return try await decidedPage(query["sebelum"].flatMap { Int($0) }, viewer)
        }
        var position = PairPosition.first
        if let after = query["sesudah"].flatMap({ Int($0) }) { position = .after(after) }
        if let before = query["sebelum"].flatMap({ Int($0) }) { position = .before(before) }
        let list = try await desk.pairs(
            shelf == .open ? .open : .unsure, at: position, for: viewer)
        return PairsPresenter.page(facts, list, shelf, elsewhere: desk.rolesForAllPairs)
    }

    private func decidedPage(_ before: Int?, _ viewer: Viewer) async throws -> PairsPage {
        let found = try await desk.linkDecisions(before: before, for: viewer)
        var decisions: [PairDecision] = []
        for decision in found { decisions.append(try await pairDecision(decision)) }
        let more = found.count == Desk.pairPageSize ? found.last?.id : nil
        return PairsPage(
            shelf: .decided, total: decisions.count, rows: [], decisions: decisions,
            elsewhere: [], previousHref: nil,
            nextHref: more.map { PairsPresenter.href(.decided, ("sebelum", $0)) })
    }

    func pairDecision(_ decision: LinkDecision) async throws -> PairDecision {
        PairsPresenter.decision(
            decision, who: try await desk.staffName(decision.actor), key: FormKey.new())
    }

    // MARK: A pair

    private func pairPage(
        _ record: PairRecord, _ request: Request, _ viewer: Viewer
    ) async throws -> PairPage {
        var latest: PairDecision?
        if let decision = record.latest { latest = try await pairDecision(decision) }
        var done: PairDecision?
        if let id = request.uri.queryParameters["putusan"].flatMap({ Int($0) }),
            let decision = try await desk.linkDecision(id, for: viewer),
            decision.actor == viewer.account.login
        {
            done = try await pairDecision(decision)
        }
        return PairPresenter(
            facts: facts, elsewhere: desk.rolesForAllPairs,
            script: assets.address(of: "pasangan.js"), key: FormKey.new(),
            reader: viewer.account.login
        ).page(
            record, latest: latest, done: done,
            needsSecond: desk.needsSecond(record))
    }

    private func decide(
        _ id: Int, _ form: [String: String], _ request: Request, _ visitor: Visitor,
        _ viewer: Viewer
    ) async throws -> Response {
        let prefix = facts.region.personNumberPrefix
        guard let first = PersonNumber(typed: form["satu"] ?? "", prefix: prefix),
            let second = PersonNumber(typed: form["dua"] ?? "", prefix: prefix),
            let mine = PairVerdict(rawValue: form["putusan"] ?? ""),
            let seen = Int(form["dilihat"] ?? "")
        else { throw HTTPError(.notFound) }
        // Asked before the pair is gone.
        let record = try await desk.pair(id, for: viewer)
        let note = String(Text.trimmed(form["catatan"] ?? "").prefix(200))
        let ruling = PairRuling(
            first: first, second: second, verdict: PairsPresenter.verdict(mine),
            note: note.isEmpty ? nil : note, seen: seen)
        switch try await desk.decide(ruling, key: form["kunci"], for: viewer) {
        case .decided(let decision):
            return Response.redirect(to: after(record, decision), type: .normal)
        case .repeated:
            return Response.redirect(to: after(record, nil), type: .normal)
        case .taken(let decision):
            let taken = PairTakenPage(
                id: id, decision: try await pairDecision(decision), mine: mine, note: note,
                form: PairPage.Form(
                    first: first.text, second: second.text, seen: decision.id, key: FormKey.new(),
                    needsSecond: record.map(desk.needsSecond) ?? false),
                nextHref: after(record, nil))
            return try page(taken, request, visitor, status: .conflict)
        }
    }

    /// The pair that comes next, where what was decided is told.
    private func after(_ record: PairRecord?, _ decision: LinkDecision?) -> String {
        guard let next = record?.next else { return Address.pairs }
        return Address.pair(next) + (decision.map { "?putusan=\($0.id)" } ?? "")
    }
}
