import Civic
import Programme
import Testing

@testable import Store

@Suite struct QuestionTests {
    @Test(arguments: TestEngine.all)
    func `an agency is asked about people of its trades, page by page`(
        _ kind: TestEngine
    ) async throws {
        let sample = try await AnswerSample(kind)
        let wanted = Set(sample.drivers.map(\.number.text))
        try #require(wanted.count > 12)
        let all = try await sample.questions()
        #expect(Set(all.questions.map(\.number)) == wanted)
        #expect(all.counts == [.none: wanted.count] && all.list == nil && all.next == nil)
        var seen: [String] = []
        var after: String?
        repeat {
            let page = try await sample.questions(after: after, limit: 5)
            #expect(page.total == wanted.count)
            seen += page.questions.map(\.number)
            after = page.next
        } while after != nil
        #expect(seen == all.questions.map(\.number))
        let nobody = try await sample.store.city.questions(
            try AnswerSample.ask("welfare"), QuestionFilter(), limit: 5)
        #expect(nobody.questions.isEmpty && nobody.total == 0)
    }

    @Test(arguments: TestEngine.all)
    func `its own list says who is certain, similar, one of several or nobody`(
        _ kind: TestEngine
    ) async throws {
        let sample = try await AnswerSample(kind)
        let drivers = sample.drivers.filter { $0.nik != nil && $0.birth != nil }
        try #require(drivers.count > 6)
        let (first, second, third) = (drivers[0], drivers[1], drivers[2])
        try await sample.upload([
            AnswerSample.row(2, of: first),
            AnswerSample.row(3, of: second, name: "\(second.name)X", isNumbered: false),
            AnswerSample.row(4, of: third, name: "\(third.name)X", isNumbered: false),
            AnswerSample.row(5, of: third, name: "\(third.name)Y", isNumbered: false),
        ])
        let list = try await sample.questions()
        func found(_ person: ImportedPerson) -> [FoundReference] {
            list.questions.first { $0.number == person.number.text }?.found ?? []
        }
        #expect(found(first).map(\.kind) == [.exact] && found(first).first?.nik == first.nik)
        #expect(found(first).first?.record == 2)
        #expect(found(second).map(\.kind) == [.near] && found(second).first?.nik == nil)
        #expect(found(third).map(\.kind) == [.twins, .twins])
        #expect(list.counts[.exact] == 1 && list.counts[.near] == 1 && list.counts[.twins] == 1)
        for match in QuestionFilter.Match.allCases {
            let part = try await sample.questions(QuestionFilter(match: match))
            #expect(part.questions.count == list.counts[match, default: 0])
            #expect(part.questions.allSatisfy { QuestionFilter.Match($0.kind) == match })
        }
        let district = try #require(first.place?.district)
        let there = try await sample.questions(QuestionFilter(district: district))
        #expect(there.questions.allSatisfy { $0.district == district })
        #expect(there.total == there.questions.count && there.total < list.total)
    }

    @Test(arguments: TestEngine.all)
    func `a new list takes the place of the old one, of which only the fact remains`(
        _ kind: TestEngine
    ) async throws {
        let sample = try await AnswerSample(kind)
        let drivers = sample.drivers
        #expect(try await sample.upload(drivers.map { AnswerSample.row(2, of: $0) }) > 3)
        let rows = [AnswerSample.row(9, of: drivers[0])]
        #expect(try await sample.upload(rows, by: .test("two")) == 1)
        #expect(try await sample.upload(rows, by: .test("two")) == 1)
        #expect(try await sample.store.count("reference_row") == 1)
        let lists = try await sample.store.city.referenceLists(of: "transport", limit: 9)
        #expect(lists.map(\.kept) == [1, drivers.count])
        let counts = try await sample.questions().counts
        #expect(counts.values.reduce(0, +) == drivers.count)
        #expect((counts[.none] ?? 0) > drivers.count - 4)
        await #expect(throws: Problem.self) { try await sample.upload([]) }
    }

    @Test(arguments: TestEngine.all)
    func `people who come anew are found anew`(_ kind: TestEngine) async throws {
        let sample = try await AnswerSample(kind)
        try await sample.upload(sample.drivers.map { AnswerSample.row(2, of: $0) })
        let before = try await sample.questions()
        #expect((before.counts[.exact] ?? 0) > 3)
        let again = SampleCity(reversing: sample.city)
        try await sample.store.city.importRun(
            again.run(verifiedBy: AnswerSample.policy), by: .test("again"))
        #expect(try await sample.store.count("reference_match") == 0)
        let after = try await sample.questions()
        #expect(after.counts == before.counts)
        #expect(after.questions.map(\.name) == before.questions.map(\.name))
        #expect(after.questions.map(\.found) == before.questions.map(\.found))
    }

    @Test(arguments: TestEngine.all)
    func `rows are sealed anew with a new key, and still found`(_ kind: TestEngine) async throws {
        let sample = try await AnswerSample(kind)
        let numbered = sample.drivers.filter { $0.nik != nil }
        try await sample.upload(numbered.map { AnswerSample.row(2, of: $0, name: "\($0.name)") })
        let before = try await sample.questions().counts
        let file = try KeyFile.addKey(at: sample.store.key.path)
        let city = try await sample.store.reopened()
        let sealer = try Sealer(file)
        let rotation = KeyRotation(
            sealer: sealer, journal: JournalWriter(sealer: sealer), act: .test())
        try await sample.store.engine.write { writer throws(Problem) in
            try rotation.begin(with: file.id, writer)
        }
        var steps = 0
        while try await sample.store.engine.write({ writer throws(Problem) in
            try rotation.step(7, writer)
        }) != nil {
            steps += 1
        }
        #expect(steps > numbered.count / 7)
        let isCurrent = try await sample.store.engine.read { reader throws(Problem) in
            try SealedBoxes(reader: reader).areAllCurrent(sealer)
        }
        #expect(isCurrent)
        let after = try await city.questions(sample.ask, QuestionFilter(), limit: 500)
        #expect(after.counts == before)
        #expect(after.questions.contains { $0.found.first?.nik != nil })
    }

    @Test(arguments: TestEngine.all)
    func `whoever is erased is erased from lists, and not taken in again`(
        _ kind: TestEngine
    ) async throws {
        let sample = try await AnswerSample(kind)
        let drivers = sample.drivers.filter { $0.nik != nil && $0.birth != nil }
        let gone = drivers[0]
        let rows = [
            AnswerSample.row(2, of: gone),
            AnswerSample.row(3, of: gone, isNumbered: false),
            AnswerSample.row(4, of: drivers[1]),
        ]
        try await sample.upload(rows)
        _ = try await sample.store.city.erase(
            .number(gone.number), noting: ErasureList(besideKey: sample.store.key.path),
            by: .test())
        #expect(try await sample.store.count("reference_row") == 1)
        #expect(try await sample.upload(rows) == 2)
        let found = try await sample.questions().questions.first { $0.number == gone.number.text }
        #expect(found?.found.isEmpty ?? true)
    }
}
