import Civic
import Testing

@testable import Programme

@Suite struct DriverAnswerTests {
    private let answering = DriverAnswering(
        toldReasons: ["A1", "A2", "A4", "A8"], repeatedReason: "A8")

    private static let birth = Day(number: 7000)

    private func row() throws -> DriverRow {
        DriverRow(
            record: 1, nik: try #require(NIK(digits: 3_275_010_101_900_001)),
            name: "Dedi  Supriatna", birth: DriverAnswerTests.birth,
            phone: try #require(PhoneNumber("081234567890")), consent: Day(number: 20_000))
    }

    private func person(
        _ standing: KnownStanding = .selected, _ reasons: [String] = [], number: String = "BKS-1",
        name: String = "DEDI SUPRIATNA", birth: Day? = DriverAnswerTests.birth,
        hasNIK: Bool = true
    ) -> DriverMatch {
        DriverMatch(
            number: number, nameKey: name, birth: birth, hasNIK: hasNIK, standing: standing,
            reasons: reasons)
    }

    @Test func `standings become the four outcomes`() {
        let told: [KnownStanding: DriverAnswer.Outcome] = [
            .selected: .accepted, .waiting: .waiting, .refused: .refused, .insured: .refused,
            .review: .checking,
        ]
        for standing in KnownStanding.allCases {
            let answer = answering.answer(
                about: person(standing, ["A3"]), wasSentBefore: false)
            #expect(answer.outcome == told[standing])
            #expect((answer.reason != nil) == (answer.outcome == .refused))
        }
        #expect(answering.answer(about: nil, wasSentBefore: false) == .checking)
    }

    @Test func `whatever the reasons are, only four of them are ever told`() {
        let all = (1...14).map { "A\($0)" }
        var random = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let reasons = all.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random))
            let answer = answering.answer(
                about: person(.refused, Array(reasons)), wasSentBefore: false)
            let tellable = reasons.filter { ["A1", "A2", "A4", "A8"].contains($0) }
            #expect(answer.reason == tellable.first ?? "other")
        }
    }

    @Test func `whoever was sent before is repeated, whatever the city knows`() {
        for known in [nil, person(.selected), person(.refused, ["A3"])] {
            #expect(
                answering.answer(about: known, wasSentBefore: true)
                    == DriverAnswer(.refused, reason: "A8"))
        }
    }

    @Test func `a NIK needs the name or the birth date beside it`() throws {
        let row = try row()
        func found(_ people: DriverMatch...) -> String? {
            answering.person(for: row, sameNIK: people, sameName: [])?.number
        }
        #expect(found(person()) == "BKS-1")
        #expect(found(person(birth: nil)) == "BKS-1")
        #expect(found(person(name: "ORANG LAIN")) == "BKS-1")
        #expect(found(person(name: "ORANG LAIN", birth: Day(number: 7001))) == nil)
        // Two people with one NIK: somebody must look at it, even if only one of them fits.
        #expect(found(person(), person(number: "BKS-2", name: "LAIN", birth: nil)) == nil)
    }

    @Test func `a name and a birth date find only somebody without a NIK, and only one`() throws {
        let row = try row()
        func found(_ people: DriverMatch...) -> String? {
            answering.person(for: row, sameNIK: [], sameName: people)?.number
        }
        #expect(found(person(hasNIK: false)) == "BKS-1")
        #expect(found(person()) == nil)
        #expect(found(person(hasNIK: false), person(number: "BKS-2", hasNIK: false)) == nil)
        #expect(found() == nil)
    }
}
