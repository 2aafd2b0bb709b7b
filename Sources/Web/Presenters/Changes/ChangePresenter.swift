import Civic
import Jamsostek
import Office
import Pages
import Programme
import Store

/// Pages about what happens to members.
struct ChangePresenter {
    let facts: CityFacts
    let today: Day

    private var policy: ChangePolicy { facts.region.changes }

    // MARK: Parts

    func kindName(_ id: String) -> Phrase { policy.kind(id)?.name ?? .same(id) }

    private func word(_ id: String, of words: [ChangeWord]) -> Phrase {
        words.first { $0.id == id }?.name ?? .same(id)
    }

    func line(_ change: ChangeSummary) -> ChangeLine {
        ChangeLine(
            id: change.id, number: change.number, name: change.name,
            village: facts.name(of: change.village), kind: kindName(change.kind),
            day: change.day, ended: change.ended, replacedBy: change.replacedBy,
            stage: Self.stage(change.standing))
    }

    private static func stage(_ standing: ChangeStanding) -> ChangeStage {
        switch standing {
        case .noted: .noted
        case .drafted: .drafted
        case .amended: .amended
        case .takenBack: .takenBack
        }
    }

    static func standing(_ stage: ChangeStage) -> ChangeStanding {
        switch stage {
        case .noted: .noted
        case .drafted: .drafted
        case .amended: .amended
        case .takenBack: .takenBack
        }
    }

    static func badge(_ state: MemberState) -> MemberBadge {
        switch state {
        case .determined: .determined
        case .enrolled: .enrolled
        case .active: .active
        case .refused: .refused
        case .ended: .ended
        }
    }

    func head(_ member: Member, paidUntil: Month?) -> MemberHead {
        MemberHead(
            number: member.number, name: member.name, village: facts.name(of: member.village),
            state: Self.badge(member.state), participant: member.participant,
            paidUntil: paidUntil)
    }

    private func head(_ member: Member, _ months: [PaidCover]) -> MemberHead {
        head(member, paidUntil: months.last { $0.state == .paid }?.month)
    }

    private func skipped(_ people: [Replacement.Skipped]) -> [SkippedLine] {
        people.map { person in
            var words: Phrase?
            if case .refused(let code) = person.reason { words = facts.region.reasons[code]?.short }
            return SkippedLine(number: person.number, reason: person.reason, words: words)
        }
    }

    private func benefits(
        _ awards: [DeathCase.Cause: BenefitAward]
    ) -> [EffectView.Benefit] {
        DeathCase.Cause.allCases.compactMap { cause in
            awards[cause].map { award in
                EffectView.Benefit(
                    isAccident: cause == .workAccident, total: award.total,
                    isUncertain: award.note == .confirmWithInsurer)
            }
        }
    }

    // MARK: The list

    func found(_ member: Member, mayChange: Bool) -> ChangesPage.Found {
        ChangesPage.Found(
            number: member.number, name: member.name, village: facts.name(of: member.village),
            state: Self.badge(member.state), mayChange: mayChange)
    }

    /// Kinds of `changeable` may be set aside.
    func likely(_ likely: LikelyChange, changeable: Set<String>) -> ChangesPage.Likely {
        let (member, verdict) = (likely.member, likely.verdicts.first)
        return ChangesPage.Likely(
            number: member.number, name: member.name, village: facts.name(of: member.village),
            kind: kindName(likely.kind), kindID: likely.kind,
            source: facts.agencyName(verdict?.agency), day: verdict?.day,
            evidence: changeable.contains(likely.kind) ? likely.evidence : nil)
    }

    func dismissed(_ dismissal: LikelyDismissal) -> ChangesPage.Dismissed {
        ChangesPage.Dismissed(
            number: dismissal.number, name: dismissal.name,
            village: facts.name(of: dismissal.village), kind: kindName(dismissal.kind),
            reason: dismissal.reason, who: dismissal.actor, at: JournalWords.moment(dismissal.at))
    }

    /// `villages` are the places that the viewer may choose from.
    func filters(_ villages: [PlaceCode]) -> [ChangeFilterBox] {
        let slugs = PlaceSlugs(facts.region.places)
        let kinds = policy.kinds.map { ChangeFilterBox.Option(value: $0.id, name: $0.name) }
        let places = villages.compactMap { village in
            facts.name(of: village).map { name in
                ChangeFilterBox.Option(value: slugs.slug(of: village), name: .same(name))
            }
        }
        let boxes = [ChangeFilterBox(.kind, kinds)]
        let village = places.count > 1 ? [ChangeFilterBox(.village, places)] : []
        return boxes + village + [.stages]
    }

    /// Nil when a value means nothing.
    func filter(_ values: FilterValues<ChangeField>) -> ChangeFilter? {
        var filter = ChangeFilter()
        if let kind = values[.kind] {
            guard policy.kind(kind) != nil else { return nil }
            filter.kind = kind
        }
        if let slug = values[.village] {
            guard let village = PlaceSlugs(facts.region.places).village(slug) else { return nil }
            filter.place = village
        }
        if let stage = values[.stage] {
            guard let stage = ChangeStage(rawValue: stage) else { return nil }
            filter.standing = Self.standing(stage)
        }
        return filter
    }

    // MARK: Noting

    func form(
        _ subject: ChangeSubject, _ kinds: [ChangeKind], chosen: ChangeKind?,
        typed: ChangeTyped = ChangeTyped(), trouble: Phrase? = nil
    ) -> ChangeFormPage {
        func choice(_ word: ChangeWord) -> ChangeFormPage.Choice {
            ChangeFormPage.Choice(id: word.id, name: word.name)
        }
        return ChangeFormPage(
            member: head(subject.member, subject.months),
            kinds: kinds.map { ChangeFormPage.Choice(id: $0.id, name: $0.name) },
            entry: chosen.map { kind in
                ChangeFormPage.Entry(
                    kind: ChangeFormPage.Choice(id: kind.id, name: kind.name),
                    evidence: policy.evidence.filter { kind.evidence.contains($0.id) }
                        .map(choice),
                    sources: policy.sources.map(choice), day: typed.day,
                    chosenEvidence: typed.evidence, chosenSource: typed.source,
                    trouble: trouble)
            })
    }

    func effect(
        _ foreseen: ForeseenChange, _ typed: ChangeTyped, key: String, trouble: Phrase?
    ) -> ChangeEffectPage {
        ChangeEffectPage(
            member: head(foreseen.subject.member, foreseen.subject.months),
            effect: EffectView(
                kind: foreseen.kind.name, day: foreseen.day, effect: foreseen.effect,
                benefits: benefits(foreseen.benefits)),
            kind: foreseen.kind.id, evidence: typed.evidence, source: typed.source,
            replacing: foreseen.replacement?.number.map { number in
                ChangeEffectPage.Replacing(number: number, isWanted: typed.isReplaced)
            }, skipped: skipped(foreseen.replacement?.skipped ?? []),
            due: policy.firstContact(knownOn: today), key: key, trouble: trouble)
    }

    // MARK: One change

    /// `benefits` are what the law gives; `key` is nil for whoever may not change it.
    func change(
        _ record: ChangeRecord, _ awards: [DeathCase.Cause: BenefitAward], key: String?,
        trouble: Phrase?
    ) -> ChangePage? {
        let change = record.summary
        guard let kind = policy.kind(change.kind) else { return nil }
        return ChangePage(
            line: line(change), member: head(record.member, record.months),
            effect: EffectView(
                kind: kind.name, day: change.day,
                effect: ChangeEffect(kind, on: change.day, months: record.monthsBefore),
                benefits: benefits(awards)),
            evidence: word(change.evidence, of: policy.evidence),
            source: word(change.source, of: policy.sources),
            noted: JournalWords.moment(change.at), actor: change.actor,
            skipped: skipped(record.skipped),
            claimDue: record.claim.flatMap { $0.state == .open && $0.step == nil ? $0.due : nil },
            amendment: change.standing == .drafted || change.standing == .amended
                ? change.amendment : nil, key: record.mayBeTakenBack ? key : nil,
            trouble: trouble)
    }

    func addendum(_ addendum: Addendum) -> AddendumPage {
        AddendumPage(
            id: addendum.id, turn: addendum.turn, amended: (addendum.amended, addendum.amends),
            removed: addendum.removed.map(line),
            added: addendum.added.map { person in
                AddendumPage.Added(
                    number: person.number, village: facts.name(of: person.village),
                    replaces: person.replaces)
            }, isInForce: addendum.state == DecreeState.inForce.rawValue)
    }

    func claims(_ claims: [ClaimSummary]) -> ClaimsPage {
        ClaimsPage(lines: claims.map(line))
    }

    private func line(_ claim: ClaimSummary) -> ClaimsPage.Line {
        ClaimsPage.Line(
            id: claim.id, change: claim.change, name: claim.name,
            village: facts.name(of: claim.village), kind: claim.kind, day: claim.day,
            isWithdrawn: claim.state == .withdrawn, isWaiting: claim.isWaiting,
            step: claim.step, due: claim.due, daysLeft: claim.due - today)
    }

    func claim(
        _ record: ClaimRecord, mayNote: Bool, key: String, trouble: Phrase?
    ) -> ClaimPage {
        let next = ClaimStep.next(after: record.summary.step)
        return ClaimPage(
            line: line(record.summary), member: head(record.member, record.months),
            steps: record.steps.map { step in
                ClaimPage.Done(
                    step: step.step, day: step.day, note: step.note, amount: step.amount,
                    who: step.actor, at: JournalWords.moment(step.at))
            }, next: mayNote && record.summary.state == .open ? next : [], today: today,
            trouble: trouble, key: key)
    }

    func card(_ record: MemberRecord, mayChange: Bool) -> MemberCard {
        let member = record.member
        let document = record.events.last { event in
            event.state == .ended && event.document?.hasPrefix("change ") == true
        }?.document
        let change = document.flatMap { text in
            text.hasPrefix("change ") ? Int(text.dropFirst("change ".count)) : nil
        }
        return MemberCard(
            head: head(
                member, paidUntil: record.months.last { $0.state == .paid }?.month),
            months: member.months,
            ended: member.endedMonth.map { month in
                (month, member.cause.flatMap { facts.region.reasons[$0]?.short })
            }, mayChange: mayChange && member.state.isStanding,
            change: member.state == .ended ? change : nil, told: told(record))
    }

    /// Nil for whoever stands, or of whom the insurer never heard.
    private func told(_ record: MemberRecord) -> MemberCard.Told? {
        guard record.member.state == .ended else { return nil }
        guard let telling = record.telling else {
            return record.isAtInsurer ? .not : nil
        }
        let day = Day.jakarta(at: telling.at)
        return switch telling.answer {
        case .ended: .confirmed(day)
        case .unknown: .unknown(day)
        case nil: .told(day)
        }
    }
}

/// What was typed into the form about a change.
struct ChangeTyped {
    var day = ""
    var evidence = ""
    var source = ""
    var isReplaced = true
}
