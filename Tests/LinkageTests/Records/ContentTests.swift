import Civic
import Testing

@testable import Linkage

/// The digest by which rows are put in order whatever their place in the lists.
struct ContentTests {
    private static let base = Line(
        name: "BAMBANG SUTRISNO", nik: 3_275_011_203_650_001, birth: "1965-03-12", sex: .male,
        mother: "SUMARNI", address: "JL MELATI 7", card: 3_275_010_101_200_001,
        phone: 81_234_567_890, place: 5, rt: 3, rw: 4, values: ["NELAYAN", "A 12"])

    private func contents(_ lines: [Line]) async -> [UInt64] {
        let comparing = await Comparing([List(lines), List([lines[0]])])
        return (0...lines.count).map {
            comparing.rows.records[comparing.rows.order.position(of: $0)].content
        }
    }

    @Test func `every cell counts, and nothing but the cells`() async {
        let changes: [(inout Line) -> Void] = [
            { $0.name = "SUTRISNO BAMBANG" }, { $0.name = "BAMBANG" }, { $0.mother = "" },
            { $0.mother = "SUMARNI SITI" }, { $0.address = "JL MELATI 8" }, { $0.address = "" },
            { $0.nik += 1 }, { $0.nik = 0 }, { ($0.nik, $0.clue) = (0, (327_501, 6, true)) },
            { ($0.nik, $0.clue) = (0, (327_501, 6, false)) },
            { ($0.nik, $0.clue) = (0, (327_501, 7, true)) }, { $0.birth = "1965-03-13" },
            { $0.birth = nil }, { $0.precision = .yearOnly }, { $0.sex = .female },
            { $0.sex = nil }, { $0.card += 1 }, { $0.phone += 1 },
            { ($0.card, $0.phone) = ($0.phone, $0.card) }, { $0.place = 6 }, { $0.rt = 4 },
            { ($0.rt, $0.rw) = (4, 3) }, { $0.values = ["NELAYAN", ""] },
            { $0.values = ["A 12", "NELAYAN"] }, { $0.values = ["", ""] },
        ]
        let lines =
            [Self.base]
            + changes.map { change in
                var line = Self.base
                change(&line)
                return line
            }
        let found = await contents(lines)
        #expect(found.last == found.first)
        #expect(Set(found).count == lines.count)
    }

    @Test func `a word of the mother's name is not one of the address`() async {
        let found = await contents([Line(mother: "MELATI"), Line(address: "MELATI")])
        #expect(found[0] != found[1])
    }
}
