import Civic
import Foundation
import Store
import Testing

/// Figures for the reader, not for judgement: machines differ.
@Suite struct SpeedTests {
    @Test func `how fast two hundred thousand rows are stored`() async throws {
        let store = try await TestStore()
        let people = 30_000
        let city = SampleCity(people: people, seed: 71)
        let run = city.run()
        let time = try await ContinuousClock().measure {
            try await store.city.importRun(run, by: .test())
        }
        var rows = 0
        for table in ["person", "source_row", "name_word", "person_agency", "tally"] {
            rows += try await store.count(table)
        }
        let perSecond = Int(Double(rows) / (time / .seconds(1)))
        let line = "stored \(rows) rows of \(people) people in \(time): \(perSecond) rows/s\n"
        try FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
        #expect(try await store.count("person") == people)
    }
}
