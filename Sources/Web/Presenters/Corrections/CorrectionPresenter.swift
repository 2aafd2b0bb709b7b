import Civic
import Office
import Pages
import Programme
import Store

/// Pages about requests to correct data.
struct CorrectionPresenter {
    let facts: CityFacts
    let desk: Desk
    let viewer: Viewer
    let today: Day

    private var words: CorrectionWords { CorrectionWords(facts: facts) }

    func list(
        _ state: CorrectionState, _ list: CorrectionList, isLater: Bool
    ) -> CorrectionsPage {
        CorrectionsPage(
            state: state,
            rows: list.requests.map { request in
                CorrectionsPage.Row(
                    line: words.line(request, viewer, desk), name: request.name,
                    village: facts.name(of: request.village),
                    daysLeft: words.daysLeft(request, today: today))
            }, total: list.total, next: list.next, isLater: isLater)
    }

    func request(
        _ record: CorrectionRecord, key: String, trouble: Phrase? = nil
    ) throws(Problem) -> CorrectionPage {
        let request = record.summary
        let moves = try desk.moves(record, for: viewer)
        return CorrectionPage(
            line: words.line(request, viewer, desk), number: request.number, name: request.name,
            kept: request.state == .open
                ? record.kept.map { words.kept(request.field, $0) } : nil,
            asked: record.asked.map(words.text), decided: record.decided.map(words.text),
            proof: request.proof, opened: request.opened,
            daysLeft: words.daysLeft(request, today: today), steps: record.steps.map(step),
            answering: moves.isEmpty
                ? nil
                : CorrectionPage.Answering(
                    seen: request.version, key: key, moves: moves,
                    input: words.input(request.field, written: record.asked?.text)),
            trouble: trouble)
    }

    private func step(_ event: CorrectionEvent) -> CorrectionPage.Step {
        CorrectionPage.Step(
            what: event.step, office: facts.officeName(event.office), proof: event.proof,
            reason: event.reason, actor: event.actor, at: JournalWords.moment(event.at))
    }

    /// What was sent with the form, to be shown again with what is wrong with it.
    struct Sent {
        let field: CorrectionField
        let value: String
        let proof: CorrectionProof?
        let key: String
        let trouble: Phrase?
    }

    func form(_ record: PersonRecord, _ sent: Sent?) -> CorrectionFormPage {
        let data = KeptData(record)
        func kept(_ field: CorrectionField) -> CorrectionFormPage.Kept {
            CorrectionFormPage.Kept(field: field, value: words.kept(field, data))
        }
        return CorrectionFormPage(
            number: record.summary.number, name: record.summary.name,
            choices: CorrectionField.allCases.map(kept),
            entry: sent.map { sent in
                CorrectionFormPage.Entry(
                    kept: kept(sent.field),
                    input: words.input(sent.field, written: sent.value), proof: sent.proof,
                    key: sent.key, trouble: sent.trouble)
            })
    }
}
