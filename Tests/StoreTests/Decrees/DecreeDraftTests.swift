import Civic
import Programme
import Testing

@testable import Store

/// Drafts name whom a wave chose, and go to signature only when everybody can be determined.
@Suite struct DecreeDraftTests {
    private let policy = DecreeCity.policy

    @Test(arguments: TestEngine.all)
    func `a draft names everybody whom the wave chose, once`(_ kind: TestEngine) async throws {
        let sample = try await DecreeCity(kind)
        let id = try await sample.draft()
        #expect(try await sample.draft() == id)
        let record = try await sample.record(id)
        #expect((record.decree.state, record.decree.lines) == (.draft, 12))
        #expect(record.counts == [.add: 12])
        #expect(record.text.deciding == ["Menetapkan 12 orang, APBD-2026 dan CSR-2026"])
        let lines = try await sample.city.annex(of: id, .restricted, by: .test())
        #expect(Set(lines.map(\.number)) == Set(sample.people.prefix(12).map(\.number.text)))
        #expect(lines.map(\.line) == Array(1...12))
        #expect(try await sample.city.draftCheck(id, policy).marks.isEmpty)
        await expectProblem("wave-not-frozen") { try await sample.draft("other") }
        let places = try await sample.city.annexPlaces(of: id)
        #expect(places.reduce(0) { $0 + $1.people } == 12)
        #expect(try await sample.city.verifiedPaper(record.decree.code) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `each finding is found, and a draft with one is not signed`(
        _ kind: TestEngine
    ) async throws {
        let sample = try await DecreeCity(kind) { people in
            var people = people
            people[1].verdicts = [
                RuleVerdict(
                    rule: "alive", mark: .failed, datum: "dead", agency: "registry",
                    day: Day(iso: "2025-10-12"))
            ]
            people[3].nik = people[2].nik
            people[4].nik = nil
            return people
        }
        let numbers = sample.people.map(\.number.text)
        try await sample.store.tamper(
            "UPDATE person SET standing = 'refused', rank = NULL, waiting_place = NULL, fund = NULL"
                + " WHERE number = '\(numbers[5])'",
            "DELETE FROM wave_funding WHERE number = '\(numbers[6])'",
            """
            INSERT INTO member (id, number, cohort, name, name_key, state, first_month,
            last_month, version) VALUES (1, '\(numbers[7])', 'rtrw', 'X', 'x', 'determined', 1, 2, 1)
            """)
        let id = try await sample.draft()
        let check = try await sample.city.draftCheck(id, policy)
        let found = Dictionary(uniqueKeysWithValues: check.marks.map { ($0.number, $0.finding) })
        #expect(
            found == [
                numbers[1]: .dead, numbers[2]: .doubled, numbers[3]: .doubled,
                numbers[4]: .unidentified, numbers[5]: .ineligible, numbers[6]: .unfunded,
                numbers[7]: .member,
            ])
        #expect(check.registryDay == Day(iso: "2025-10-12"))
        do {
            try await sample.city.beginSigning(id, policy, by: .test())
            Issue.record("was signed")
        } catch {
            let problem = error
            #expect(
                problem.what.indonesian
                    == "1 orang pada draf ini meninggal menurut Dukcapil per 12 Oktober 2025. "
                    + "Ada 6 orang lain dengan temuan lain.")
            #expect(problem.remedy.indonesian == "Keluarkan dulu, atau beri alasan.")
        }
        await expectProblem("finding-must-go") {
            try await sample.city.mark(
                [numbers[4]], on: id, .keep, reason: "r", policy, by: .test())
        }
        try await sample.city.mark(
            [numbers[1]], on: id, .keep, reason: "Dukcapil keliru", policy, by: .test())
        try await sample.city.mark(
            Array(numbers[3...7]), on: id, .omit, reason: "temuan", policy, by: .test())
        let after = try await sample.city.draftCheck(id, policy)
        #expect(after.open.isEmpty)
        #expect(after.marks.first { $0.number == numbers[1] }?.word == .keep)
        #expect(try await sample.record(id).decree.lines == 7)
        try await sample.city.beginSigning(id, policy, by: .test())
        #expect(try await sample.record(id).decree.lines == 7)
        let marks = try await sample.city.draftCheck(id, policy).marks
        #expect(marks.count == 6 && marks.allSatisfy { $0.word != nil && $0.finding == nil })
        await expectProblem("decree-state") {
            try await sample.city.mark(
                [numbers[0]], on: id, .omit, reason: "r", policy, by: .test())
        }
    }

    /// A number that led to somebody else since the wave was frozen names that person, once.
    @Test(arguments: TestEngine.all)
    func `numbers that were merged lead on`(_ kind: TestEngine) async throws {
        let sample = try await DecreeCity(kind)
        let numbers = sample.people.map(\.number.text)
        let new = "BKS-NEW0-01"
        try await sample.store.tamper(
            "UPDATE person SET number = '\(new)' WHERE number = '\(numbers[0])'",
            "INSERT INTO person_alias (number, survivor) VALUES ('\(numbers[0])', '\(new)')",
            "UPDATE person SET number = 'BKS-GONE-01' WHERE number = '\(numbers[1])'",
            "INSERT INTO person_alias (number, survivor) VALUES ('\(numbers[1])', '\(numbers[2])')")
        let id = try await sample.draft()
        let lines = try await sample.city.annex(of: id, .open, by: .test())
        let expected = Set([new] + numbers[2..<12])
        #expect(Set(lines.map(\.number)) == expected)
        #expect(lines.allSatisfy { !$0.funding.isEmpty && $0.nik == nil && $0.rt == nil })
    }
}
