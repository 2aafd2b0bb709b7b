import Civic
import Programme
import Testing

@testable import Office
@testable import Store

/// The order of a wave as paper, against the frozen places.
@Suite struct WaveOrderPaperTests {
    @Test(arguments: TestEngine.all)
    func `the order names each place once, with seed and digest`(_ kind: TestEngine) async throws {
        let setup = try await PaperCity.on(kind)
        let bytes = try await setup.desk.waveOrderPaper(
            setup.report.wave, site: PaperCity.site, for: setup.manager)
        let words = try await PaperWords(try #require(bytes))
        let wave = try #require(
            try await setup.desk.wave(setup.report.wave, for: setup.manager))
        let order = try #require(wave.order)
        let places = try await setup.city.store.allWavePlaces(wave.id)
        #expect(places.count == 130)
        for place in places {
            #expect(words.count(place.candidate.number) == 1)
            #expect(words.text.contains(WaveText.hexadecimal(place.draw)))
        }
        #expect(words.count("terpilih") == 100 && words.text.contains("100 orang"))
        #expect(words.text.contains("\(order.seed)") && words.dense.contains(order.digest))
        #expect(!words.text.contains("CONTOH"), "no names")
        let sealed = try await setup.desk.sealedPaper(try #require(words.code))
        #expect(sealed?.kind == .ranking && sealed?.people == 130)
        let none = try await setup.desk.waveOrderPaper(
            99, site: PaperCity.site, for: setup.manager)
        #expect(none == nil)
        let reader = setup.operatorViewer
        await #expect(throws: Problem.self) {
            try await setup.desk.waveOrderPaper(1, site: PaperCity.site, for: reader)
        }
    }
}
