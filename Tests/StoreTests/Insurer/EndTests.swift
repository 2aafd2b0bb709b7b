import Civic
import Programme
import Testing

@testable import Store

/// The insurer is told once of everybody whose cover ends.
@Suite struct EndTests {
    private static let february = InsurerCity.january + 1

    /// Everybody but the first, whom another fund pays for, is sent; of them the second has a number.
    private func setup(_ kind: TestEngine) async throws -> InsurerCity {
        let setup = try await InsurerCity(kind, people: 5, other: 1)
        _ = try await setup.send()
        _ = try await setup.take([setup.accept(1, 1, line: 2)], "answers")
        return setup
    }

    /// What a change does to these members.
    private func end(_ setup: InsurerCity, _ indexes: [Int]) async throws {
        let numbers = indexes.map { setup.people[$0].number }
        let journal = setup.city.journal
        try await setup.store.engine.write { writer throws(Problem) in
            try CoverBook(act: .test(), journal: journal, writer: writer).release(
                numbers, from: Self.february, by: "change 1")
            for number in numbers {
                try MemberPlace(state: .ended, ended: Self.february, cause: "A13")
                    .write(number, writer)
            }
            try MemberEvents.append(
                "end", numbers.map { .init(number: $0, state: .ended, cause: "A13") },
                by: .test(), writer)
        }
    }

    private func tell(
        _ setup: InsurerCity, digest: String = "ends", key: String? = nil
    ) async throws -> Int {
        try await setup.city.tellEnds(
            try await setup.city.enrolments(waitingFor: InsurerCity.fund, .end), in: file(digest),
            by: .test(key))
    }

    private func file(_ digest: String) -> NewInsurerFile {
        NewInsurerFile(
            kind: .end, month: Self.february, fund: InsurerCity.fund, name: "nonaktif.xlsx",
            digest: digest, channel: .file)
    }

    private func row(_ setup: InsurerCity, _ index: Int, _ word: InsurerWord, line: Int)
        -> InsurerRow
    {
        var row = InsurerRow(line: line, name: setup.people[index].name)
        row.nik = setup.people[index].nik
        row.word = word
        return row
    }

    @Test(arguments: TestEngine.all)
    func `everybody whom the insurer knows is told of once`(_ kind: TestEngine) async throws {
        let setup = try await setup(kind)
        try await end(setup, [0, 1, 2])
        let queues = try await setup.city.enrolmentQueues(.end)
        // The first was never sent, so that the insurer knows of nobody.
        #expect(queues.map { "\($0.fund) \($0.people)" } == ["\(InsurerCity.fund) 2"])
        #expect(queues.first?.month == Self.february)
        let people = try await setup.city.enrolments(waitingFor: InsurerCity.fund, .end)
        let one = people.first { $0.number == setup.people[1].number }
        #expect((one?.participant, one?.ended, one?.cause) == ("26000000001", Self.february, "A13"))
        let id = try await setup.city.tellEnds(people, in: file("ends"), by: .test("k"))
        #expect(try await setup.city.tellEnds(people, in: file("ends"), by: .test("k")) == id)
        #expect(try await setup.city.enrolmentQueues(.end).isEmpty)
        await expectProblem("insurer-moved") {
            try await setup.city.tellEnds(people, in: file("again"), by: .test("l"))
        }
        let again = try #require(try await setup.city.reopenInsurerFile(id, by: .test()))
        #expect(again.people == people && again.file.kind == .end)
        let record = try #require(
            try await setup.city.member(setup.people[1].number, in: .city))
        #expect(record.telling?.answer == nil && record.telling?.at == TestStore.noon)
        // Who stands, or was never told of, says so.
        let standing = try #require(
            try await setup.city.member(setup.people[3].number, in: .city))
        #expect(standing.telling == nil && standing.isAtInsurer)
    }

    @Test(arguments: TestEngine.all)
    func `answers are taken in once, and who stands is not ended by one`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await setup(kind)
        try await end(setup, [1, 2])
        let id = try await tell(setup)
        #expect(try await setup.city.unansweredInsurerFiles().map(\.id) == [1, id])
        let intake = try await setup.take(
            [
                row(setup, 1, .ended, line: 2), row(setup, 2, .unknown, line: 3),
                row(setup, 3, .ended, line: 4),
            ], "end answers", kind: .end)
        #expect(
            try await setup.effects(intake.file) == ["accept", "refuse", "conflict not-ended"])
        #expect(try await setup.standing(1) == "ended 26000000001 A13 pv")
        #expect(try await setup.standing(3) == "enrolled - - pp")
        var figures = try #require(try await setup.city.insurerFile(id)).figures
        #expect((figures.accepted, figures.refused, figures.waiting) == (1, 1, 0))
        #expect(try await setup.city.unansweredInsurerFiles().map(\.id) == [1])
        // Whom it did not find at first it may end later; nothing is told twice.
        let later = try await setup.take(
            [row(setup, 1, .unknown, line: 2), row(setup, 2, .ended, line: 3)], "later",
            kind: .end)
        #expect(try await setup.effects(later.file) == ["known", "accept"])
        figures = try #require(try await setup.city.insurerFile(id)).figures
        #expect((figures.accepted, figures.refused, figures.waiting) == (2, 0, 0))
        let record = try #require(
            try await setup.city.member(setup.people[2].number, in: .city))
        #expect(record.telling?.answer == .ended)
        #expect(try await setup.city.membersAtOdds().isEmpty)
        // A conflict about an end is none that an answer can settle.
        let conflict = try #require(
            try await setup.city.insurerConflicts(
                after: ConflictName(file: 0, line: 0), limit: 9
            ).first)
        #expect(!conflict.mayHold && conflict.later.word == .ended)
        await expectProblem("insurer-conflict-end") {
            try await setup.city.settleInsurerConflict(
                conflict.id, .later, because: "x", version: conflict.version,
                in: Self.february, by: .test())
        }
    }

    @Test(arguments: TestEngine.all)
    func `whoever ends again is told of again`(_ kind: TestEngine) async throws {
        let setup = try await setup(kind)
        try await end(setup, [1])
        _ = try await tell(setup)
        _ = try await setup.take([row(setup, 1, .ended, line: 2)], "answer", kind: .end)
        try await end(setup, [1])
        let id = try await tell(setup, digest: "ends again")
        let record = try #require(try await setup.city.insurerFile(id))
        #expect((record.file.lines, record.figures.waiting) == (1, 1))
        let answer = try await setup.take(
            [row(setup, 1, .ended, line: 2)], "answer again", kind: .end)
        #expect(try await setup.effects(answer.file) == ["accept"])
    }

    @Test(arguments: TestEngine.all)
    func `files wait as long as somebody in them does`(_ kind: TestEngine) async throws {
        let setup = try await setup(kind)
        #expect(try await setup.city.unansweredInsurerFiles().map(\.id) == [1])
        _ = try await setup.take(
            (2...4).map { setup.refuse($0, "A4", line: $0) }, "rest")
        #expect(try await setup.city.unansweredInsurerFiles().isEmpty)
    }
}
