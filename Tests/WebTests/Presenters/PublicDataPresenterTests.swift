import Civic
import Foundation
import Jamsostek
import Office
import Pages
import Testing

@testable import Store
@testable import Web

@Suite struct PublicDataPresenterTests {
    private let sample: Sample

    init() throws { sample = try Sample() }

    private func csv(_ figures: Figures) -> [[String]] {
        let text = PublicDataPresenter.csv(
            sample.facts, figures: figures, funds: sample.funds, settings: sample.settings)
        return text.split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func html(_ figures: Figures) throws -> String {
        try sample.html(
            PublicDataPresenter.page(
                sample.facts, figures: figures, funds: sample.funds, settings: sample.settings,
                csvHref: "/csv", metadataHref: "/json"))
    }

    /// What stands in the number cells of all tables of the page, in reading order.
    private func cells(of html: String) -> [String] {
        html.matches(of: /<td class="n"[^>]*>([^<]*)<\/td>/).map { match in
            String(match.1).replacing("&lt;", with: "<").replacing(".", with: "")
        }
    }

    @Test(arguments: 1...36)
    func `page and download show and hide the same cells`(_ seed: UInt64) throws {
        let figures = sample.figures(seed, largest: [9, 15, 400][Int(seed % 3)])
        let rows = csv(figures)
        #expect(rows[0] == ["measure", "area_code", "area", "group", "value"])
        #expect(rows.allSatisfy { $0.count == 5 })
        let cityRows = 6
        let values = rows.dropFirst(1 + cityRows).map { $0[4] }
        #expect(values == cells(of: try html(figures)))
    }

    @Test(arguments: 1...12)
    func `no cell tells of fewer than five people`(_ seed: UInt64) throws {
        for row in csv(sample.figures(seed, largest: 9)).dropFirst() {
            let value = Int(row[4])
            #expect(
                value.map { $0 == 0 || $0 >= SmallCells.least } ?? ["<5", "–*"].contains(row[4]))
        }
    }

    /// Each person counts under one reason, so that a single hidden one could be reckoned back from
    /// the published totals.
    @Test(arguments: 1...40)
    func `no reason can be reckoned back`(_ seed: UInt64) throws {
        let figures = sample.figures(seed, largest: 14)
        let reasons = csv(figures).filter { $0[0] == "first_reason" }
        #expect(reasons.allSatisfy { Int($0[4]) != nil })
        let sum = reasons.compactMap { Int($0[4]) }.reduce(0, +)
        #expect(sum == figures.reasons.values.reduce(0, +))
    }

    @Test func `the columns, measures and groups of the download are explained`() throws {
        let text = PublicDataPresenter.metadata(
            sample.facts, funds: sample.funds, settings: sample.settings)
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(document["as_of"] as? String == "2026-03-27")
        #expect(document["owner"] as? String == sample.facts.region.programmeOwner)
        let groups = try #require(document["groups"] as? [String: [String: Any]])
        let measures = try #require(document["measures"] as? [[String: Any]])
        let codes = Set(measures.compactMap { $0["code"] as? String })
        for row in csv(sample.figures(3)).dropFirst() {
            #expect(codes.contains(row[0]))
            guard !row[3].isEmpty, row[0] != "selected_by_age_and_sex" else { continue }
            #expect(groups[row[0]]?[row[3]] != nil)
        }
    }

    @Test func `age bands follow the age rule`() throws {
        let bands = PublicFigures(
            sample.facts, sample.figures(5, largest: 400), sample.funds, asOf: Sample.day
        ).ages.map(\.years)
        #expect(bands == [18...24, 25...34, 35...44, 45...54, 55...64])
    }

    @Test func `the home page shows no small figures`() throws {
        let shown = HomePresenter.page(
            figures: sample.figures(5, largest: 400), settings: sample.settings)
        #expect(shown.figures != nil)
        let few = Figures(
            counts: [.standing(.selected): 12, .standing(.waiting): 3], areas: [], openReviews: 0)
        #expect(HomePresenter.page(figures: few, settings: sample.settings).figures == nil)
        #expect(HomePresenter.page(figures: nil, settings: nil).figures == nil)
    }
}
