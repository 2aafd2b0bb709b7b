package import Civic
import Jamsostek
import Papers
import Programme
import Store

extension Desk {
    /// The letter that tells a person what was decided, as paper; nil for a person out of reach, and
    /// as long as nothing is decided. `asOf` is the day of the data that were checked; `reasons` says
    /// why not, in the words that everybody gets, with the further codes it is given.
    package func decisionLetter(
        to number: PersonNumber, asOf: Day, for viewer: Viewer,
        reasons: (ReasonCard, _ further: [String]) -> [LetterReason]
    ) async throws(Problem) -> [UInt8]? {
        guard let decision = try await decision(about: number, for: viewer) else { return nil }
        let card = decision.card
        let why = decision.isAccepted ? [] : reasons(card, decision.further)
        // A letter that refuses without a reason helps nobody.
        guard decision.isAccepted || !why.isEmpty else { return nil }
        try await store.record(
            "letter.print", number.text, by: Act(actor: viewer.account.login, at: .now()))
        return try DecisionLetter(
            region: region, card: card, result: decision.result, reasons: why, asOf: asOf,
            reportDays: try law.hours(of: .accidentReport, on: card.today) / 24
        ).paper.pdf()
    }

    /// Whether there is something decided that a letter can tell.
    package func hasLetter(
        to number: PersonNumber, for viewer: Viewer
    ) async throws(Problem) -> Bool {
        try await decision(about: number, for: viewer) != nil
    }

    private struct Decision {
        let card: ReasonCard
        let result: DecisionLetter.Result
        /// Codes of the reasons for which the insurer refused.
        let further: [String]

        var isAccepted: Bool {
            if case .accepted = result { true } else { false }
        }
    }

    private func decision(
        about number: PersonNumber, for viewer: Viewer
    ) async throws(Problem) -> Decision? {
        let scope = try viewer.scope(for: .seePeople)
        // Agencies do not know who is a member, and would tell one that nothing was decided.
        guard scope.agency == nil else { return nil }
        guard let card = try await reasonCard(of: number, for: viewer) else { return nil }
        let members = try await store.members(of: number, in: scope).map(\.member)
        guard let result = try await result(card, members) else { return nil }
        return Decision(
            card: card, result: result,
            further: members.filter { $0.state == .refused }.compactMap(\.cause))
    }

    private func result(
        _ card: ReasonCard, _ members: [Member]
    ) async throws(Problem) -> DecisionLetter.Result? {
        let own = members.filter { $0.cohort == Member.programmeCohort }
        if let member = own.first(where: \.state.isStanding), let line = member.decree {
            return .accepted(member, decree: try await decreeText(line.decree))
        }
        // Whoever has left has had another letter, or died.
        if own.contains(where: { $0.state == .ended }) { return nil }
        if own.contains(where: { $0.state == .refused }) || card.verification == .refused {
            return .refused
        }
        switch card.record.summary.standing {
        case .refused: return .refused
        case .insured: return .insured
        case .waiting: return .waiting(card.record.summary.waitingPlace)
        case .selected, .review: return nil
        }
    }

    /// `500.15.1/Kep.655-… tanggal 29 Oktober 2025`.
    private func decreeText(_ id: Int) async throws(Problem) -> String {
        guard let decree = try await store.decree(id, region.decrees)?.decree else {
            throw Problem.decreeUnknown()
        }
        let day = decree.signedOn.map { "tanggal \(CalendarWords.text($0, .indonesian))" }
        return [decree.number, day].compactMap(\.self).joined(separator: " ")
    }
}
