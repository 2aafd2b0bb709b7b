import Civic
import Programme
import Store
import Testing

@Suite struct CheckTests {
    private let sample = SampleCity(people: 120, seed: 31)

    private func store(_ kind: TestEngine) async throws -> TestStore {
        let store = try await TestStore(kind)
        try await store.city.importRun(sample.run(), by: .test())
        return store
    }

    @Test(arguments: TestEngine.all)
    func `two right facts give the status`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let city = store.city
        for person in sample.people {
            guard let nik = person.nik else { continue }
            let byNumber = try await city.status(number: person.number, tail: nik.parts.serial)
            #expect(byNumber?.person.matches(person) == true)
            #expect(byNumber?.verdicts == person.verdicts)
            guard let birth = person.birth else { continue }
            let byNIK = try await city.status(nik: nik, birth: birth)
            #expect(byNIK == byNumber)
        }
    }

    @Test(arguments: TestEngine.all)
    func `what was decided about a candidate is told`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let policy = QueueTests.policy
        try await store.city.importRun(sample.run(verifiedBy: policy), by: .test())
        let person = try #require(
            sample.people.first { $0.nik != nil && $0.standing == .selected })
        let tail = try #require(person.nik).parts.serial
        func answer() async throws -> StatusAnswer? {
            try await store.city.status(number: person.number, tail: tail)
        }
        #expect(try await answer()?.verified == .open)
        let refusal = CaseDecision(
            number: person.number, seen: 0, step: .refuse(reason: "A10"), work: .not)
        _ = try await store.city.decide([refusal], in: .city, policy, by: .test())
        let refused = try await answer()
        #expect(refused?.verified == .refused && refused?.refusal == "A10")
    }

    @Test(arguments: TestEngine.all)
    func `one wrong fact gives nothing, whichever it is`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let city = store.city
        let known = sample.people.filter { $0.nik != nil && $0.birth != nil }
        for (person, other) in zip(known, known.dropFirst()) {
            let nik = try #require(person.nik)
            let birth = try #require(person.birth)
            #expect(try await city.status(nik: nik, birth: birth + 1) == nil)
            let stranger = try #require(NIK(digits: nik.digits ^ 1) ?? NIK("3275010101900001"))
            #expect(try await city.status(nik: stranger, birth: birth) == nil)
            let tail = nik.parts.serial
            #expect(try await city.status(number: person.number, tail: tail % 9999 + 1) == nil)
            #expect(try await city.status(number: other.number, tail: tail) == nil)
        }
        let nobody = PersonNumber(prefix: "BKS", serial: 900_000)
        #expect(try await city.status(number: nobody, tail: 1) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `without a NIK no last digits prove anything`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let city = store.city
        let person = try #require(sample.people.first { $0.nik == nil })
        #expect(try await city.status(number: person.number, tail: 0) == nil)
    }
}
