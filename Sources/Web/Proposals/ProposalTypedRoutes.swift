import Civic
import Hummingbird
import Intake
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/usulan/ketik`: people typed one after the other.
    func addTypedRoutes(to router: Router<WebContext>) {
        router.get("/kerja/usulan/ketik") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.proposalType)
            try viewer.require(.propose)
            return try page(
                ProposalTypedPage(id: nil, rows: [], key: FormKey.new()), request, visitor)
        }
        router.post("/kerja/usulan/ketik") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.proposalType)
            try viewer.require(.propose)
            let form = try await form(request)
            try requireToken(form, session)
            guard let values = typedValues(form) else {
                return try page(
                    ProposalTypedPage(
                        id: nil, rows: [], key: form["kunci"] ?? FormKey.new(), entry: form,
                        isIncomplete: true), request, visitor, status: .unprocessableContent)
            }
            let key = form["kunci"] ?? FormKey.new()
            let id = try await desk.beginTyped(rw: nil, key: key, for: viewer)
            try await desk.addTyped(values, to: id, key: key, for: viewer)
            return Response.redirect(to: Address.proposalTyped(id), type: .normal)
        }
        router.get("/kerja/usulan/{id}/ketik") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let list = try await proposal(context, viewer)
            guard list.kind == .typed, list.state == .open else { throw HTTPError(.notFound) }
            return try page(try await typedPage(list, viewer), request, visitor)
        }
        router.post("/kerja/usulan/{id}/ketik") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.proposals)
            let form = try await form(request)
            try requireToken(form, session)
            let list = try await proposal(context, viewer)
            guard let values = typedValues(form) else {
                return try page(
                    try await typedPage(list, viewer, entry: form), request, visitor,
                    status: .unprocessableContent)
            }
            try await desk.addTyped(
                values, to: list.id, key: form["kunci"] ?? FormKey.new(), for: viewer)
            return Response.redirect(to: Address.proposalTyped(list.id), type: .normal)
        }
    }

    private func typedPage(
        _ list: ProposalList, _ viewer: Viewer, entry: [String: String]? = nil
    ) async throws -> ProposalTypedPage {
        let rows = try await desk.proposalRows(
            of: list.id, states: [.ready, .look, .unreadable, .ignored], after: 0, limit: 200,
            for: viewer)
        return ProposalTypedPage(
            id: list.id,
            rows: rows.map { row in
                let view = ProposalPresenter.row(facts, row)
                return .init(name: view.name, nik: view.nik, isReady: row.state == .ready)
            }, key: entry?["kunci"] ?? FormKey.new(), entry: entry ?? [:],
            isIncomplete: entry != nil)
    }

    /// The columns of a form; nil without name and number, or with a date that does not exist.
    private func typedValues(_ form: [String: String]) -> [Column: String]? {
        var values = columnValues(form)
        switch WrittenDay(form) {
        case .none: break
        case .unreadable: return nil
        case .day(let day):
            let parts = day.parts
            let (date, month) = (parts.day, parts.month)
            values[.birthDate] =
                "\(NumberText.padded(date, to: 2))-\(NumberText.padded(month, to: 2))-\(parts.year)"
        }
        let isNamed = [Column.nik, .name].contains { !(values[$0] ?? "").isEmpty }
        return isNamed ? values : nil
    }

    /// `k-nik=…`: the fields of a form that are columns.
    func columnValues(_ form: [String: String]) -> [Column: String] {
        var values: [Column: String] = [:]
        for (name, text) in form where name.hasPrefix("k-") {
            guard let column = Column(rawValue: String(name.dropFirst(2))) else { continue }
            values[column] = String(Text.trimmed(text).prefix(200))
        }
        return values
    }
}
