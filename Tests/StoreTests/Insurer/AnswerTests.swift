import Civic
import Programme
import Testing

@testable import Store

/// What the insurer answers changes members once, and nothing that is known is overwritten.
@Suite struct AnswerTests {
    @Test(arguments: TestEngine.all)
    func `accepted people are insured and refused people leave their money`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await InsurerCity(kind, people: 4)
        _ = try await setup.send()
        let intake = try await setup.take(
            [
                setup.accept(0, 1, line: 2), setup.refuse(1, "A4", line: 3),
                setup.accept(2, 3, line: 4),
            ], "in")
        #expect(!intake.isKnown)
        #expect(try await setup.standing(0) == "active 26000000001 - pp")
        #expect(try await setup.standing(1) == "refused - A4 vv")
        #expect(try await setup.standing(3) == "enrolled - - pp")
        let fund = try #require(try await setup.city.funds().first)
        #expect(fund.committed == InsurerCity.price * 6)
        #expect(fund.available == InsurerCity.price * 2)
        #expect(try await setup.city.checkLedger().fault == nil)
        let record = try #require(try await setup.city.insurerFile(intake.file))
        #expect(record.figures.refusals.map { "\($0.cause) \($0.people)" } == ["A4 1"])
        let member = try #require(try await setup.city.member(setup.people[0].number, in: .city))
        #expect(member.member.activeFrom == InsurerCity.start)
        #expect(member.events.map(\.event) == ["enrol", "accept"])
    }

    @Test(arguments: TestEngine.all)
    func `the same file changes nothing and an overlapping one adds what is new`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await InsurerCity(kind, people: 3)
        let out = try await setup.send()
        let first = [setup.accept(0, 1, line: 2), setup.refuse(1, "A7", line: 3)]
        let intake = try await setup.take(first, "one")
        let again = try await setup.take(first, "one")
        #expect(again == InsurerIntake(file: intake.file, isKnown: true))
        let events = try await setup.store.count("member_event")
        let later = try await setup.take(first + [setup.accept(2, 9, line: 4)], "two")
        #expect(try await setup.effects(later.file) == ["known", "known", "accept"])
        #expect(try await setup.store.count("member_event") == events + 1)
        let figures = try #require(try await setup.city.insurerFile(out)).figures
        #expect((figures.accepted, figures.refused, figures.waiting) == (2, 1, 0))
    }

    @Test(arguments: TestEngine.all)
    func `what contradicts stands as a conflict`(_ kind: TestEngine) async throws {
        let setup = try await InsurerCity(kind, people: 5, other: 1)
        _ = try await setup.send()
        _ = try await setup.take(
            [setup.accept(1, 1, line: 2), setup.refuse(2, "A4", line: 3)], "one")
        var strange = setup.accept(3, 5, line: 9)
        strange.number = setup.people[4].number
        let intake = try await setup.take(
            [
                setup.accept(1, 7, line: 2), setup.accept(3, 1, line: 3),
                setup.accept(2, 8, line: 4), setup.refuse(1, "A4", line: 5),
                setup.accept(1, 1, line: 6, from: InsurerCity.start + 1),
                setup.accept(0, 4, line: 7), setup.refuse(2, "A7", line: 8), strange,
            ], "two")
        #expect(
            try await setup.effects(intake.file) == [
                "conflict other-participant", "conflict participant-taken",
                "conflict accepted-after-refusal", "conflict refused-after-acceptance",
                "conflict other-start", "conflict not-sent", "conflict other-cause",
                "conflict two-people",
            ])
        #expect(try await setup.standing(1) == "active 26000000001 - pp")
        #expect(try await setup.standing(2) == "refused - A4 vv")
        #expect(try await setup.standing(3) == "enrolled - - pp")
    }

    @Test(arguments: TestEngine.all)
    func `people are found by number, and names are only told to differ`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await InsurerCity(kind, people: 3)
        _ = try await setup.send()
        var byNumber = setup.accept(0, 1, line: 2)
        byNumber.nik = nil
        byNumber.number = setup.people[0].number
        var renamed = setup.accept(1, 2, line: 3)
        renamed.name = "Orang Lain"
        var renumbered = setup.accept(2, 3, line: 4)
        renumbered.nik = NIK("3275014507900003")
        renumbered.number = setup.people[2].number
        let intake = try await setup.take([byNumber, renamed, renumbered], "in")
        #expect(
            try await setup.effects(intake.file) == ["accept", "accept name", "accept nik"])
    }

    @Test(arguments: TestEngine.all)
    func `rows that cannot be used and strangers are kept, strangers sealed`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await InsurerCity(kind, people: 1)
        _ = try await setup.send()
        let nik = try #require(NIK("3275014507900003"))
        var stranger = InsurerRow(line: 3, name: "Asing")
        stranger.nik = nik
        stranger.participant = InsurerCity.participant(8)
        stranger.word = .accepted(
            participant: try #require(stranger.participant), from: InsurerCity.start)
        var unread = InsurerRow(line: 4, name: "Kosong")
        unread.fault = "no-person"
        let first = try await setup.take([stranger, unread], "one")
        #expect(try await setup.effects(first.file) == ["stranger", "unread no-person"])
        // The same stranger in another file is nobody new.
        stranger.name = "ASING"
        _ = try await setup.take([stranger], "two")
        #expect(try await setup.store.count("insurer_stranger") == 1)
        let lines = try await setup.city.insurerLines(
            of: first.file, [.stranger], after: 0, limit: 9)
        #expect(lines.first?.nik == nik && lines.first?.name == "Asing")
        let plain = try await setup.store.engine.read { reader throws(Problem) in
            try reader.first("SELECT nik_sealed FROM insurer_stranger") { $0.bytes() }
        }
        #expect(plain != nil && plain != Sealer.bytes(nik.digits))
    }

    @Test(arguments: TestEngine.all)
    func `members are found by a number that was sealed with an older key`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await InsurerCity(kind, people: 2)
        _ = try await setup.send()
        let old = setup.city.sealer.indexes(of: setup.people[0].nik)
        #expect(old.count == setup.city.sealer.ring.all.count)
        let intake = try await setup.take([setup.accept(0, 1, line: 2)], "in")
        #expect(try await setup.effects(intake.file) == ["accept"])
    }

    /// As many rows as the city's two cohorts have people.
    @Test func `answers for 54,666 people are taken in by sets`() async throws {
        let count = 54_666
        let setup = try await InsurerCity(.sqlite, people: count, months: 1)
        _ = try await setup.send()
        let rows = (0..<count).map { index in
            index % 20 == 0
                ? setup.refuse(index, "A4", line: index + 2)
                : setup.accept(index, index, line: index + 2)
        }
        let clock = ContinuousClock()
        let start = clock.now
        let intake = try await setup.take(rows, "in")
        print("measured answers of \(count) people: \(clock.now - start)")
        let figures = try #require(try await setup.city.insurerFile(intake.file)).figures
        #expect(figures.count(.refuse) == (count + 19) / 20)
        #expect(figures.count(.accept) + figures.count(.refuse) == count)
    }
}
