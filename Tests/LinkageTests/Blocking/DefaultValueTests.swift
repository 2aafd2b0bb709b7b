import Civic
import Testing

@testable import Linkage

/// Lists in which thousands of rows share a value that means nothing.
struct DefaultValueTests {
    struct Filled: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout Line, Int) -> Void

        init(_ description: String, _ change: @escaping @Sendable (inout Line, Int) -> Void) {
            (testDescription, self.change) = (description, change)
        }
    }

    private static let equal = Line(
        name: "SITI AMINAH", nik: 3_275_011_203_650_001, birth: "1980-01-01", mother: "SUMARNI",
        address: "JL MELATI 7", card: 3_275_010_101_200_001, phone: 81_234_567_890, place: 5,
        rt: 1, rw: 1)

    private static let people = Array(SmallWorld(seed: 511, families: 1_600).people.prefix(5_000))

    @Test(arguments: [
        Filled("as they are") { _, _ in },
        Filled("all names equal") { line, _ in line.name = "SITI AMINAH" },
        Filled("all born on one day") { line, _ in line.birth = "1980-01-01" },
        Filled("all born on 1 January of some year") { line, index in
            line.birth = "\(1_950 + index % 50)-01-01"
        },
        Filled("one number on five hundred") { line, index in
            if index < 500 { line.nik = 3_275_011_203_650_001 }
        },
        Filled("one place") { line, _ in (line.place, line.rt, line.rw) = (5, 1, 1) },
        Filled("one mother, one card, one telephone") { line, _ in
            (line.mother, line.card, line.phone) = (
                "SUMARNI", 3_275_010_101_200_001, 81_234_567_890
            )
        },
        Filled("everything equal but the number") { line, _ in
            let nik = line.nik
            line = equal
            line.nik = nik
        },
        Filled("everything equal") { line, _ in line = equal },
    ])
    func `cost no more than their rows`(_ filled: Filled) async {
        var lines = DefaultValueTests.people
        for index in lines.indices { filled.change(&lines[index], index) }
        let visits = await Visits([List(lines)])
        #expect(lines.count == 5_000)
        // Sixteen keys, and for each three neighbours in two orders at the very most; measured: 90
        // where everything is equal, 30 where all names are, 0.5 as they are.
        #expect(visits.perRow <= 96, "\(filled.testDescription): \(visits.perRow)")
        #expect(visits.perRow > 0.3, "\(filled.testDescription): \(visits.perRow)")
    }

    @Test func `rows that say nothing meet nobody`() async {
        let visits = await Visits([List([Line](repeating: Line(), count: 5_000))])
        #expect(visits.pairs == [])
    }
}
