import Civic
import Foundation
import Ledger
import Store
import Testing

/// Figures for the reader, not for judgement: machines differ.
@Suite struct LedgerSpeedTests {
    private static let people = 10_000

    @Test(arguments: TestEngine.all)
    func `how fast a month of ten thousand people is posted`(_ kind: TestEngine) async throws {
        let sample = try await SampleFund(kind)
        let city = sample.city
        try await city.post(
            [
                Transfer("more", .post(SampleFund.move(.allotment, 1_000_000_000))),
                Transfer("all", .post(SampleFund.move(.commitment, 1_000_000_000))),
            ], by: .test())
        let month = Month(year: 2026, month: 4)
        let holds = (0..<LedgerSpeedTests.people).map { serial in
            let person = PersonNumber(prefix: "BKS", serial: serial).text
            let purpose = Purpose(period: month, decree: "655", person: person)
            return Transfer(
                "2026-04/apbd-2026/\(person)",
                .hold(SampleFund.move(.payment, 16_800, for: purpose)))
        }
        let settles = holds.map { Transfer("\($0.key)/sp2d", .settle(of: $0.key), note: "SP2D") }
        let clock = ContinuousClock()
        let times = [
            ("held", try await clock.measure { try await city.post(holds, by: .test()) }),
            ("settled", try await clock.measure { try await city.post(settles, by: .test()) }),
            ("asked again", try await clock.measure { try await city.post(settles, by: .test()) }),
            ("checked", try await clock.measure { _ = try await city.checkLedger() }),
        ]
        let figures = times.map { "\($0.0) in \($0.1)" }.joined(separator: ", ")
        let line = "\n\(kind.testDescription): \(LedgerSpeedTests.people) transfers \(figures)\n"
        try FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
        #expect(try await sample.free(.insurer) == 16_800 * Int64(LedgerSpeedTests.people + 1))
        #expect(try await city.checkLedger().fault == nil)
    }
}
