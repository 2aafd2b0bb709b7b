import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/peserta/{number}`: everything about one person; POST to `…/nik` shows the full number
    /// and records who asked.
    func addPersonRoutes(to router: Router<WebContext>) {
        router.get("/kerja/peserta/{number}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let number = try personNumber(context)
            // A number that somebody else was found to be leads to that person.
            if let current = try await desk.currentNumber(of: number, for: viewer),
                current != number
            {
                return Response.redirect(to: Address.person(current.text), type: .normal)
            }
            return try page(try await person(number, revealed: nil, viewer), request, visitor)
        }
        router.post("/kerja/peserta/{number}/nik") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.people)
            try requireToken(try await form(request), session)
            let number = try personNumber(context)
            let nik = try await desk.revealNIK(of: number, for: viewer)
            return try page(
                try await person(number, revealed: nik?.revealed(), viewer), request, visitor)
        }
        router.get("/kerja/peserta/{number}/nik") { request, context in
            Response.redirect(to: Address.person(try personNumber(context).text), type: .normal)
        }
    }

    private func person(
        _ number: PersonNumber, revealed: String?, _ viewer: Viewer
    ) async throws -> PersonPage {
        guard let record = try await desk.person(number, for: viewer) else {
            throw HTTPError(.notFound)
        }
        let figures = try await desk.publicFigures()
        let corrections = try await desk.corrections(of: number, for: viewer)
        return PersonPresenter.page(
            facts, record: record, revealedNIK: revealed, funds: funds,
            settings: try await runSettings(), ranked: figures[.eligible],
            questions: try await desk.caseQuestions(about: number, for: viewer),
            verification: try await desk.verification(of: number, for: viewer),
            mayDecide: viewer.may(.verify), links: try await links(record, viewer),
            corrections: corrections.map { CorrectionWords(facts: facts).line($0, viewer, desk) },
            members: try await memberCards(number, viewer),
            hasMonths: try await desk.hasMonths(number.text, for: viewer),
            hasLetter: try await desk.hasLetter(to: number, for: viewer))
    }

    /// Where the person stands as a member; nothing for whoever may not see members.
    private func memberCards(
        _ number: PersonNumber, _ viewer: Viewer
    ) async throws -> [MemberCard] {
        guard viewer.may(.seeMembers) else { return [] }
        let mayChange = viewer.may(.changeMembers)
        return try await desk.members(of: number, for: viewer).map { record in
            changePresenter.card(record, mayChange: mayChange)
        }
    }

    /// Nil for whoever may not decide who this person is.
    private func links(
        _ record: PersonRecord, _ viewer: Viewer
    ) async throws -> PersonPage.Links? {
        guard try await desk.mayDecide(record.summary, viewer) else { return nil }
        var decisions: [PairDecision] = []
        for decision in record.links { decisions.append(try await pairDecision(decision)) }
        return PersonPage.Links(decisions: decisions, key: FormKey.new())
    }
}
