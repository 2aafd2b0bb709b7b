import Civic
import Foundation
import Testing

@testable import Store

/// Random decisions, one after the other, and all of them taken back in any order.
@Suite struct LinkHistoryTests {
    @Test(arguments: TestEngine.all, (1...6).map { UInt64($0) })
    func `whatever is decided, all is taken back without a trace`(
        _ kind: TestEngine, _ seed: UInt64
    ) async throws {
        var random = SeededGenerator(seed: seed)
        let link = try await LinkCity(kind, people: 40, seed: seed + 100)
        let before = try await link.contents()
        var standing: [LinkDecision] = []
        for step in 0..<24 {
            if step % 6 == 5, let place = standing.indices.randomElement(using: &random) {
                if try await isTakenBack(standing[place], link) { standing.remove(at: place) }
            } else if let decision = try await decide(link, &random) {
                standing.append(decision)
            }
            try await link.expectSound()
        }
        #expect(standing.count > 8)
        standing.shuffle(using: &random)
        var rounds = 0
        while !standing.isEmpty, rounds < 30 {
            rounds += 1
            var left: [LinkDecision] = []
            for decision in standing {
                if try await !isTakenBack(decision, link) { left.append(decision) }
            }
            standing = left
            try await link.expectSound()
        }
        #expect(standing.isEmpty)
        let after = try await link.contents()
        #expect(after.firstDifference(from: before) == nil)
        #expect(try await link.city.verifyJournal().fault == nil)
    }

    /// False while a later decision rests on it.
    private func isTakenBack(_ decision: LinkDecision, _ link: LinkCity) async throws -> Bool {
        do {
            try await link.undo(decision)
            return true
        } catch let problem as Problem where problem.code == "link-depends" {
            return false
        }
    }

    private func decide(
        _ link: LinkCity, _ random: inout SeededGenerator
    ) async throws -> LinkDecision? {
        if Int.random(in: 0..<4, using: &random) == 0 { return try await split(link, &random) }
        let list = try await link.city.pairs(in: .city, limit: 1000).pairs
        guard let pair = list.filter({ $0.proposal == nil }).randomElement(using: &random),
            let first = pair.first.summary, let second = pair.second.summary
        else { return nil }
        let numbers = (PersonNumber(known: first.number), PersonNumber(known: second.number))
        let verdict = [LinkVerdict.same, .same, .same, .different, .unsure]
            .randomElement(using: &random)
        let seen = try await link.city.pair(pair.id, in: .city)?.latest?.id ?? 0
        let made = try await link.decide(numbers.0, numbers.1, verdict ?? .same, seen: seen).made()
        guard made.kind == .propose else { return made }
        return try await link.decide(
            numbers.0, numbers.1, .same, seen: made.id, by: LinkCity.act("dani")
        ).made()
    }

    private func split(
        _ link: LinkCity, _ random: inout SeededGenerator
    ) async throws -> LinkDecision? {
        let people = try await link.city.people(
            matching: PersonFilter(), in: .city, limit: 1000
        ).people.filter { $0.sources > 1 }
        guard let person = people.randomElement(using: &random) else { return nil }
        let number = PersonNumber(known: person.number)
        let record = try #require(try await link.city.person(number, in: .city))
        guard let row = record.rows.randomElement(using: &random) else { return nil }
        do {
            return try await link.city.split(
                number, delivery: row.delivery, record: row.record, in: .city, LinkCity.terms,
                by: LinkCity.act()
            ).made()
        } catch let problem as Problem where problem.code == "row-alone" {
            return nil
        }
    }
}
