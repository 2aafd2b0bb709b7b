import Civic
import Pages
import Testing

@Suite struct ChartTests {
    @Test func `classes of a map are five, touch, and hold every value`() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let greatest = Int.random(in: 0...1000, using: &random)
            let values = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                Int.random(in: 0...greatest, using: &random)
            }
            let breaks = ClassBreaks(values)
            for position in 1..<ClassBreaks.count {
                #expect(
                    breaks.limits(of: position - 1).upperBound + 1
                        == breaks.limits(of: position).lowerBound)
            }
            for value in values {
                #expect(breaks.limits(of: breaks.position(of: value)).contains(value))
            }
        }
    }

    @Test(
        arguments: [
            (1, 5, 1), (5, 5, 1), (6, 5, 2), (11, 5, 5), (26, 5, 10), (101, 5, 25), (126, 5, 50),
            (2_351_865_600, 5, 500_000_000),
        ] as [(Int64, Int64, Int64)])
    func `steps of an axis are round and just large enough`(
        range: Int64, count: Int64, step: Int64
    ) {
        #expect(RoundSteps.step(reaching: range, in: count) == step)
    }

    @Test(arguments: [
        ("Bantargebang", "Ban-tar-ge-bang"), ("Jatisampurna", "Ja-ti-sam-pur-na"),
        ("Pondokmelati", "Pon-dok-me-la-ti"), ("Mustikajaya", "Mus-ti-ka-ja-ya"),
        ("Rawalumbu", "Ra-wa-lum-bu"), ("Medansatria", "Me-dan-sat-ria"),
        ("Bekasi Selatan", "Bekasi Selatan"), ("Pangalengan", "Pa-nga-le-ngan"), ("", ""),
    ])
    func `breaks long names between syllables`(name: String, expected: String) {
        #expect(
            Syllables.softHyphenated(name).replacing("\u{AD}", with: "-") == expected)
    }

    @Test(arguments: [
        ("NUR HASANAH", "Nur Hasanah", ""), ("Nur Hasannah", "Nur Hasanah", "n"),
        ("Nur Hasanah S.", "Nur Hasanah", " S."), ("Budi", "Siti Aminah", "Budi"), ("", "Siti", ""),
    ])
    func `marks the letters of a name that differ`(written: String, best: String, marked: String) {
        let runs = NameDifference.runs(of: written, against: best)
        #expect(runs.map(\.text).joined() == written)
        #expect(runs.filter(\.isDifferent).map(\.text).joined() == marked)
    }

    @Test func `names of any kind come back whole`() {
        var random = SeededGenerator(seed: 11)
        let letters = Array("ABCabc .é")
        func name() -> String {
            String(
                (0..<Int.random(in: 0...12, using: &random)).map { _ in
                    letters[Int.random(in: 0..<letters.count, using: &random)]
                })
        }
        for _ in 0..<1000 {
            let (written, best) = (name(), name())
            let runs = NameDifference.runs(of: written, against: best)
            #expect(runs.map(\.text).joined() == written)
            #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.isDifferent != $1.isDifferent })
        }
    }

    @Test func `a line stays inside its drawing whatever the money`() throws {
        let templates = try PageFiles.templates()
        for amount: Int64 in [1, 999, 16_800, 195_988_800, 9_000_000_000, 900_000_000_000] {
            for budget in [nil, Rupiah(0), Rupiah(amount * 5), Rupiah(amount * 100)] {
                let plan = DashboardPage.PlanOutlook(
                    people: 1, start: Month(year: 2026, month: 11),
                    monthly: Array(repeating: Rupiah(amount), count: 14), budget: budget,
                    affordableTenths: 50, affordablePeople: 1, shortfall: Rupiah(1))
                let page = DashboardPage(
                    asOf: Samples.day, coverage: Samples.dashboard.coverage, plan: plan,
                    work: Samples.dashboard.work, map: Samples.map,
                    funnel: Samples.dashboard.funnel, reasons: [], sources: [])
                let html = try templates.html(of: page)
                for path in html.matches(of: /class="g-garis[a-z-]*" d="M([^"]*)"/) {
                    for point in path.1.split(separator: "L") {
                        let parts = point.split(separator: " ").compactMap { Int($0) }
                        #expect(parts.count == 2)
                        #expect((46...606).contains(parts[0]) && (28...324).contains(parts[1]))
                    }
                }
            }
        }
    }

    @Test func `tiles stand in the order of the map and lead to the list`() throws {
        let html = try PageFiles.templates().html(of: Samples.dashboard)
        #expect(html.contains("<ul class=\"ubin k4\">"))
        let cells = html.matches(of: /<li class="(kosong|u[0-4x])">/).map { String($0.1) }
        #expect(cells.count == 16)
        #expect(cells.indices.filter { cells[$0] == "kosong" } == [0, 3, 4, 15])
        #expect(html.contains("<a href=\"/kerja/peserta?kec=bekasi-timur\"><b>92%</b>"))
        let open = try PageFiles.templates().html(of: Samples.publicData)
        #expect(!open.contains("/kerja/"))
    }

    @Test func `a tile that would tell about single people is blank`() throws {
        let page = PublicDataPage(
            asOf: Samples.day, totals: Samples.publicData.totals,
            districts: [
                PublicDataPage.District(name: "Satu", row: 0, column: 0, selected: 3, waiting: 900),
                PublicDataPage.District(name: "Dua", row: 0, column: 1, selected: 500, waiting: 90),
            ], reasons: [], occupations: [], ages: [], funds: [], csvHref: "/a", metadataHref: "/b")
        let html = try PageFiles.templates().html(of: page)
        #expect(html.contains("<li class=\"ux\"><div><b>–</b> <span>Satu</span></div></li>"))
    }
}
