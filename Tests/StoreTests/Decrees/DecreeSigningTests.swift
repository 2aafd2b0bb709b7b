import Civic
import Crypto
import Programme
import Testing

@testable import Store

/// A decree goes from one who signs it off to the next, and its annex stays what they saw.
@Suite struct DecreeSigningTests {
    private let policy = DecreeCity.policy

    @Test(arguments: TestEngine.all)
    func `digests are those of the lines as they are kept`(_ kind: TestEngine) async throws {
        let sample = try await DecreeCity(kind)
        let id = try await sample.draft()
        let drafted = try await sample.city.annex(of: id, .restricted, by: .test())
        try await sample.city.beginSigning(id, policy, by: .test())
        let decree = try await sample.record(id).decree
        let lines = try await sample.city.annex(of: id, .restricted, by: .test())
        #expect(lines == drafted)
        for (edition, digest) in [
            (AnnexText.Edition.restricted, decree.digest), (.open, decree.publicDigest),
        ] {
            let text = AnnexText(edition, of: .determination).text(lines)
            let hash = Hexadecimal.text(Array(SHA256.hash(data: Array(text.utf8))))
            #expect(digest == hash)
        }
        // Whatever lists say later, the annex stays.
        try await sample.store.tamper("UPDATE person SET name = 'Y', name_key = 'Y'")
        #expect(try await sample.city.annex(of: id, .restricted, by: .test()) == lines)
        #expect(try await sample.city.verifiedPaper(decree.code)?.standing == .pending)
    }

    @Test(arguments: TestEngine.all)
    func `steps are signed in turn by others, and end with a number`(
        _ kind: TestEngine
    ) async throws {
        let sample = try await DecreeCity(kind)
        let city = sample.city
        let id = try await sample.draft()
        await expectProblem("decree-state") {
            try await city.signOff(
                id, digest: "", note: nil, policy, by: sample.act("lukman"))
        }
        try await city.beginSigning(id, policy, by: sample.act("ratna"))
        let digest = try #require(try await sample.record(id).decree.digest)
        func sign(_ actor: String, _ digest: String, days: Int64 = 0) async throws {
            try await city.signOff(
                id, digest: digest, note: nil, policy, by: sample.act(actor, days: days))
        }
        await expectProblem("annex-changed") { try await sign("ratna", "00") }
        try await sign("ratna", digest)
        await expectProblem("sign-off-twice-in-a-row") { try await sign("ratna", digest) }
        try await sign("lukman", digest)
        await expectProblem("sign-off-maker-is-last") { try await sign("ratna", digest) }
        await expectProblem("sign-off-incomplete") {
            try await city.numberDecree(
                id, number: "Kep.1/XI/2025", signedOn: .jakarta(at: TestStore.noon), policy,
                by: sample.act("ratna"))
        }
        try await sign("dewi", digest, days: 2)
        await expectProblem("sign-off-complete") { try await sign("ratna", digest) }
        #expect(
            try await sample.record(id).signed.map(\.step) == ["kabid", "kadis", "sekda"])
        let noon = Day.jakarta(at: TestStore.noon)
        for (day, number, code) in [
            (noon + 1, "Kep.1/XI/2025", "decree-date"), (noon + 4, "Kep.1/XI/2025", "decree-date"),
            (noon + 2, "Kep.1/X/2025", "decree-number-form"),
        ] {
            await expectProblem(code) {
                try await city.numberDecree(
                    id, number: number, signedOn: day, policy, by: sample.act("ratna", days: 3))
            }
        }
        for number in ["Kep.1/XI/2025", "Kep.2/XI/2025"] {
            try await city.numberDecree(
                id, number: number, signedOn: noon + 2, policy, by: sample.act("ratna", days: 3))
        }
        let decree = try await sample.record(id).decree
        #expect((decree.state, decree.number) == (.numbered, "Kep.2/XI/2025"))
    }

    @Test(arguments: TestEngine.all)
    func `what is sent back is drafted anew`(_ kind: TestEngine) async throws {
        let sample = try await DecreeCity(kind)
        let first = try await sample.draft()
        let left = sample.people[0].number.text
        try await sample.city.mark([left], on: first, .omit, reason: "r", policy, by: .test())
        try await sample.city.beginSigning(first, policy, by: .test())
        let code = try await sample.record(first).decree.code
        let second = try await sample.city.sendBack(
            first, note: "Salah dasar hukum", policy, by: .test("back"))
        #expect(
            try await sample.city.sendBack(first, note: "x", policy, by: .test("back")) == second)
        let old = try await sample.record(first)
        #expect(old.decree.state == .withdrawn)
        #expect(old.steps.last?.note == "Salah dasar hukum")
        #expect(try await sample.city.verifiedPaper(code)?.standing == .withdrawn)
        let new = try await sample.record(second).decree
        #expect((new.state, new.lines, new.redrafts) == (.draft, 11, first))
        #expect(new.code != code)
        try await sample.sign(second)
        #expect(try await sample.record(second).decree.state == .numbered)
    }

    @Test(arguments: TestEngine.all)
    func `a number belongs to one decree`(_ kind: TestEngine) async throws {
        let sample = try await DecreeCity(kind)
        let first = try await sample.decree()
        let number = sample.people[0].number.text
        let second = try await sample.city.draftAmendment(
            of: first,
            lines: [.remove(number, from: DecreeCity.january + 3, cause: "dead")], policy,
            by: .test("a"))
        await expectProblem("decree-number-used") { try await sample.sign(second) }
    }

    /// The signed paper is kept sealed, and one that differs keeps the decree from being in force.
    @Test(arguments: TestEngine.all)
    func `a signed paper that differs stops the decree`(_ kind: TestEngine) async throws {
        let sample = try await DecreeCity(kind)
        let id = try await sample.draft()
        try await sample.sign(id)
        let bytes = Array("%PDF secret".utf8)
        func keep(_ differences: [PaperDifference]) async throws {
            try await sample.city.keepSignedPaper(
                bytes, of: id, name: "sk.pdf", digest: "ab", pages: 14, differences: differences,
                by: .test())
        }
        try await keep([PaperDifference(page: 14, kind: .text)])
        await expectProblem("signed-file-differs") { try await sample.putInForce(id) }
        try await keep([])
        let record = try await sample.record(id)
        #expect(record.files.map { $0.differences.count } == [0, 1])
        #expect(try await sample.city.signedPaper(of: id, by: .test())?.bytes == bytes)
        let rows = try await sample.store.engine.rows()
        let boxes = rows["decree_file"]?.joined().compactMap { value -> [UInt8]? in
            guard case .bytes(let box) = value else { return nil }
            return box
        }
        #expect(boxes?.count == 2 && boxes?.contains { $0.contains(bytes) } == false)
        try await sample.putInForce(id)
        #expect(try await sample.record(id).decree.state == .inForce)
    }
}

extension [UInt8] {
    fileprivate func contains(_ part: [UInt8]) -> Bool {
        count >= part.count
            && (0...(count - part.count)).contains {
                self[$0..<($0 + part.count)].elementsEqual(part)
            }
    }
}
