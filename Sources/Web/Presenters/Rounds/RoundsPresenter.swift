import Civic
import Office
import Pages
import Programme
import Store

enum RoundsPresenter {
    /// The script of all pages with answers of RWs.
    static let script = "konfirmasi.js"

    /// What waits and what is out: by RW for one kelurahan, else by kelurahan.
    static func overview(
        _ facts: CityFacts, village: PlaceCode?, isOnly: Bool, wards: [Ward],
        rounds: [RoundSummary], at now: Instant
    ) -> RoundsPage {
        let slugs = PlaceSlugs(facts.region.places)
        return RoundsPage(
            village: village.map { name(facts, $0) },
            allHref: village == nil || isOnly ? nil : Address.confirmations,
            places: village == nil ? places(facts, wards, slugs) : [],
            wards: village == nil ? [] : wards.map { ward($0, slugs) },
            rounds: rounds.map { round(facts, $0, isOne: village != nil, now) })
    }

    private static func places(
        _ facts: CityFacts, _ wards: [Ward], _ slugs: PlaceSlugs
    ) -> [RoundsPage.Place] {
        let groups = Dictionary(grouping: wards, by: \.village).sorted { $0.key < $1.key }
        return groups.map { village, wards in
            RoundsPage.Place(
                name: name(facts, village),
                href: Address.rounds(village: slugs.slug(of: village)),
                count: RoundsPage.Count(
                    waiting: wards.reduce(0) { $0 + $1.waiting },
                    field: wards.reduce(0) { $0 + $1.field },
                    asked: wards.reduce(0) { $0 + $1.asked }))
        }
    }

    private static func ward(_ ward: Ward, _ slugs: PlaceSlugs) -> RoundsPage.Ward {
        let href = ward.rw.map {
            Address.newRound(village: slugs.slug(of: ward.village), rw: $0)
        }
        return RoundsPage.Ward(
            rw: ward.rw,
            count: RoundsPage.Count(
                waiting: ward.waiting, field: ward.field, asked: ward.asked),
            makeHref: ward.waiting > ward.asked ? href : nil)
    }

    private static func round(
        _ facts: CityFacts, _ round: RoundSummary, isOne: Bool, _ now: Instant
    ) -> RoundsPage.Round {
        RoundsPage.Round(
            href: Address.round(round.id), rw: round.rw,
            village: isOne ? nil : name(facts, round.village), witness: round.witness,
            made: .jakarta(at: round.createdAt), due: .jakarta(at: round.expiresAt),
            answered: round.answered, people: round.people,
            state: state(round.state(at: now)))
    }

    static func head(
        _ facts: CityFacts, _ round: RoundSummary, at now: Instant
    ) -> RoundPage.Head {
        RoundPage.Head(
            id: round.id, village: name(facts, round.village),
            villageSlug: PlaceSlugs(facts.region.places).slug(of: round.village), rw: round.rw,
            witness: round.witness, made: .jakarta(at: round.createdAt),
            due: .jakarta(at: round.expiresAt), state: state(round.state(at: now)))
    }

    static func people(_ facts: CityFacts, _ members: [RoundMember]) -> [RoundPerson] {
        members.map { member in
            RoundPerson(
                place: member.place, name: member.name,
                occupation: facts.occupation(member.occupation)?.name,
                answer: member.answer.flatMap(answer))
        }
    }

    /// Whom the next list would hold, counted as it would count them.
    static func candidates(_ facts: CityFacts, _ candidates: [WardCandidate]) -> [RoundPerson] {
        candidates.enumerated().map { place, candidate in
            RoundPerson(
                place: place + 1, name: candidate.name,
                occupation: facts.occupation(candidate.occupation)?.name, answer: nil)
        }
    }

    static func name(_ facts: CityFacts, _ village: PlaceCode) -> String {
        facts.name(of: village) ?? village.description
    }

    static func moment(_ round: RoundSummary) -> Moment? {
        round.answeredAt.map(JournalWords.moment)
    }

    static func answer(_ answer: RoundAnswer) -> Confirmation.Answer {
        switch answer {
        case .works: .yes
        case .not: .no
        case .unknown: .unknown
        }
    }

    private static func answer(_ answer: Confirmation.Answer) -> RoundAnswer? {
        switch answer {
        case .yes: .works
        case .no: .not
        case .unknown: .unknown
        case .withdrawn: nil
        }
    }

    private static func state(_ state: RoundSummary.State) -> RoundState {
        switch state {
        case .running: .running
        case .complete: .complete
        case .expired: .expired
        case .closed: .closed
        }
    }
}
