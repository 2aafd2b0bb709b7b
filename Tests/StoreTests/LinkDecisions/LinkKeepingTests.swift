import Civic
import Foundation
import Testing

@testable import Store

/// What else happens to a store with decisions in it.
@Suite struct LinkKeepingTests {
    @Test(arguments: TestEngine.all)
    func `keys are changed under decisions, and everything opens afterwards`(
        _ kind: TestEngine
    ) async throws {
        let link = try await LinkCity(kind, people: 60)
        let pair = try link.plainPair()
        let (first, second) = (link.number(pair.first), link.number(pair.second))
        let decision = try await link.decide(first, second, .same, note: "Satu rumah").made()
        let old = link.store.key.id
        let file = try KeyFile.addKey(at: link.store.key.path)
        try await link.city.rotateKeys(to: file, by: .test())
        #expect(
            try await link.city.retireKeys(at: link.store.key.path, by: .test()) == [old])
        let city = try await link.store.reopened()
        _ = try await city.undoLink(decision.id, in: .city, LinkCity.terms, by: LinkCity.act())
        for position in [pair.first, pair.second] {
            let person = link.sample.people[position]
            let record = try #require(try await city.person(person.number, in: .city))
            #expect(record.summary.matches(person) && record.motherName == person.motherName)
            #expect(record.rows.map(\.nik) == person.rows.map(\.nik))
        }
        // Marks are those of before.
        let again = try await city.decide(
            PairRuling(first: first, second: second, verdict: .same, note: nil, seen: 0),
            in: .city, LinkCity.terms, by: LinkCity.act()
        ).made()
        let marks = try await link.store.engine.read { reader throws(Problem) in
            let table = LinkDecisionTable(reader: reader)
            return [
                try table.marks(of: decision.id, side: 1), try table.marks(of: again.id, side: 1),
            ]
        }
        #expect(marks[0] == marks[1] && !marks[0].isEmpty)
    }

    @Test(arguments: TestEngine.all)
    func `a decision taken back while keys are changed leaves no old box`(
        _ kind: TestEngine
    ) async throws {
        let link = try await LinkCity(kind, people: 60)
        let pair = try link.plainPair()
        let decision = try await link.decide(
            link.number(pair.first), link.number(pair.second), .same
        ).made()
        let file = try KeyFile.addKey(at: link.store.key.path)
        await expectProblem("store-cancelled") {
            try await link.city.rotateKeys(to: file, by: .test(), batch: 50) {
                _ throws(Problem) in throw Problem.storeCancelled()
            }
        }
        #expect(try await link.city.keyState().isRotating)
        try await link.undo(decision)
        try await link.city.rotateKeys(to: file, by: .test())
        #expect(try await link.city.retireKeys(at: link.store.key.path, by: .test()).count == 1)
    }

    @Test(arguments: TestEngine.all)
    func `whoever is erased is erased with all who were merged into them`(
        _ kind: TestEngine
    ) async throws {
        let link = try await LinkCity(kind, people: 60)
        let list = ErasureList(besideKey: link.store.key.path)
        let pair = try #require(
            link.sample.pairs.first { pair in
                (link.registered(pair.first).isEmpty || link.registered(pair.second).isEmpty)
                    && link.sample.people[pair.first].nik != nil
                    && link.sample.people[pair.second].nik != nil
            })
        let (one, two) = (link.sample.people[pair.first], link.sample.people[pair.second])
        let decision = try await link.decide(
            one.number, two.number, .same, note: "Rahasia \(one.name)"
        ).made()
        let nik = try #require(two.nik)
        let numbers = try await link.city.erase(.nik(nik), noting: list, by: .test())
        #expect(numbers.count == 1)
        #expect(try await link.store.count("link_note") == 0)
        try await link.undo(decision)
        for person in [one, two] {
            let record = try #require(try await link.city.person(person.number, in: .city))
            #expect(record.summary.name == Erasing.name)
            #expect(record.summary.nik == nil && record.motherName == nil)
            #expect(record.rows.allSatisfy { $0.name == Erasing.name && $0.nik == nil })
        }
        // A later list brings both back; both are known as erased.
        try await link.city.importRun(link.sample.run(seed: 3), by: .test())
        let erased = try await link.store.engine.read { reader throws(Problem) in
            try reader.integer(
                "SELECT COUNT(*) FROM person WHERE name = $1", [.text(Erasing.name)])
        }
        #expect(erased == 2)
    }

    @Test(arguments: TestEngine.all)
    func `a run that knows of fewer decisions is not taken in`(_ kind: TestEngine) async throws {
        let link = try await LinkCity(kind, people: 60)
        let kept = try await link.city.keptLinks()
        #expect(kept.through == 0 && kept.links.isEmpty)
        let pair = try link.plainPair()
        try await link.decide(link.number(pair.first), link.number(pair.second), .same)
        var run = link.sample.run(seed: 4)
        run.decidedThrough = kept.through
        let late = run
        await expectProblem("decided-meanwhile") {
            try await link.city.importRun(late, by: .test("k"))
        }
        run.decidedThrough = try await link.city.keptLinks().through
        #expect(try await link.city.importRun(run, by: .test("k")) == .imported)
        try await link.expectSound()
    }

    @Test(arguments: TestEngine.all)
    func `what a run joined can still be parted`(_ kind: TestEngine) async throws {
        let link = try await LinkCity(kind, people: 60)
        // Of the first nothing is known by which the next run could tell who it is.
        let pair = try link.plainPair(from: 1)
        let (one, two) = (link.sample.people[pair.first], link.sample.people[pair.second])
        let decision = try await link.decide(one.number, two.number, .same).made()
        let whole = try #require(try await link.city.currentNumber(of: one.number, in: .city))
        // The next run finds one person where there were two.
        var people = link.sample.people
        people[pair.first].rows += two.rows
        people.remove(at: pair.second)
        var run = SampleCity(people: people, pairs: []).run(seed: 5)
        run.decidedThrough = try await link.city.keptLinks().through
        try await link.city.importRun(run, by: .test())
        for number in [one.number, two.number] {
            #expect(try await link.city.currentNumber(of: number, in: .city) == whole)
        }
        try await link.undo(decision)
        for person in [one, two] {
            let record = try #require(try await link.city.person(person.number, in: .city))
            #expect(record.rows.map(\.record) == person.rows.map(\.record))
        }
        try await link.expectSound()
        #expect(try await link.city.keptLinks().links.isEmpty)
    }

    /// Somebody is found to be one with a person who had taken in another, and that is taken back.
    @Test(arguments: TestEngine.all)
    func `a decision speaks for nobody who came to a side by what was taken back`(
        _ kind: TestEngine
    ) async throws {
        let link = try await LinkCity(kind)
        let three = try link.plainThree()
        let (one, two) = (link.number(three.first), link.number(three.second))
        let last = link.number(three.third)
        let joined = try await link.decide(one, two, .same).made()
        let whole = try #require(try await link.city.currentNumber(of: one, in: .city))
        _ = try await link.decide(whole, last, .same).made()
        let before = try await link.city.keptLinks()
        #expect(before.links.count == 2)
        try await link.undo(joined)
        let kept = try await link.city.keptLinks()
        let only = try #require(kept.links.last)
        #expect(kept.links.count == 1)
        let gone = whole == one ? three.second : three.first
        let foreign = Set(
            link.sample.people[gone].rows.map { row in
                kept.marks.mark(
                    agency: SampleCity.agencies[row.delivery], name: row.name, birth: row.birth,
                    nik: row.nik)
            })
        #expect(!foreign.isEmpty)
        #expect(only.first.union(only.second).isDisjoint(with: foreign))
        #expect(!only.first.isEmpty && !only.second.isEmpty)
        let old = try #require(before.links.last)
        #expect(old.first.union(old.second).isSuperset(of: foreign))
    }
}
