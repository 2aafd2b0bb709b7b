import Civic
import Testing

@testable import Store

@Suite struct DecideTests {
    @Test(arguments: TestEngine.all)
    func `one person of two, and two again`(_ kind: TestEngine) async throws {
        let link = try await LinkCity(kind)
        let before = try await link.contents()
        let pair = try link.plainPair()
        let (first, second) = (link.number(pair.first), link.number(pair.second))
        let decision = try await link.decide(first, second, .same, note: "Tanya RW").made()
        #expect(decision.kind == .same)
        try await link.expectSound()

        let whole = try #require(try await link.city.currentNumber(of: first, in: .city))
        #expect(try await link.city.currentNumber(of: second, in: .city) == whole)
        let record = try #require(try await link.city.person(whole, in: .city))
        let rows = link.sample.people[pair.first].rows + link.sample.people[pair.second].rows
        #expect(record.rows.count == rows.count)
        #expect(Set(record.rows.map(\.nik)) == Set(rows.map(\.nik)))
        #expect(record.rows.contains { $0.link == .decided })
        #expect(record.links.map(\.id) == [decision.id])
        let gone = whole == first ? second : first
        #expect(try await link.city.person(gone, in: .city) == nil)
        // Whoever looks for either number, or for either name, finds the one.
        let list = try await link.city.people(
            matching: LinkCity.search(.number(gone)), in: .city, limit: 9)
        #expect(list.people.map(\.number) == [whole.text])
        for position in [pair.first, pair.second] {
            let name = NameSpelling.canonical(link.sample.people[position].name)
            let found = try await link.city.people(
                matching: LinkCity.search(.name(name)), in: .city, limit: 1000)
            #expect(found.people.contains { $0.number == whole.text })
        }
        for agency in Set(rows.map { SampleCity.agencies[$0.delivery] }) {
            let list = try await link.city.people(
                matching: PersonFilter(), in: .agency(agency), limit: 1000)
            #expect(list.people.contains { $0.number == whole.text })
        }

        try await link.undo(decision)
        try await link.expectSound()
        let after = try await link.contents()
        #expect(after.firstDifference(from: before) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `different people are asked about no more, until it is taken back`(
        _ kind: TestEngine
    ) async throws {
        let link = try await LinkCity(kind)
        let before = try await link.contents()
        let pair = try link.plainPair()
        let (first, second) = (link.number(pair.first), link.number(pair.second))
        let open = try await link.city.pairs(in: .city, limit: 1000).total
        let unsure = try await link.decide(first, second, .unsure).made()
        #expect(try await link.city.pairs(in: .city, limit: 1000).total == open - 1)
        #expect(try await link.city.pairs(in: .city, .unsure, limit: 9).total == 1)
        let decision = try await link.decide(first, second, .different, seen: unsure.id).made()
        #expect(try await link.city.pairs(in: .city, .unsure, limit: 9).total == 0)
        #expect(try await link.city.pairs(in: .city, .different, limit: 9).total == 1)
        try await link.undo(decision)
        #expect(try await link.city.pairs(in: .city, limit: 1000).total == open)
        #expect(try await link.contents().firstDifference(from: before) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `the first of two decides, the second sees it and may replace it`(
        _ kind: TestEngine
    ) async throws {
        let link = try await LinkCity(kind)
        let pair = try link.plainPair()
        let (first, second) = (link.number(pair.first), link.number(pair.second))
        let made = try await link.decide(first, second, .same, by: LinkCity.act("dani")).made()
        // Sent twice by the same person it is one decision.
        #expect(
            try await link.decide(first, second, .same, by: LinkCity.act("dani")) == .repeated)
        let late = try await link.decide(first, second, .different)
        #expect(late == .taken(made))
        let other = try await link.decide(second, first, .different, seen: made.id).made()
        #expect(other.kind == .different)
        #expect(try await link.city.person(first, in: .city) != nil)
        #expect(try await link.city.person(second, in: .city) != nil)
        try await link.expectSound()
        await expectProblem("decision-answered") {
            try await link.city.undoLink(
                made.id, in: .city, LinkCity.terms, by: LinkCity.act("yuni"))
        }
    }

    @Test(arguments: TestEngine.all)
    func `against the civil registry two must agree`(_ kind: TestEngine) async throws {
        let link = try await LinkCity(kind)
        let pair = try link.registeredPair()
        let (first, second) = (link.number(pair.first), link.number(pair.second))
        let proposal = try await link.decide(first, second, .same).made()
        #expect(proposal.kind == .propose)
        #expect(try await link.city.person(first, in: .city) != nil)
        #expect(try await link.city.person(second, in: .city) != nil)
        await expectProblem("second-person-needed") {
            try await link.decide(first, second, .same, seen: proposal.id)
        }
        let dani = LinkCity.act("dani")
        let joined = try await link.decide(first, second, .same, seen: proposal.id, by: dani)
            .made()
        #expect(joined.kind == .same && joined.of == proposal.id)
        let whole = try #require(try await link.city.currentNumber(of: second, in: .city))
        #expect(try await link.city.currentNumber(of: first, in: .city) == whole)
        try await link.expectSound()
        try await link.undo(joined)
        // Nothing stands any more: it is proposed anew, and this time refused.
        let again = try await link.decide(first, second, .same).made()
        #expect(again.kind == .propose)
        let refusal = try await link.decide(first, second, .different, seen: again.id, by: dani)
            .made()
        #expect(refusal.kind == .different)
        let verbs = try await link.city.events(about: first.text, limit: 9).map(\.verb)
        #expect(verbs.prefix(2) == ["link.different", "link.refuse"])
        try await link.expectSound()
    }

    @Test(arguments: TestEngine.all)
    func `where the rules disagree of the two, they are applied anew`(
        _ kind: TestEngine
    ) async throws {
        let link = try await LinkCity(kind)
        let people = link.sample.people
        var seen: Set<Bool> = []
        for pair in link.sample.pairs {
            let (one, two) = (people[pair.first], people[pair.second])
            let agrees = one.standing.outcome == two.standing.outcome
            let isPlain =
                link.registered(pair.first).isEmpty || link.registered(pair.second).isEmpty
            guard isPlain, seen.insert(agrees).inserted else { continue }
            let decision = try await link.decide(one.number, two.number, .same).made()
            let number = try #require(try await link.city.currentNumber(of: one.number, in: .city))
            let summary = try #require(try await link.city.person(number, in: .city)).summary
            if agrees {
                let own = number == one.number ? one : two
                #expect(summary.standing == own.standing && summary.rank == own.rank)
            } else {
                #expect(summary.standing == .review && summary.reasons == ["A15"])
                #expect(summary.rank == nil && summary.fund == nil)
            }
            try await link.undo(decision)
        }
        #expect(seen.count == 2)
    }

    @Test(arguments: TestEngine.all)
    func `a row becomes a person of its own`(_ kind: TestEngine) async throws {
        let link = try await LinkCity(kind)
        let before = try await link.contents()
        let person = try #require(link.sample.people.first { $0.rows.count > 2 })
        let row = try #require(person.rows.last)
        let act = LinkCity.act("ratna", "kunci-1")
        let decision = try await link.city.split(
            person.number, delivery: row.delivery + 1, record: row.record, in: .city,
            LinkCity.terms, by: act
        ).made()
        let new = PersonNumber(known: decision.second)
        #expect(!link.sample.people.contains { $0.number == new })
        let parted = try #require(try await link.city.person(new, in: .city))
        #expect(parted.rows.map(\.record) == [row.record])
        #expect(parted.summary.name == row.name && parted.summary.birth == row.birth)
        #expect(parted.summary.nik == row.nik && parted.rows.map(\.nik) == [row.nik])
        #expect(parted.summary.standing == .review)
        let rest = try #require(try await link.city.person(person.number, in: .city))
        #expect(rest.rows.count == person.rows.count - 1)
        #expect(rest.rows.map(\.nik) == person.rows.dropLast().map(\.nik))
        try await link.expectSound()
        let again = try await link.city.split(
            person.number, delivery: row.delivery + 1, record: row.record, in: .city,
            LinkCity.terms, by: act)
        #expect(again == .repeated)
        try await link.undo(decision)
        #expect(try await link.contents().firstDifference(from: before) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `what a later decision rests on stays`(_ kind: TestEngine) async throws {
        let link = try await LinkCity(kind)
        let pair = try link.plainPair()
        let (first, second) = (link.number(pair.first), link.number(pair.second))
        let joined = try await link.decide(first, second, .same).made()
        let whole = try #require(try await link.city.currentNumber(of: first, in: .city))
        let record = try #require(try await link.city.person(whole, in: .city))
        let gone = link.sample.people[whole == first ? pair.second : pair.first]
        let row = try #require(
            record.rows.first { row in
                gone.rows.contains { $0.delivery + 1 == row.delivery && $0.record == row.record }
            })
        let split = try await link.city.split(
            whole, delivery: row.delivery, record: row.record, in: .city, LinkCity.terms,
            by: LinkCity.act()
        ).made()
        await expectProblem("link-depends") { try await link.undo(joined) }
        try await link.expectSound()
        try await link.undo(split)
        try await link.undo(joined)
        try await link.expectSound()
    }

    @Test(arguments: TestEngine.all)
    func `nobody decides about people of another area`(_ kind: TestEngine) async throws {
        let link = try await LinkCity(kind)
        let people = link.sample.people
        let pair = try #require(
            link.sample.pairs.first { pair in
                let places = (people[pair.first].place, people[pair.second].place)
                return places.0 != nil && places.1 != nil && places.0 != places.1
                    && places.0?.level == .village && places.1?.level == .village
            })
        let (first, second) = (link.number(pair.first), link.number(pair.second))
        let own = Scope.areas([people[pair.first].place].compactMap(\.self))
        await expectProblem("pair-unknown") {
            try await link.decide(first, second, .different, in: own)
        }
        let list = try await link.city.pairs(in: own, limit: 1000)
        let half = try #require(list.pairs.first { !$0.isWhole })
        #expect(list.total == list.pairs.count { $0.isWhole })
        let record = try #require(try await link.city.pair(half.id, in: own))
        #expect((record.first == nil) != (record.second == nil))
        let nobody = Scope.areas([PlaceCode]())
        #expect(try await link.city.pair(half.id, in: nobody) == nil)
        let decision = try await link.decide(first, second, .different).made()
        await expectProblem("decision-unknown") {
            try await link.city.undoLink(decision.id, in: own, LinkCity.terms, by: .test())
        }
        await expectProblem("person-unknown") {
            try await link.city.split(
                first, delivery: 1, record: 1, in: nobody, LinkCity.terms, by: .test())
        }
        #expect(try await link.city.linkDecisions(in: own, limit: 9).isEmpty)
        #expect(try await link.city.linkDecisions(in: .city, limit: 9) == [decision])
    }

    @Test(arguments: TestEngine.all)
    func `every open pair is on one page of the list, the most doubtful first`(
        _ kind: TestEngine
    ) async throws {
        let link = try await LinkCity(kind)
        for scope in [Scope.city, .areas(SampleCity.districts), .areas([SampleCity.villages[4]])] {
            let whole = try await link.city.pairs(in: scope, limit: 1000).pairs
            #expect(!whole.isEmpty)
            let doubts = whole.map { [abs($0.probability - 500), $0.id] }
            #expect(doubts == doubts.sorted { $0.lexicographicallyPrecedes($1) })
            var found: [Int] = []
            var position: PairPosition? = .first
            var last: PairList?
            while let at = position {
                let page = try await link.city.pairs(in: scope, at: at, limit: 7)
                found += page.pairs.map(\.id)
                last = page
                position = page.next
            }
            #expect(found == whole.map(\.id))
            if let back = last?.previous {
                let page = try await link.city.pairs(in: scope, at: back, limit: 7)
                #expect(page.pairs.last?.id == found[found.count - (last?.pairs.count ?? 0) - 1])
            }
        }
    }
}
