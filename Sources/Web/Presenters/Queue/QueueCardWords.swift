import Civic
import Office
import Pages
import Programme
import Store

/// The decision card of one case, in words.
struct QueueCardWords {
    let facts: CityFacts
    let asOf: Day
    let reasons: [(code: String, name: Phrase)]
    /// Login of whoever looks at the card.
    let viewer: String

    func card(
        _ file: CaseFile, key: String, back: String, at now: Instant,
        trouble: QueueCard.Trouble? = nil
    ) -> QueueCard {
        let found = file.listed
        let policy = facts.region.verification
        let verdicts = VerdictWords(facts: facts, asOf: asOf)
        return QueueCard(
            number: found.person.number, name: found.person.name, nik: found.person.nik,
            state: found.state, lane: found.lane, standing: found.standing, work: found.work,
            version: found.version, occupation: facts.occupation(found.person.occupation)?.name,
            village: facts.name(of: found.person.village), rt: found.rt, rw: found.rw,
            due: found.due, maker: found.maker.map { file.names[$0] ?? $0 },
            reason: found.person.reasons.first.flatMap { facts.region.reasons[$0]?.short },
            verdicts: file.record.verdicts.compactMap(verdicts.verdict),
            differing: file.record.rows.map { SourceRowWords.row(facts, $0, of: found.person) }
                .filter { !$0.differences.isEmpty || isAnotherName($0, found.person.name) },
            reasons: reasons,
            missing: missing(file), objectors: objectors(file),
            events: file.events.reversed().map { event in
                .init(
                    what: QueueCardWords.what(event, facts),
                    who: file.names[event.actor] ?? event.actor, at: JournalWords.moment(event.at))
            },
            canUndo: file.canUndo(policy, at: now), key: key, back: back, trouble: trouble)
    }

    private func isAnotherName(_ row: PersonPage.SourceRow, _ best: String) -> Bool {
        NameDifference.runs(of: row.nameAsWritten, against: best).contains(where: \.isDifferent)
    }

    /// Of somebody undecided, what an approval by the viewer would leave.
    private func missing(_ file: CaseFile) -> [QueueCard.Missing] {
        var known = file.facts
        if known.state == .open || known.state == .field {
            (known.state, known.decider) = (.approved, viewer)
        }
        return facts.region.verification.missing(known).map { missing in
            switch missing {
            case .workAnswer: .work
            case .agency(let id): .agency(facts.agencyName(id) ?? .same(id))
            case .confirmations(let count): .confirmations(count)
            }
        }
    }

    private func objectors(_ file: CaseFile) -> [Phrase] {
        facts.region.verification.objectors(file.facts).map { source in
            if source == Confirmation.rw { return Phrase("Ketua RW", en: "The RW head") }
            let id = source.split(separator: ":").last.map(String.init)
            return facts.agencyName(id) ?? .same(source)
        }
    }

    /// What the page of a person tells of the verification.
    func verification(_ file: CaseFile, mayDecide: Bool) -> PersonPage.Verification {
        // Of whoever is refused nothing more is wanted.
        let isRefused = file.listed.state == .refused
        return PersonPage.Verification(
            state: file.listed.state, lane: file.listed.lane, standing: file.listed.standing,
            missing: isRefused ? [] : missing(file),
            objectors: isRefused ? [] : objectors(file), mayDecide: mayDecide)
    }

    static func what(_ event: CaseEvent, _ facts: CityFacts) -> QueueCard.Event.What {
        switch event.kind {
        case .approve, .field: .decided(event.state, reason: nil)
        case .refuse: .decided(.refused, reason: name(event.reason, facts))
        case .work: event.work.map { .answered($0) } ?? .undone
        case .undo: .undone
        }
    }

    static func what(_ decision: CaseDecision, _ facts: CityFacts) -> QueueCard.Event.What {
        switch decision.step {
        case .approve: .decided(.approved, reason: nil)
        case .field: .decided(.field, reason: nil)
        case .refuse(let code): .decided(.refused, reason: name(code, facts))
        case .work: decision.work.map { .answered($0) } ?? .undone
        }
    }

    /// `Bukan penduduk kota (A1)`.
    private static func name(_ code: String?, _ facts: CityFacts) -> Phrase? {
        guard let code else { return nil }
        guard let short = facts.region.reasons[code]?.short else { return .same(code) }
        return Phrase("\(short.indonesian) (\(code))", en: "\(short.english) (\(code))")
    }
}
