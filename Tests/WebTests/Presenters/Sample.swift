import Civic
import Foundation
import Jamsostek
import Office
import Pages
import Programme

@testable import Store
@testable import Web

/// The city of the shipped data folder, and invented people in it.
struct Sample {
    static let day = Sample.day(2026, 3, 27)
    static let village = PlaceCode("32.75.01.1001")

    let data: DataFolder
    let facts: CityFacts
    let funds: FundNames
    let templates: PageTemplates

    init() throws {
        let project = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let data = try DataFolder.find(
            project.appending(path: "Data").path(percentEncoded: false))
        self.data = data
        facts = CityFacts(
            region: try data.region("bekasi"), law: try data.law(), isSample: true)
        funds = try FundNames(try data.table("national/funds"), city: facts.region.name)
        templates = try PageTemplates(
            words: Words(try data.table("words/pages")),
            statuses: StatusWords(try data.table("words/status"))
        ) { (name) throws(Problem) in try data.text("pages/\(name).mustache") }
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        guard let day = Day(year: year, month: month, day: day) else {
            preconditionFailure("no such day")
        }
        return day
    }

    var settings: RunSettings {
        RunSettings(
            asOf: Sample.day, ruleVersion: facts.region.ruleVersion, seed: 7, plan: "",
            summary: "")
    }

    /// The page as HTML, with blanks and line breaks as one blank.
    func html<P: Page>(_ page: P, _ language: Language = .indonesian) throws -> String {
        let site = try SitePresenter.site(
            facts, insurerPhone: "175", stylesheet: "/a.css", tabIcon: "/a.svg", on: Sample.day)
        let frame = Frame(
            site: site, language: language, otherLanguageHref: "?", user: nil, csrf: nil)
        return try templates.render(page, in: frame).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    func person(
        _ standing: PersonStanding, reasons: [String] = [], village: PlaceCode? = Sample.village,
        rank: Int? = nil, waitingPlace: Int? = nil, fund: String? = nil, decile: Int? = 7
    ) -> PersonSummary {
        PersonSummary(
            number: "BKS-7K4M-92", name: "Dedi Supriatna", birth: Sample.day(1990, 7, 5),
            sex: .male, nik: NIK("3275010507900003"), district: village?.district,
            village: village, occupation: "online_ojek", decile: decile, standing: standing,
            reasons: reasons, rank: rank, waitingPlace: waitingPlace, fund: fund,
            proposed: Sample.day(2026, 1, 6), sources: 2)
    }

    /// Every rule met, but for those named.
    func verdicts(_ others: [RuleVerdict] = []) -> [RuleVerdict] {
        let met: [RuleKind: String] = [
            .identified: "nik", .resident: "registered", .age: "35", .decile: "3",
            .informalWork: "sector:online_ojek", .alive: "registered",
        ]
        return RuleKind.allCases.map { kind in
            others.first { $0.rule == kind.rawValue }
                ?? RuleVerdict(
                    rule: kind.rawValue, mark: .met, datum: met[kind], agency: "dukcapil",
                    day: nil)
        }
    }
}

extension RuleVerdict {
    init(_ kind: RuleKind, _ mark: Mark, _ datum: String?, by agency: String? = "dukcapil") {
        self.init(rule: kind.rawValue, mark: mark, datum: datum, agency: agency, day: nil)
    }
}
