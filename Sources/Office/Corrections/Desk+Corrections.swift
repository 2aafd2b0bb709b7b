package import Civic
import Jamsostek
package import Programme
package import Store

extension Desk {
    /// How many requests a page of their list holds.
    package static let correctionsPerPage = 50

    // MARK: The card that says why

    /// What the card says of a person besides what the person's page does; nil when there is no such
    /// person in the viewer's reach.
    package func reasonCard(
        of number: PersonNumber, for viewer: Viewer
    ) async throws(Problem) -> ReasonCard? {
        let scope = try viewer.scope(for: .seePeople)
        guard let record = try await store.person(number, in: scope) else { return nil }
        let decided = try await store.decisionDay()
        return ReasonCard(
            record: record,
            verification: try await store.caseStanding(of: number, in: scope),
            refusal: try await store.caseEvents(about: number, in: scope).last { event in
                event.kind == .refuse
            }?.reason,
            decided: decided,
            objectionEnds: decided.map { region.corrections.objectionEnds(decidedOn: $0) },
            corrections: try await store.corrections(of: number, in: scope),
            today: .jakarta(at: .now()))
    }

    /// All requests about a person in the viewer's reach, oldest first.
    package func corrections(
        of number: PersonNumber, for viewer: Viewer
    ) async throws(Problem) -> [CorrectionSummary] {
        try await store.corrections(of: number, in: try viewer.scope(for: .seePeople))
    }

    /// Whether the viewer may open a request about somebody in its reach.
    package func mayOpen(_ request: CorrectionSummary, _ viewer: Viewer) -> Bool {
        guard let scope = try? viewer.scope(for: .answerCorrection) else { return false }
        return scope.agency == nil || scope.agency == request.office
            || request.requester == viewer.account.login
    }

    // MARK: Requests

    /// Notes that a datum is wrong, once for each `key`. Returns the receipt.
    package func requestCorrection(
        of number: PersonNumber, _ datum: CorrectedDatum, proof: CorrectionProof, key: String,
        for viewer: Viewer
    ) async throws(Problem) -> String {
        let scope = try viewer.scope(for: .requestCorrection)
        try requireKnown(datum)
        let policy = region.corrections
        let due = law.officeDay(
            policy.answerDays, workingDaysAfter: .jakarta(at: .now()))
        return try await store.requestCorrection(
            NewCorrection(number: number, datum: datum, proof: proof, due: due),
            prefix: policy.receiptPrefix, in: scope, try await correctionTerms(),
            by: Act(actor: viewer.account.login, at: .now(), key: key))
    }

    /// A person whose data the viewer may say are wrong; nil when there is none.
    package func personToCorrect(
        _ number: PersonNumber, for viewer: Viewer
    ) async throws(Problem) -> PersonRecord? {
        try await store.person(number, in: try viewer.scope(for: .requestCorrection))
    }

    /// The requests in one state that the viewer may answer or has to do with.
    package func corrections(
        _ state: CorrectionState, after position: Int?, for viewer: Viewer
    ) async throws(Problem) -> CorrectionList {
        try await store.corrections(
            state, in: CorrectionReach(try viewer.scope(for: .answerCorrection)),
            after: position, limit: Desk.correctionsPerPage)
    }

    /// One request; nil when there is none that the viewer may see.
    package func correction(
        _ receipt: String, for viewer: Viewer
    ) async throws(Problem) -> CorrectionRecord? {
        try await store.correction(
            receipt, in: try reach(of: viewer), try await correctionTerms())
    }

    package func answerCorrection(
        _ receipt: String, _ answer: CorrectionAnswer, seen: Int, key: String, for viewer: Viewer
    ) async throws(Problem) -> CorrectionOutcome {
        if case .accept(let datum) = answer { try requireKnown(datum) }
        return try await store.answerCorrection(
            receipt, answer, seen: seen, as: try reach(of: viewer), try await correctionTerms(),
            by: Act(actor: viewer.account.login, at: .now(), key: key))
    }

    /// What the viewer may do with a request.
    package func moves(
        _ record: CorrectionRecord, for viewer: Viewer
    ) throws(Problem) -> Set<CorrectionStep> {
        let request = record.summary
        let party = try reach(of: viewer).party
        guard request.state == .open, party.acts(for: request.office) else { return [] }
        var moves: Set<CorrectionStep> = [.refuse]
        if record.route.mayAccept(request.office, party),
            request.requester != viewer.account.login
        {
            moves.insert(.accept)
        }
        if request.office == CorrectionPolicy.village {
            if record.route.next(after: request.office, .forward) != nil { moves.insert(.forward) }
        } else if record.route.next(after: request.office, .pass) != nil {
            moves.insert(.pass)
        }
        return moves
    }

    /// Requests that wait for the viewer's own office; for whoever runs the programme, all.
    func waitingCorrections(for viewer: Viewer) async throws(Problem) -> Waiting {
        let reach = CorrectionReach(try viewer.scope(for: .answerCorrection))
        let office: String? =
            switch reach.party {
            case .manager: nil
            case .village: CorrectionPolicy.village
            case .agency(let id): id
            }
        return try await store.waitingCorrections(for: office, in: reach)
    }

    /// Whose own requests may be seen as well as those to be answered.
    private func reach(of viewer: Viewer) throws(Problem) -> CorrectionReach {
        CorrectionReach(
            try viewer.scope(for: .answerCorrection), login: viewer.account.login)
    }

    /// People are judged again by the rules of the run that judged them.
    private func correctionTerms() async throws(Problem) -> CorrectionTerms {
        let today = Day.jakarta(at: .now())
        let asOf = try await store.runSettings()?.asOf ?? today
        let due = law.officeDay(region.verification.deadlineDays, workingDaysAfter: today)
        return CorrectionTerms(
            policy: region.corrections,
            verification: VerificationTerms(policy: region.verification, due: due),
            rejudging: Rejudging(
                eligibility: Eligibility(
                    rules: region.rules, asOf: asOf, occupations: region.occupations),
                occupations: region.occupations))
    }

    /// An occupation must be one that the region pack knows, and nobody is born tomorrow.
    private func requireKnown(_ datum: CorrectedDatum) throws(Problem) {
        switch datum {
        case .occupation(let code) where region.occupations.position(code: code) == nil:
            throw Desk.wrongDatum()
        case .birth(let day) where day > .jakarta(at: .now()): throw Desk.wrongDatum()
        default: break
        }
    }

    private static func wrongDatum() -> Problem {
        Problem(
            .input, "correction-value",
            Phrase("Isian tidak dapat dipakai.", en: "The value cannot be used."),
            do: Phrase(
                "Periksa isiannya, lalu kirim lagi.", en: "Check the value and send it again."))
    }
}

/// All that the card "why not yet?" says about one person.
package struct ReasonCard: Sendable {
    package let record: PersonRecord
    package let verification: CaseStanding?
    /// Code of the reason for which the kelurahan refused last.
    package let refusal: String?
    /// When the decision that holds now was made.
    package let decided: Day?
    /// The last day for objections.
    package let objectionEnds: Day?
    package let corrections: [CorrectionSummary]
    package let today: Day
}
