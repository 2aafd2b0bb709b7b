import Civic
import Programme
import Testing

@testable import Office
@testable import Store

/// The minutes of a closed month, against what was closed.
@Suite struct MinutesPaperTests {
    @Test(arguments: TestEngine.all)
    func `minutes tell both sums, both digests and whoever was refused`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await PaperCity.on(kind)
        let month = try await setup.desk.reconciliation(of: setup.first, for: setup.manager)
        let bytes = try await setup.desk.reconciliationMinutes(
            of: setup.first, site: PaperCity.site, for: setup.manager)
        let words = try await PaperWords(try #require(bytes))
        let closing = try #require(month.closing)
        #expect(words.text.contains(closing.code))
        #expect(words.dense.contains(month.ourDigest) && words.dense.contains(month.theirDigest))
        #expect(words.text.contains("jumlah dalam keputusan \(month.ourPeople) orang"))
        #expect(words.text.contains("Cocok: \(month.count(.matched)) orang"))
        #expect(words.text.contains(month.ourAmount.description))
        #expect(words.text.contains(month.theirAmount.description))
        let refused = try await setup.members("m.state = 'refused'")
        #expect(refused.count == setup.report.refused && refused.count > 3)
        #expect(words.text.contains("Ditolak BPJS Ketenagakerjaan: \(refused.count) orang"))
        for member in refused {
            #expect(words.count(member.number) == 1, "\(member.number)")
            let cause = try #require(member.cause)
            #expect(words.text.contains("(\(cause))"))
        }
        #expect(words.text.contains("PIHAK PERTAMA") && words.text.contains("PIHAK KEDUA"))
        #expect(!words.hasNIK)
        let sealed = try await setup.desk.sealedPaper(try #require(words.code))
        #expect(sealed?.kind == .minutes && sealed?.digests.count == 2)
    }

    @Test func `an open month has no minutes, and not everybody may read them`() async throws {
        let setup = try await PaperCity.on(.sqlite)
        let open = try await setup.desk.reconciliationMinutes(
            of: setup.first + 3, site: PaperCity.site, for: setup.manager)
        #expect(open == nil)
        await #expect(throws: Problem.self) {
            try await setup.desk.reconciliationMinutes(
                of: setup.first, site: PaperCity.site, for: setup.operatorViewer)
        }
    }
}
