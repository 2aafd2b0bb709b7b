import Civic
import Programme
import Testing

@testable import Office
@testable import Store

/// A city that has lived through a wave: 130 candidates, 100 determined, some refused by the insurer,
/// two months paid and closed. Shared by the tests of papers, which change nothing in it.
struct PaperCity {
    static let site = "https://sigap.example"

    let city: RehearsedCity
    let report: RehearsalReport
    /// Of the kelurahan in which the first candidate lives.
    let operatorViewer: Viewer
    let village: PlaceCode

    var desk: Desk { city.desk }
    var manager: Viewer { city.cast.managers[0] }
    var first: Month { city.rehearsal.months.lowerBound }

    private static let cities = Dictionary(
        uniqueKeysWithValues: TestEngine.all.map { kind in
            (kind.testDescription, Task { try await PaperCity(kind) })
        })

    static func on(_ kind: TestEngine) async throws -> PaperCity {
        try await #require(cities[kind.testDescription]).value
    }

    private init(_ kind: TestEngine) async throws {
        city = try await RehearsedCity(kind, people: 130, quota: 100, refused: 12, late: 0)
        report = try await city.rehearsal.run()
        let places = city.desk.region.places
        village = places.entries[try #require(places.villages.first)].code
        try await city.store.createAccount(
            NewAccount(
                login: "yuni", name: "Yuni", role: "village-operator", agency: nil,
                areas: [village], password: "rahasia-sekali-1"), by: RehearsedCity.act())
        let account = try #require(try await city.store.account(login: "yuni"))
        operatorViewer = try #require(Viewer(account, city.desk.access))
    }

    func members(_ condition: String) async throws -> [Member] {
        let sealer = city.store.sealer
        return try await city.store.engine.read { reader throws(Problem) in
            try MemberTable.members(where: condition, [], try sealer.named(by: reader), reader)
        }
    }
}

/// The text of a paper, as somebody who copies it gets it.
struct PaperWords {
    let pages: [String]
    /// All pages, each run of white space one blank.
    let text: String

    init(_ bytes: [UInt8]) async throws {
        pages = try await PDFText(bytes).pages
        text = pages.joined(separator: " ").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    /// Without any white space: a digest may run over two lines.
    var dense: String { text.filter { !$0.isWhitespace } }

    func count(_ part: String) -> Int { text.ranges(of: part).count }

    /// The code beside *Cek keaslian*.
    var code: PaperCode? {
        text.firstMatch(of: /\/v\/([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/)
            .flatMap { PaperCode(typed: String($0.1)) }
    }

    /// No sixteen digits in a row: a NIK.
    var hasNIK: Bool { text.contains(/(^|[^0-9a-f])[0-9]{16}([^0-9a-f]|$)/) }
}
