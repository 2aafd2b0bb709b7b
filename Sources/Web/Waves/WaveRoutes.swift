import Civic
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// `/kerja/gelombang`: planning waves.
    func addWaveRoutes(to router: Router<WebContext>) {
        router.get("/kerja/gelombang") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.waves)
            return try page(try await wavesPage(viewer), request, visitor)
        }
        router.post("/kerja/gelombang") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.waves)
            let form = try await form(request)
            try requireToken(form, session)
            try viewer.require(.planWaves)
            do {
                return Response.redirect(to: try await planned(form, viewer), type: .normal)
            } catch let problem as Problem {
                guard problem.kind == .input else { throw problem }
                return try page(
                    try await wavesPage(viewer, typed: form, trouble: problem), request, visitor,
                    status: .unprocessableContent)
            }
        }
        router.get("/kerja/gelombang/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let wave = try await wave(context, viewer)
            let query = request.uri.queryParameters
            let tried = WaveForms.tried(
                { name in query[Substring(name)].map(String.init) }, title: wave.plan.title)
            return try page(
                try await wavePage(wave, trying: wave.state == .draft ? tried : nil, viewer),
                request, visitor)
        }
        router.post("/kerja/gelombang/{id}") { request, context in
            try await changeWave(request, context)
        }
    }

    /// The page of the wave that a form plans.
    private func planned(_ form: [String: String], _ viewer: Viewer) async throws -> String {
        guard let plan = WaveForms.plan(form) else { throw Desk.unusableWave() }
        return Address.wave(
            try await desk.makeWave(plan, key: RoundForms.key(form), for: viewer))
    }

    private func wavesPage(
        _ viewer: Viewer, typed: [String: String]? = nil, trouble: Problem? = nil
    ) async throws -> WavesPage {
        let waves = try await desk.waves(for: viewer)
        let plan = facts.region.plan
        let usual = NewWave(
            title: "", quota: facts.region.quota,
            months: plan.start...(plan.start + (plan.months - 1)), funds: [])
        let funds = try await desk.funds(for: viewer)
        return WavesPage(
            rows: waves.map(WavesPresenter.row),
            fields: viewer.may(.planWaves)
                ? WavesPresenter.fields(usual, funds, typed: typed) : nil,
            key: FormKey.new(), trouble: trouble)
    }

    func wave(_ context: WebContext, _ viewer: Viewer) async throws -> Wave {
        guard let wave = try await desk.wave(try pathID(context), for: viewer) else {
            throw HTTPError(.notFound)
        }
        return wave
    }

    private func wavePage(
        _ wave: Wave, trying plan: NewWave?, typed: [String: String]? = nil,
        trouble: Problem? = nil, _ viewer: Viewer
    ) async throws -> WavePage {
        let funds = try await desk.funds(for: viewer)
        var outlook: WaveOutlook
        if let plan, plan != wave.plan {
            outlook = try await desk.outlook(of: plan, for: viewer)
        } else {
            outlook = try await desk.outlook(of: wave, for: viewer)
        }
        let powers =
            viewer.may(.planWaves)
            ? WavePage.Powers(
                fields: WavesPresenter.fields(outlook.plan, funds, typed: typed),
                version: wave.version, key: FormKey.new()) : nil
        return WavesPresenter.page(
            facts, wave, outlook, funds, powers: powers, trouble: trouble)
    }

    /// Does what a button of the plan asks for; what is wrong is told above the plan.
    private func changeWave(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.waves)
        let form = try await form(request)
        try requireToken(form, session)
        try viewer.require(.planWaves)
        let wave = try await wave(context, viewer)
        do {
            return Response.redirect(
                to: try await changed(wave, form, viewer), type: .normal)
        } catch let problem as Problem {
            guard [.input, .conflict, .nothingUsable].contains(problem.kind) else { throw problem }
            let isPlan = form["aksi"] == "simpan" || form["aksi"] == "hitung"
            return try page(
                try await wavePage(
                    wave, trying: nil, typed: isPlan ? form : nil, trouble: problem, viewer),
                request, visitor, status: .unprocessableContent)
        }
    }

    /// Where to go then.
    private func changed(
        _ wave: Wave, _ form: [String: String], _ viewer: Viewer
    ) async throws -> String {
        let key = RoundForms.key(form)
        let version = form["versi"].flatMap { Int($0) } ?? 0
        switch form["aksi"] {
        case "hitung", "simpan":
            guard let plan = WaveForms.plan(form) else { throw Desk.unusableWave() }
            if form["aksi"] == "hitung" {
                let months = plan.months.upperBound - plan.months.lowerBound + 1
                return Address.wave(
                    wave.id, quota: plan.quota, first: plan.months.lowerBound, months: months,
                    funds: plan.funds)
            }
            try await desk.changeWave(wave.id, to: plan, version: version, key: key, for: viewer)
        case "konfirmasi", "lepas":
            try await desk.confirmWave(
                wave.id, isConfirmed: form["aksi"] == "konfirmasi", key: key, for: viewer)
        case "bekukan":
            try await desk.freezeWave(wave.id, version: version, key: key, for: viewer)
            return Address.waveOrder(wave.id)
        case "batal": try await desk.cancelWave(wave.id, key: key, for: viewer)
        default: throw HTTPError(.notFound)
        }
        return Address.wave(wave.id)
    }
}
