import Civic
import Programme
import Testing

@testable import Store

/// People go to the insurer once, by fund.
@Suite struct EnrolmentTests {
    @Test(arguments: TestEngine.all)
    func `a file asks for everybody of one fund who waits`(_ kind: TestEngine) async throws {
        let setup = try await InsurerCity(kind, people: 7, other: 2)
        let queues = try await setup.city.enrolmentQueues()
        #expect(queues.map { "\($0.fund) \($0.people)" } == ["apbd-2026 5", "csr-2026 2"])
        let id = try await setup.send()
        #expect(try await setup.city.enrolmentQueues().map(\.fund) == ["csr-2026"])
        let record = try #require(try await setup.city.insurerFile(id))
        #expect((record.file.lines, record.figures.waiting) == (5, 5))
        let member = try #require(
            try await setup.city.member(setup.people[3].number, in: .city))
        #expect(member.member.state == .enrolled)
        #expect(member.events.map(\.event) == ["enrol"])
        #expect(member.events.first?.document == "file \(id)")
        #expect(try await setup.standing(0) == "determined - - pp")
    }

    @Test(arguments: TestEngine.all)
    func `the same request and the same contents send nobody twice`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await InsurerCity(kind, people: 3)
        let numbers = try await setup.city.enrolments(waitingFor: InsurerCity.fund).map(\.number)
        let file = NewInsurerFile(
            kind: .enrol, month: InsurerCity.january, fund: InsurerCity.fund, name: "a",
            digest: "a", channel: .file)
        let first = try await setup.city.enrol(numbers, in: file, by: .test("k"))
        #expect(try await setup.city.enrol(numbers, in: file, by: .test("k")) == first)
        #expect(try await setup.city.enrol(numbers, in: file, by: .test("l")) == first)
        #expect(try await setup.store.count("member_event") == 3)
        #expect(try await setup.store.count("insurer_line") == 3)
    }

    @Test(arguments: TestEngine.all)
    func `nobody is sent who does not wait any more`(_ kind: TestEngine) async throws {
        let setup = try await InsurerCity(kind, people: 3)
        let numbers = try await setup.city.enrolments(waitingFor: InsurerCity.fund).map(\.number)
        _ = try await setup.send()
        await expectProblem("insurer-moved") {
            try await setup.city.enrol(
                numbers,
                in: NewInsurerFile(
                    kind: .enrol, month: InsurerCity.january, fund: InsurerCity.fund, name: "b",
                    digest: "b", channel: .file), by: .test("m"))
        }
        #expect(try await setup.store.count("insurer_file") == 1)
    }

    @Test(arguments: TestEngine.all)
    func `a file can be made again, with numbers, and is handed over once`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await InsurerCity(kind, people: 4)
        let before = try await setup.city.enrolments(waitingFor: InsurerCity.fund)
        let id = try await setup.send()
        let again = try #require(
            try await setup.city.reopenInsurerFile(id, by: .test()))
        #expect(again.people == before)
        #expect(again.people.first?.nik == setup.people[1].nik)
        for manner in ["dibawa kurir", "lagi"] {
            #expect(
                try await setup.city.handOver(id, manner, over: .file, by: .test()))
        }
        let file = try #require(try await setup.city.insurerFile(id)).file
        #expect(file.handover?.manner == "dibawa kurir" && file.handover?.actor == "ratna")
        #expect(try await setup.city.handOver(99, "x", over: .file, by: .test()) == false)
    }
}
