import Civic
import Programme
import Testing

@testable import Office
@testable import Store

/// Letters of decision, against members and the decree.
@Suite struct LetterTests {
    private static let asOf = Day(number: 20_400)

    private func letter(_ setup: PaperCity, _ number: String, _ viewer: Viewer) async throws
        -> PaperWords?
    {
        let person = try #require(PersonNumber(typed: number, prefix: "BKS"))
        let reasons = setup.desk.region.reasons
        let bytes = try await setup.desk.decisionLetter(
            to: person, asOf: Self.asOf, for: viewer
        ) { card, further in
            (card.record.summary.reasons + further).compactMap { reasons[$0] }.map { reason in
                LetterReason(
                    title: reason.short.indonesian, text: reason.sentence.indonesian,
                    remedy: reason.remedy.indonesian)
            }
        }
        guard let bytes else { return nil }
        return try await PaperWords(bytes)
    }

    @Test(arguments: TestEngine.all)
    func `whoever is accepted reads decree, months and number`(_ kind: TestEngine) async throws {
        let setup = try await PaperCity.on(kind)
        let member = try #require(try await setup.members("m.state = 'active'").first)
        let words = try #require(try await letter(setup, member.number, setup.manager))
        let decree = try await setup.desk.decree(setup.report.decree, for: setup.manager)
        #expect(words.pages.count == 1)
        for part in [
            member.name, member.number, try #require(decree?.decree.number),
            try #require(member.participant), "ditetapkan sebagai penerima",
            CalendarWords.text(member.months.upperBound, .indonesian), "gratis",
            CalendarWords.text(Self.asOf, .indonesian),
        ] {
            #expect(words.text.contains(part), "\(part)")
        }
        #expect(!words.hasNIK)
    }

    @Test(arguments: TestEngine.all)
    func `whoever the insurer refused reads why and what to do`(_ kind: TestEngine) async throws {
        let setup = try await PaperCity.on(kind)
        let member = try #require(try await setup.members("m.state = 'refused'").first)
        let words = try #require(try await letter(setup, member.number, setup.manager))
        let cause = try #require(member.cause)
        let reason = try #require(setup.desk.region.reasons[cause])
        #expect(words.text.contains("belum dapat menjadi penerima"))
        #expect(words.text.contains(reason.short.indonesian))
        #expect(words.text.contains(reason.remedy.indonesian))
        #expect(!words.text.contains("ditetapkan sebagai penerima"))
    }

    @Test func `nobody reads a decision that was not made, or of another kelurahan`() async throws {
        let setup = try await PaperCity.on(.sqlite)
        let chosen = Set(try await setup.members("1 = 1").map(\.number))
        let open = try #require(
            (0..<130).map { PersonNumber(prefix: "BKS", serial: $0).text }
                .first { !chosen.contains($0) })
        #expect(try await letter(setup, open, setup.manager) == nil)
        let person = try #require(PersonNumber(typed: open, prefix: "BKS"))
        #expect(try await setup.desk.hasLetter(to: person, for: setup.manager) == false)
        let foreign = try #require(
            try await setup.members("m.village <> '\(setup.village)' AND m.state = 'active'").first)
        #expect(try await letter(setup, foreign.number, setup.operatorViewer) == nil)
        #expect(try await letter(setup, foreign.number, setup.manager) != nil)
    }
}
