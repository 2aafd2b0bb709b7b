import Civic
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// `/kerja/antrean`: the list, the cases, and what is decided about them.
    func addQueueRoutes(to router: Router<WebContext>) {
        router.get("/kerja/antrean") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.queue)
            return try await queue(request, visitor, viewer)
        }
        router.post("/kerja/antrean/cari") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.queue)
            let form = try await form(request)
            try requireToken(form, session)
            let typed = String(Text.trimmed(form["cari"] ?? "").prefix(80))
            return try await queue(request, visitor, viewer, searched: typed)
        }
        router.get("/kerja/antrean/cari") { _, _ in
            Response.redirect(to: Address.queue, type: .normal)
        }
        router.get("/kerja/antrean/tombol") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            try viewer.require(.verify)
            let words = QueuePresenter(facts: facts, viewer: viewer)
            return try page(QueueKeysPage(reasons: words.reasons), request, visitor)
        }
        router.get("/kerja/antrean/berita-acara") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.queueRecord)
            return try page(try await record(request, viewer), request, visitor)
        }
        router.get("/kerja/antrean/{number}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let card = try await card(try personNumber(context), viewer, back: Address.queue)
            return try page(QueueCasePage(card: card), request, visitor)
        }
        addQueueDecisions(to: router)
    }

    /// The card of a case; 404 for one elsewhere.
    func card(
        _ number: PersonNumber, _ viewer: Viewer, back: String,
        trouble: QueueCard.Trouble? = nil
    ) async throws -> QueueCard {
        guard let file = try await desk.caseFile(number, for: viewer) else {
            throw HTTPError(.notFound)
        }
        let words = QueueCardWords(
            facts: facts, asOf: try await runSettings().asOf,
            reasons: QueuePresenter(facts: facts, viewer: viewer).reasons,
            viewer: viewer.account.login)
        return words.card(
            file, key: FormKey.new(), back: back, at: .now(), trouble: trouble)
    }

    private func queue(
        _ request: Request, _ visitor: Visitor, _ viewer: Viewer, searched: String? = nil
    ) async throws -> Response {
        let query = request.uri.queryParameters
        func value(_ name: String) -> String? { query[Substring(name)].map(String.init) }
        let filter = searched == nil ? QueueFilter(query: value) : QueueFilter()
        let words = QueuePresenter(facts: facts, viewer: viewer)
        guard var wanted = words.storeFilter(filter) else { throw HTTPError(.notFound) }
        if let searched, !searched.isEmpty {
            wanted.states = []
            wanted.search = PersonSearch(typed: searched, prefix: facts.region.personNumberPrefix)
        }
        let view = try await desk.queue(
            matching: wanted, at: searched == nil ? queuePosition(value) : .first, for: viewer)
        let shown = view.list.cases.first { $0.state == .open } ?? view.list.cases.first
        var card: QueueCard?
        if let shown { card = try await self.card(shown.number, viewer, back: filter.address) }
        let isSearch = searched != nil
        return try page(
            QueuePage(
                place: words.place(filter), filter: filter, choices: words.choices(filter),
                searched: searched, total: view.list.total, rows: view.list.cases.map(words.row),
                progress: words.progress(view.progress, at: .now()),
                due: view.list.cases.filter { $0.state == .open }.map(\.due).min(), card: card,
                notice: QueueNotice.read(value), recordHref: recordHref(filter, words),
                reasons: words.reasons, account: viewer.account.id, key: FormKey.new(),
                script: assets.address(of: "antrean.js"),
                previousHref: isSearch ? nil : view.list.previous.map { href(filter, $0) },
                nextHref: isSearch ? nil : view.list.next.map { href(filter, $0) }),
            request, visitor)
    }

    private func queuePosition(_ value: (String) -> String?) -> PagePosition {
        if let after = value("sesudah") { return .after(PersonCursor(number: after)) }
        if let before = value("sebelum") { return .before(PersonCursor(number: before)) }
        return .first
    }

    private func href(_ filter: QueueFilter, _ position: PagePosition) -> String {
        switch position {
        case .first: filter.address
        case .after(let cursor): filter.address(with: [("sesudah", cursor.number)])
        case .before(let cursor): filter.address(with: [("sebelum", cursor.number)])
        }
    }

    private func recordHref(_ filter: QueueFilter, _ words: QueuePresenter) -> String? {
        guard let village = words.village(filter) else { return nil }
        return "\(Address.queueRecord)?kel=\(PlaceSlugs(facts.region.places).slug(of: village))"
    }

    /// The record of one village: the viewer's own, or the one that the address names.
    private func record(_ request: Request, _ viewer: Viewer) async throws -> QueueRecordPage {
        try viewer.require(.verify)
        let filter = QueueFilter { name in
            name == "kel" ? request.uri.queryParameters["kel"].map(String.init) : nil
        }
        let words = QueuePresenter(facts: facts, viewer: viewer)
        guard let village = words.village(filter) else { throw HTTPError(.notFound) }
        let record = try await desk.verificationRecord(of: village, for: viewer)
        guard !record.cases.isEmpty else { throw HTTPError(.notFound) }
        return QueueRecordPage(
            village: facts.name(of: village) ?? "",
            district: facts.name(of: village.district) ?? "",
            day: record.day,
            lines: record.cases.map { found in
                .init(
                    number: found.number, name: found.name, rt: found.rt, rw: found.rw,
                    state: found.state, work: found.work, witness: found.witness,
                    reason: found.reason.flatMap { facts.region.reasons[$0]?.short })
            },
            reasons: record.reasons.map {
                ($0.code, facts.region.reasons[$0.code]?.short ?? .same($0.code), $0.people)
            }, confirmedBy: record.confirmedBy, hash: record.hash)
    }
}

/// What was done just before, as the address tells it: `selesai` names it, `jumlah` and `lewat`
/// count.
enum QueueNotice {
    static func address(
        _ back: String, _ done: String, people: Int? = nil, skipped: Int? = nil
    ) -> String {
        var address = "\(back)\(back.contains("?") ? "&" : "?")selesai=\(done)"
        if let people { address += "&jumlah=\(people)" }
        if let skipped { address += "&lewat=\(skipped)" }
        return address
    }

    static func read(_ value: (String) -> String?) -> QueuePage.Notice? {
        func count(_ name: String) -> Int {
            min(max(value(name).flatMap { Int($0) } ?? 0, 0), CityStore.decisionsMax)
        }
        switch value("selesai") {
        case "batal": return .undone
        case "kosong": return .noneChosen
        case "terlambat": return .tooLate
        case "jawab": return .answered
        case let state?:
            return CaseState(rawValue: state).map {
                .decided($0, people: count("jumlah"), skipped: count("lewat"))
            }
        case nil: return nil
        }
    }
}
