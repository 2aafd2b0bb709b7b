import Civic
import Foundation
import Programme
import Testing

struct ReasonCatalogueTests {
    private static let text: String = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Data/regions/bekasi/reasons.tsv").standardized
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    @Test func `the fifteen reasons have words for staff and citizens in two languages`() throws {
        let catalogue = try ReasonCatalogue(Table(name: "reasons.tsv", text: Self.text))
        #expect(catalogue.reasons.map(\.code) == (1...15).map { "A\($0)" })
        for reason in catalogue.reasons {
            for phrase in [reason.short, reason.sentence, reason.remedy] {
                #expect(phrase.indonesian != phrase.english)
                #expect(!phrase.indonesian.isEmpty && !phrase.english.isEmpty)
            }
        }
        #expect(catalogue["A13"]?.short.english == "Recorded as dead")
        #expect(catalogue["A16"] == nil)
    }

    @Test func `every rule's reasons are in the catalogue`() throws {
        let catalogue = try ReasonCatalogue(Table(name: "reasons.tsv", text: Self.text))
        for rule in CityRules.rules {
            #expect(catalogue[rule.reason] != nil)
            #expect(catalogue[rule.missingReason] != nil)
        }
    }

    @Test func `a missing sentence names its place`() {
        let text = "code\tshort_id\tshort_en\nA1\tBukan penduduk\t\n"
        let problem = #expect(throws: Problem.self) {
            try ReasonCatalogue(Table(name: "reasons.tsv", text: text))
        }
        #expect(problem?.spot == Spot(file: "reasons.tsv", row: 2, column: "short_en"))
    }
}
