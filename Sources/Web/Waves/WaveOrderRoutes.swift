import Civic
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// `/kerja/gelombang/{id}/urutan`: who is chosen and who waits, why, and how to prove it.
    func addWaveOrderRoutes(to router: Router<WebContext>) {
        router.get("/kerja/gelombang/{id}/urutan") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let wave = try await wave(context, viewer)
            if let slug = request.uri.queryParameters["kel"].map(String.init) {
                return try page(
                    try await wavePlaces(wave, slug, request, viewer), request, visitor)
            }
            let isChecked = request.uri.queryParameters["periksa"] != nil
            return try page(
                try await waveOrder(wave, isChecked: isChecked, viewer), request, visitor)
        }
        router.get("/kerja/gelombang/{id}/urutan.csv") { request, context in
            let (wave, places) = try await frozenPlaces(request, context)
            var response = body(
                try WaveFile(wave, places).csv(), "text/csv; charset=utf-8", request)
            response.headers[.contentDisposition] =
                "attachment; filename=\"urutan-gelombang-\(wave.id).csv\""
            return response
        }
        router.get("/kerja/gelombang/{id}/urutan.xlsx") { request, context in
            let (wave, places) = try await frozenPlaces(request, context)
            return workbook(
                try WaveFile(wave, places).workbook(), "urutan-gelombang-\(wave.id).xlsx", request)
        }
        router.get("/kerja/gelombang/{id}/urutan.pdf") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.waves)
            let id = try pathID(context)
            let order = try await desk.waveOrderPaper(
                id, site: siteAddress(request), for: viewer)
            guard let order else { throw HTTPError(.notFound) }
            return paper(order, "urutan-gelombang-\(id).pdf", request)
        }
        router.get("/kerja/gelombang/{id}/urutan.txt") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.waves)
            let id = try pathID(context)
            guard let text = try await desk.waveText(id, for: viewer) else {
                throw HTTPError(.notFound)
            }
            var response = body(text, "text/plain; charset=utf-8", request)
            response.headers[.contentDisposition] =
                "attachment; filename=\"urutan-gelombang-\(id).txt\""
            return response
        }
    }

    /// While nothing is frozen, the shares that the candidates of now would have.
    private func waveOrder(
        _ wave: Wave, isChecked: Bool, _ viewer: Viewer
    ) async throws -> WaveOrderPage {
        guard wave.order != nil else {
            let outlook = try await desk.outlook(of: wave, for: viewer)
            return WaveOrderPresenter.page(
                facts, wave, rule: desk.waveRule, outlook.shares, last: [:], check: nil)
        }
        let found = try await desk.waveShares(of: wave.id, for: viewer)
        var check: WaveCheck?
        if isChecked { check = try await desk.checkWave(wave.id, for: viewer) }
        return WaveOrderPresenter.page(
            facts, wave, rule: desk.waveRule, found.shares, last: found.last, check: check)
    }

    private func wavePlaces(
        _ wave: Wave, _ slug: String, _ request: Request, _ viewer: Viewer
    ) async throws -> WavePlacesPage {
        let village =
            slug == WaveOrderPresenter.nowhere
            ? nil : PlaceSlugs(facts.region.places).village(slug)
        let found = try await desk.waveShares(of: wave.id, for: viewer)
        guard let order = wave.order, village != nil || slug == WaveOrderPresenter.nowhere,
            let share = found.shares.first(where: { $0.village == village })
        else { throw HTTPError(.notFound) }
        let query = request.uri.queryParameters
        let after = query["sesudah"].flatMap { Int($0) }
        let places = try await desk.wavePlaces(
            of: wave.id, WavePlaceFilter(village.map { .one($0) } ?? .unknown), after: after ?? 0,
            for: viewer)
        var neighbours: WaveNeighbours?
        if let place = query["tempat"].flatMap({ Int($0) }) {
            neighbours = try await desk.wavePlace(place, of: wave.id, for: viewer)
            guard neighbours?.line.place.candidate.village == village else {
                throw HTTPError(.notFound)
            }
        }
        return WaveOrderPresenter.places(
            facts, wave, order, share, places, after: after, explaining: neighbours,
            seesPeople: viewer.may(.seePeople))
    }

    private func frozenPlaces(
        _ request: Request, _ context: WebContext
    ) async throws -> (Wave, [WavePlace]) {
        let visitor = try await visitor(request, context)
        let (viewer, _) = try visitor.signedIn(wanting: Address.waves)
        let wave = try await wave(context, viewer)
        guard wave.order != nil else { throw HTTPError(.notFound) }
        return (wave, try await desk.allWavePlaces(of: wave.id, for: viewer))
    }
}
