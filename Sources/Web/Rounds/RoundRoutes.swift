import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/konfirmasi-rw`: asking RWs which of their candidates work.
    func addRoundRoutes(to router: Router<WebContext>) {
        router.get("/kerja/konfirmasi-rw") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.confirmations)
            return try page(try await overview(request, viewer), request, visitor)
        }
        router.get("/kerja/konfirmasi-rw/baru") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.confirmations)
            try viewer.require(.confirmWork)
            let query = request.uri.queryParameters
            let place = try ward(
                query["kel"].map(String.init), query["rw"].map(String.init), viewer)
            return try page(
                try await newRound(place, witness: nil, FormKey.new(), viewer), request,
                visitor)
        }
        router.post("/kerja/konfirmasi-rw") { request, context in
            try await makeRound(request, context)
        }
        router.get("/kerja/konfirmasi-rw/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let round = try await round(context, viewer)
            let now = Instant.now()
            let head = RoundsPresenter.head(facts, round.summary, at: now)
            let people = RoundsPresenter.people(facts, round.members)
            if request.uri.queryParameters["cetak"] != nil {
                return try page(RoundPrintPage(head: head, people: people), request, visitor)
            }
            let due = round.link.flatMap { $0.expiresAt > now ? $0.expiresAt : nil }
            return try page(
                RoundPage(
                    head: head, people: people, linkDue: due.map { .jakarta(at: $0) },
                    savedAt: RoundsPresenter.moment(round.summary), key: FormKey.new(),
                    script: assets.address(of: RoundsPresenter.script)), request, visitor)
        }
        addRoundActions(to: router)
    }

    private func addRoundActions(to router: Router<WebContext>) {
        router.post("/kerja/konfirmasi-rw/{id}/jawaban") { request, context in
            let (_, viewer, form) = try await roundForm(request, context)
            let id = try pathID(context)
            guard
                let round = try await desk.answerRound(
                    id, RoundForms.keyed(form), key: RoundForms.key(form), for: viewer)
            else { throw HTTPError(.notFound) }
            if wantsJSON(request) { return progress(round, request) }
            return Response.redirect(to: Address.round(id), type: .normal)
        }
        router.post("/kerja/konfirmasi-rw/{id}/tautan") { request, context in
            let (visitor, viewer, form) = try await roundForm(request, context)
            let id = try pathID(context)
            switch try await desk.issueRoundLink(id, key: RoundForms.key(form), for: viewer) {
            case .unknown: throw HTTPError(.notFound)
            case .repeated: return Response.redirect(to: Address.round(id), type: .normal)
            case .issued(let link):
                let round = try await round(context, viewer)
                return try page(
                    RoundLinkPage(
                        head: RoundsPresenter.head(facts, round.summary, at: .now()),
                        url: wholeAddress(Address.confirm(link.token), request), code: link.code),
                    request, visitor)
            }
        }
        router.get("/kerja/konfirmasi-rw/{id}/tautan") { request, context in
            Response.redirect(to: Address.round(try pathID(context)), type: .normal)
        }
        router.post("/kerja/konfirmasi-rw/{id}/cabut") { request, context in
            let (_, viewer, _) = try await roundForm(request, context)
            let id = try pathID(context)
            guard try await desk.revokeRoundLink(id, for: viewer) else {
                throw HTTPError(.notFound)
            }
            return Response.redirect(to: Address.round(id), type: .normal)
        }
        router.post("/kerja/konfirmasi-rw/{id}/tutup") { request, context in
            let (_, viewer, _) = try await roundForm(request, context)
            let id = try pathID(context)
            guard try await desk.closeRound(id, for: viewer) else { throw HTTPError(.notFound) }
            return Response.redirect(to: Address.round(id), type: .normal)
        }
    }

    private func overview(_ request: Request, _ viewer: Viewer) async throws -> RoundsPage {
        let only = try desk.onlyVillage(of: viewer)
        var village = only
        if let slug = request.uri.queryParameters["kel"].map(String.init) {
            village = try asked(slug, viewer)
        }
        return RoundsPresenter.overview(
            facts, village: village, isOnly: only != nil,
            wards: try await desk.wards(of: village, for: viewer),
            rounds: try await desk.rounds(of: village, for: viewer), at: .now())
    }

    /// The kelurahan of an address; not found where the viewer asks nobody.
    private func asked(_ slug: String, _ viewer: Viewer) throws -> PlaceCode {
        guard let village = PlaceSlugs(facts.region.places).village(slug),
            try desk.asks(in: village, viewer)
        else { throw HTTPError(.notFound) }
        return village
    }

    private func ward(
        _ slug: String?, _ number: String?, _ viewer: Viewer
    ) throws -> (village: PlaceCode, rw: Int) {
        guard let rw = number.flatMap({ Int($0) }), (0...999).contains(rw) else {
            throw HTTPError(.notFound)
        }
        return (try asked(slug ?? "", viewer), rw)
    }

    /// `witness` is what was typed; nil before anything was.
    private func newRound(
        _ place: (village: PlaceCode, rw: Int), witness: String?, _ key: String, _ viewer: Viewer
    ) async throws -> NewRoundPage {
        let candidates = try await desk.wardCandidates(
            of: place.village, rw: place.rw, for: viewer)
        guard !candidates.isEmpty else { throw HTTPError(.notFound) }
        let last = try await desk.lastWitness(of: place.village, rw: place.rw, for: viewer)
        return NewRoundPage(
            village: RoundsPresenter.name(facts, place.village),
            villageSlug: PlaceSlugs(facts.region.places).slug(of: place.village), rw: place.rw,
            people: RoundsPresenter.candidates(facts, candidates),
            field: candidates.count(where: \.isField), witness: witness ?? last ?? "",
            isWitnessMissing: witness != nil, key: key)
    }

    private func makeRound(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visitor, viewer, form) = try await roundForm(request, context)
        let place = try ward(form["kel"], form["rw"], viewer)
        let witness = String(Text.trimmed(form["saksi"] ?? "").prefix(60))
        let key = RoundForms.key(form)
        guard !witness.isEmpty else {
            return try page(
                try await newRound(place, witness: witness, key, viewer), request, visitor,
                status: .unprocessableContent)
        }
        let id = try await desk.makeRound(
            NewRound(
                village: place.village, rw: place.rw, isFieldOnly: form["siapa"] == "lapangan",
                witness: witness), key: key, for: viewer)
        // Nobody is left to ask about: somebody else made the list meanwhile.
        let slug = PlaceSlugs(facts.region.places).slug(of: place.village)
        return Response.redirect(
            to: id.map(Address.round) ?? Address.rounds(village: slug), type: .normal)
    }

    /// Whoever sent a form of these pages, and what it holds.
    private func roundForm(
        _ request: Request, _ context: WebContext
    ) async throws -> (Visitor, Viewer, [String: String]) {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.confirmations)
        let form = try await form(request)
        try requireToken(form, session)
        try viewer.require(.confirmWork)
        return (visitor, viewer, form)
    }

    private func round(_ context: WebContext, _ viewer: Viewer) async throws -> Round {
        guard let round = try await desk.round(try pathID(context), for: viewer) else {
            throw HTTPError(.notFound)
        }
        return round
    }

    /// For another device: with scheme and host.
    private func wholeAddress(_ path: String, _ request: Request) -> String {
        "\(options.isBehindProxy ? "https" : "http")://\(request.head.authority ?? "")\(path)"
    }
}
