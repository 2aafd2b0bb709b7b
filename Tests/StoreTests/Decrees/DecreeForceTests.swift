import Civic
import Jamsostek
import Programme
import Testing

@testable import Store

/// A decree in force determines people and promises their months; amendments change both.
@Suite struct DecreeForceTests {
    private let policy = DecreeCity.policy

    @Test(arguments: TestEngine.all)
    func `everybody is determined and every month has its money`(
        _ kind: TestEngine
    ) async throws {
        let sample = try await DecreeCity(kind)
        let id = try await sample.draft()
        try await sample.sign(id)
        #expect(try await sample.store.count("member") == 0)
        try await sample.putInForce(id, "force")
        try await sample.putInForce(id, "force")
        #expect(try await sample.store.count("member") == 12)
        #expect(try await sample.store.count("cover_month") == 144)
        // Whoever is determined is no finding on the decree that determined him.
        #expect(try await sample.city.draftCheck(id, policy).marks.isEmpty)
        let lines = try await sample.city.annex(of: id, .restricted, by: .test())
        for (place, person) in sample.people.prefix(12).enumerated() {
            let record = try await sample.member(person.number)
            let member = record.member
            #expect(member.state == .determined)
            #expect((member.name, member.birth) == (person.name, person.birth))
            #expect((member.nik, member.occupation) == (person.nik, person.occupation))
            #expect(member.months == DecreeCity.year)
            let line = try #require(lines.first { $0.number == member.number })
            #expect(member.decree == DecreeLineName(decree: id, line: line.line))
            let funds = record.months.map(\.fund)
            let shared = place >= 6
            #expect(funds.prefix(6).allSatisfy { $0 == "apbd-2026" })
            #expect(funds.suffix(6).allSatisfy { $0 == (shared ? "csr-2026" : "apbd-2026") })
            #expect(record.events.map(\.event) == ["determine"])
            #expect(record.events.first?.document == "decree \(id)")
        }
        let drivers = sample.people[6..<12].count { $0.occupation == "online_ojek" }
        let csr = Int64(drivers) * 6 * 8400 + Int64(6 - drivers) * 6 * 16_800
        let funds = try await sample.city.funds()
        #expect(funds.map(\.committed) == [Rupiah(12 * 6 * 16_800 + 6 * 6 * 16_800), Rupiah(csr)])
        try await sample.expectMoneyIsRight()
        let wave = try await sample.store.engine.read { reader throws(Problem) in
            try reader.first("SELECT state FROM wave WHERE id = 1") { fields in fields.text() }
        }
        #expect(wave == "decreed")
        #expect(try await sample.city.verifyJournal().fault == nil)
        let code = try await sample.record(id).decree.code
        #expect(try await sample.city.verifiedPaper(code)?.standing == .valid)
        #expect(try await sample.city.verifiedPaper(PaperCode()) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a fund that has not enough refuses the whole`(_ kind: TestEngine) async throws {
        let sample = try await DecreeCity(kind, budget: 1_000_000)
        let id = try await sample.draft()
        try await sample.sign(id)
        do {
            try await sample.putInForce(id)
            Issue.record("was in force")
        } catch let problem as Problem {
            #expect(problem.code == "decree-fund-short")
            #expect(
                problem.what.indonesian
                    == "Dana tidak cukup. APBD-2026: perlu Rp1.814.400, tersedia Rp1.000.000.")
        }
        #expect(try await sample.store.count("member") == 0)
        #expect(try await sample.record(id).decree.state == .numbered)
    }

    @Test(arguments: TestEngine.all)
    func `nothing is in force without the signed paper where it must be there`(
        _ kind: TestEngine
    ) async throws {
        let sample = try await DecreeCity(kind)
        let id = try await sample.draft()
        await expectProblem("decree-state") { try await sample.putInForce(id) }
        try await sample.sign(id)
        let strict = DecreePolicy(
            letterhead: [], invocation: [], title: "", place: "", signerOffice: [],
            signerName: "", steps: policy.steps, numbering: policy.numbering,
            signedFile: .required, verifiedOnly: false, additions: [],
            wordings: policy.wordings, sources: [])
        await expectProblem("signed-file-missing") {
            try await sample.city.putInForce(
                id, strict, try DecreeCity.prices(), by: sample.act("ratna"))
        }
    }

    @Test(arguments: TestEngine.all)
    func `an annex that was changed behind the store's back is not put in force`(
        _ kind: TestEngine
    ) async throws {
        let sample = try await DecreeCity(kind)
        let id = try await sample.draft()
        try await sample.sign(id)
        try await sample.store.tamper(
            "UPDATE decree_identity SET name = 'SIAPA PUN' WHERE line = 3")
        await expectProblem("annex-differs") { try await sample.putInForce(id) }
        #expect(try await sample.city.checkAnnexes().altered == [id])
        try await sample.store.tamper(
            "UPDATE decree_identity SET name = '\(Erasing.name)' WHERE line = 3")
        let check = try await sample.city.checkAnnexes()
        #expect((check.sound, check.erased, check.altered) == (0, 1, []))
        await #expect(throws: Problem.self) {
            try await sample.store.tamper("UPDATE decree_line SET fund = 'csr-2026'")
        }
    }

    @Test(arguments: TestEngine.all)
    func `an amendment adds, removes and alters`(_ kind: TestEngine) async throws {
        let sample = try await DecreeCity(kind)
        let first = try await sample.decree()
        let people = sample.people
        let april = DecreeCity.january + 3
        let rest = april...DecreeCity.year.upperBound
        let lines: [AmendedLine] = [
            .remove(people[0].number.text, from: april, cause: "dead"),
            .remove(people[1].number.text, from: april + 1, cause: "moved"),
            .add(people[12].number.text, [FundedMonths(rest, fund: "apbd-2026")], cause: "replace"),
            .alter(people[2].number.text, [FundedMonths(rest, fund: "csr-2026")]),
        ]
        let id = try await sample.city.draftAmendment(
            of: first, lines: lines, policy, by: .test("amend"))
        let draft = try await sample.record(id)
        #expect(draft.counts == [.add: 1, .remove: 2, .alter: 1])
        #expect(
            draft.text.deciding == [
                "Mengubah Kep.655/XI/2025 tanggal 5 November 2025 ke-1: 1, 2, 1"
            ])
        try await sample.sign(id, serial: 656)
        try await sample.putInForce(id)
        let dead = try await sample.member(people[0].number)
        #expect((dead.member.state, dead.member.cause) == (.ended, "dead"))
        #expect(dead.member.endedMonth == april)
        #expect(dead.months.map { $0.state == .promised } == (0..<12).map { $0 < 3 })
        let moved = try await sample.member(people[1].number)
        #expect(moved.months.count { $0.state == .promised } == 4)
        let added = try await sample.member(people[12].number)
        #expect((added.member.state, added.months.count) == (.determined, 9))
        let altered = try await sample.member(people[2].number)
        #expect(altered.months.map(\.fund) == (0..<12).map { $0 < 3 ? "apbd-2026" : "csr-2026" })
        #expect(altered.member.decree?.decree == first)
        #expect(altered.months.last?.decree?.decree == id)
        #expect(altered.events.map(\.event) == ["determine", "alter"])
        try await sample.expectMoneyIsRight()
        #expect(
            try await sample.city.checkAnnexes() == AnnexCheck(sound: 2, erased: 0, altered: []))
        let code = try await sample.record(first).decree.code
        #expect(try await sample.city.verifiedPaper(code)?.amendments.map(\.id) == [id])
        #expect(try await sample.city.verifyJournal().fault == nil)
    }

    /// Whoever ended can be determined again, by an amendment, under the same number.
    @Test(arguments: TestEngine.all)
    func `somebody who ended begins anew`(_ kind: TestEngine) async throws {
        let sample = try await DecreeCity(kind)
        let first = try await sample.decree()
        let number = sample.people[0].number
        let april = DecreeCity.january + 3
        var serial = 656
        func amend(_ line: AmendedLine, _ key: String) async throws {
            let id = try await sample.city.draftAmendment(
                of: first, lines: [line], policy, by: .test(key))
            try await sample.sign(id, serial: serial)
            serial += 1
            try await sample.putInForce(id)
        }
        try await amend(.remove(number.text, from: april, cause: "moved"), "1")
        await expectProblem("amendment-line") {
            try await amend(.remove(number.text, from: april, cause: "moved"), "2")
        }
        let later = (april + 2)...DecreeCity.year.upperBound
        try await amend(.add(number.text, [FundedMonths(later, fund: "csr-2026")]), "3")
        let record = try await sample.member(number)
        #expect((record.member.state, record.member.endedMonth) == (.determined, nil))
        #expect(record.months.filter { $0.state == .promised }.count == 3 + 7)
        #expect(record.events.map(\.event) == ["determine", "end", "determine"])
        try await sample.expectMoneyIsRight()
        await expectProblem("amendment-line") {
            try await amend(.add("BKS-XXXX-00", [FundedMonths(later, fund: "csr-2026")]), "4")
        }
        // Months that are paid for cannot be promised a second time.
        let id = try await sample.city.draftAmendment(
            of: first, lines: [.add(number.text, [FundedMonths(later, fund: "csr-2026")])],
            policy, by: .test("5"))
        await expectProblem("decree-findings") { try await sample.sign(id, serial: serial) }
    }
}
