import Civic
import Programme

/// Keeps answers to requests and does what they say, inside a transaction.
struct CorrectionAnswering {
    let terms: CorrectionTerms
    let sealer: Sealer
    let journal: JournalWriter
    let writer: any SQLWriter

    func answer(
        _ found: CorrectionSummary, _ answer: CorrectionAnswer, seen: Int,
        as party: CorrectionParty, by act: Act
    ) throws(Problem) -> CorrectionOutcome {
        guard found.state == .open, found.version == seen else { return .conflict }
        guard party.acts(for: found.office) else { return .notYours }
        let occupation = try CorrectionTable.occupation(of: found.id, writer)
        let route = terms.route(found.field, occupation)
        switch answer {
        case .accept(let datum):
            guard datum.field == found.field, route.mayAccept(found.office, party) else {
                return .notYours
            }
            guard act.actor != found.requester else { return .own }
            try accept(found, datum, by: act)
        case .refuse(let reason):
            try close(found, .refused, by: act)
            try note(found, answer, office: found.office, reason: reason, by: act)
        case .pass:
            guard let next = route.next(after: found.office, .pass) else { return .notYours }
            try move(found, to: next, answer, proof: nil, by: act)
        case .forward(let proof):
            guard found.office == CorrectionPolicy.village, proof != .none,
                let next = route.next(after: found.office, .forward)
            else { return .notYours }
            try move(found, to: next, answer, proof: proof, by: act)
        }
        return .done
    }

    private func accept(
        _ found: CorrectionSummary, _ datum: CorrectedDatum, by act: Act
    ) throws(Problem) {
        let boxes = CorrectionBoxes(sealer: sealer)
        try close(found, .accepted, by: act)
        try writer.execute(
            "UPDATE correction SET decided_sealed = $2 WHERE id = $1",
            [SQLValue(found.id), try boxes.seal(datum, .decided, found.id)])
        var detail: [String: String] = [:]
        // Whoever is on no list now is corrected when a list brings them again.
        if let stored = try StoredPerson.read(found.number, sealer, writer) {
            let corrected = stored.person.corrected(
                datum, source: RuleVerdict.source(ofCorrection: found.receipt),
                on: .jakarta(at: act.at), terms.rejudging)
            try keepIdentity(found, stored.person)
            try PersonRewriting(
                sealer: sealer, verification: terms.verification, act: act, writer: writer
            ).replace(stored, by: corrected)
            detail["before"] = stored.person.standing.rawValue
            detail["after"] = corrected.standing.rawValue
        }
        try note(found, .accept(datum), office: found.office, reason: nil, detail, by: act)
    }

    /// By what lists go on knowing the person.
    private func keepIdentity(
        _ found: CorrectionSummary, _ person: ImportedPerson
    ) throws(Problem) {
        guard found.field.isIdentity else { return }
        let text = IdentityBefore(person).text
        try writer.execute(
            "UPDATE correction SET before_sealed = $2 WHERE id = $1",
            [
                SQLValue(found.id),
                .bytes(try sealer.seal(Array(text.utf8), .before, row: found.id)),
            ])
    }

    private func close(
        _ found: CorrectionSummary, _ state: CorrectionState, by act: Act
    ) throws(Problem) {
        try writer.execute(
            """
            UPDATE correction SET state = $2, version = version + 1, closed = $3 WHERE id = $1
            """,
            [SQLValue(found.id), .text(state.rawValue), SQLValue(Day.jakarta(at: act.at))])
    }

    private func move(
        _ found: CorrectionSummary, to office: String, _ answer: CorrectionAnswer,
        proof: CorrectionProof?, by act: Act
    ) throws(Problem) {
        try writer.execute(
            """
            UPDATE correction SET office = $2, version = version + 1, proof = COALESCE($3, proof)
            WHERE id = $1
            """, [SQLValue(found.id), .text(office), SQLValue(proof?.rawValue)])
        try note(found, answer, office: office, reason: nil, proof: proof, by: act)
    }

    private func note(
        _ found: CorrectionSummary, _ answer: CorrectionAnswer, office: String,
        reason: CorrectionRefusal?, proof: CorrectionProof? = nil,
        _ more: [String: String] = [:], by act: Act
    ) throws(Problem) {
        try CorrectionTable.append(
            CorrectionEvent(
                seq: found.version + 1, step: answer.step, office: office, proof: proof,
                reason: reason, actor: act.actor, at: act.at), to: found.id, writer)
        var detail = ["receipt": found.receipt, "office": office]
        detail["reason"] = reason?.rawValue
        try journal.append(
            "correction.\(answer.step.rawValue)", found.number,
            detail.merging(more) { _, new in new }, by: act, to: writer)
    }
}
