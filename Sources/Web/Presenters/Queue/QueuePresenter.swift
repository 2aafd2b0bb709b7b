import Civic
import Office
import Pages
import Programme
import Store

/// The queue in words: what the store holds, as its pages show it.
struct QueuePresenter {
    let facts: CityFacts
    let viewer: Viewer

    /// What the store is to look for; nil when a value of the address does not exist.
    func storeFilter(_ filter: QueueFilter) -> CaseFilter? {
        let slugs = PlaceSlugs(facts.region.places)
        var wanted = CaseFilter()
        if let district = filter.district {
            guard let code = slugs.district(district) else { return nil }
            wanted.place = code
        }
        if let village = filter.village {
            guard let code = slugs.village(village), wanted.place ?? code.district == code.district
            else { return nil }
            wanted.place = code
        }
        if let work = filter.occupation, facts.occupation(work) == nil { return nil }
        wanted.occupation = filter.occupation
        wanted.rw = filter.rw
        wanted.lane = filter.lane
        wanted.isAnswered = filter.isAnswered
        if let shown = filter.shown { wanted.states = shown.states }
        return wanted
    }

    /// The one village of which the viewer sees the queue; nil where there are several.
    func village(_ filter: QueueFilter) -> PlaceCode? {
        if let slug = filter.village { return PlaceSlugs(facts.region.places).village(slug) }
        guard let areas = own, areas.count == 1, areas[0].level == .village else { return nil }
        return areas[0]
    }

    /// The places the viewer decides for; nil for the whole city.
    private var own: [PlaceCode]? {
        guard let scope = try? viewer.scope(for: .verify) else { return [] }
        return scope.areas
    }

    func place(_ filter: QueueFilter) -> String {
        if let village = village(filter), let name = facts.name(of: village) {
            return "Kelurahan \(name)"
        }
        let district = filter.district.flatMap(PlaceSlugs(facts.region.places).district)
        if let name = facts.name(of: district ?? (own?.count == 1 ? own?[0] : nil)) {
            return "Kecamatan \(name)"
        }
        return facts.region.name
    }

    func choices(_ filter: QueueFilter) -> QueueChoices {
        let slugs = PlaceSlugs(facts.region.places)
        let chosen = filter.district.flatMap(slugs.district)
        func choices(_ places: [PlaceDirectory.Entry]) -> [PeopleChoices.Choice] {
            let seen = places.filter { place in
                own.map { areas in
                    areas.contains {
                        $0 == place.code || $0 == place.code.district
                            || $0.district == place.code
                    }
                } ?? true
            }
            // Nobody chooses among one.
            return seen.count < 2
                ? [] : seen.map { .init(value: slugs.slug(of: $0.code), name: .same($0.name)) }
        }
        return QueueChoices(
            districts: choices(facts.places(at: .district)),
            villages: choices(
                facts.places(at: .village).filter { village in
                    chosen.map { village.code.district == $0 } ?? true
                }),
            occupations: facts.region.occupations.occupations.map {
                .init(value: $0.code, name: $0.name)
            })
    }

    var reasons: [(code: String, name: Phrase)] {
        facts.region.verification.refusalReasons.compactMap { code in
            facts.region.reasons[code].map { (code, $0.short) }
        }
    }

    func row(_ found: QueueCase) -> QueuePage.Row {
        QueuePage.Row(
            number: found.person.number, name: found.person.name, nik: found.person.nik,
            occupation: facts.occupation(found.person.occupation)?.name, rt: found.rt,
            rw: found.rw, decile: found.person.decile, state: found.state, lane: found.lane,
            work: found.work, version: found.version,
            reason: found.person.reasons.first.flatMap { facts.region.reasons[$0]?.short })
    }

    func progress(_ progress: QueueProgress, at now: Instant) -> QueuePage.Progress {
        QueuePage.Progress(
            waiting: progress.counts.waiting, inField: progress.counts.inField,
            doneByMe: progress.counts.doneByMe, doneByAll: progress.counts.doneByAll,
            end: progress.end.map(JournalWords.moment), now: JournalWords.moment(now))
    }

    func answer(
        _ reply: QueueReply, to decision: CaseDecision?, at now: Instant
    ) -> QueueAnswer {
        let outcome: QueueAnswer.Outcome =
            switch reply.outcome {
            case .done: .saved
            case .conflict(let event): .conflict(conflict(event, reply, decision))
            case .workMissing: .workMissing
            case .tooLate: .tooLate
            case .unknown: .unknown
            }
        return QueueAnswer(
            outcome: outcome,
            now: reply.now.map {
                .init(
                    number: $0.person.number, version: $0.version, state: $0.state,
                    lane: $0.lane, work: $0.work)
            }, progress: progress(reply.progress, at: now))
    }

    func conflict(
        _ event: CaseEvent, _ reply: QueueReply, _ decision: CaseDecision?
    ) -> QueueConflict {
        QueueConflict(
            rival: reply.rival ?? event.actor, at: JournalWords.moment(event.at),
            theirs: QueueCardWords.what(event, facts),
            ours: decision.map { QueueCardWords.what($0, facts) })
    }
}
