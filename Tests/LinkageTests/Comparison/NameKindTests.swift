import Civic
import Testing

@testable import Linkage

struct NameKindTests {
    @Test(
        arguments: [
            ("SITI NURBAYA", "SITI NURBAYA", .same),
            ("SITI NURBAYA", "Hj. Siti Nurbaya, S.Pd.", .same),
            ("MUHAMMAD RIZKI", "MOH. RIZKI", .same),
            ("MUHAMMAD RIZKI", "Moch Rizki", .same),
            ("ABDUL ROHMAN", "ABDULROHMAN", .soundsSame),
            ("BAMBANG SUTRISNO", "SUTRISNO BAMBANG", .soundsSame),
            ("BAMBANG SUTRISNO", "BAMBANG SOETRISNO", .soundsSame),
            ("DJOKO WIDODO", "JOKO WIDODO", .soundsSame),
            ("SUTRISNO", "SUTRINSO", .slip),
            ("SAPIRTI", "SAFITRI", .slip),
            ("BUDI SANTOSO", "BUDI SANTOSA", .slip),
            ("BUDI SANTOSO", "SANTOSA BUDI", .slip),
            ("BAMBANG SUTRISNO", "BAMBANG S", .contained),
            ("BAMBANG SUTRISNO", "B SUTRISNO", .contained),
            ("BAMBANG SUTRISNO", "BAMBANG", .contained),
            ("BAMBANG SUTRISNO", "BAMBANG SUTR", .contained),
            ("SITI NURBAYA RAHAYU", "NURBAYA SITI", .contained),
            ("MUHAMMAD ERNA", "M. ERNA", .same),
            ("MARYANI ERNA", "M. ERNA", .contained),
            ("BAMBANG SUTRISNO", "BAMBANG WIJAYA", .partly),
            ("SITI SITI", "SITI RAHAYU", .partly),
            ("BAMBANG SUTRISNO", "RINI WIJAYA", .different),
            ("BUDI", "RUDI", .slip),
            ("ADI", "ALI", .different),
            ("B S", "BAMBANG SUTRISNO", .different),
            ("NUR", "NURBAYA", .different),
        ] as [(String, String, NameKind)])
    func `names compare word by word`(_ left: String, _ right: String, _ kind: NameKind) async {
        let lines = (Line(name: left), Line(name: right))
        // That somebody bears the most frequent name, and how frequent it is, changes no kind.
        for others in [[], [Line(name: "MUHAMMAD")]] {
            let there = await Comparing.pattern(lines.0, lines.1, beside: others)
            let back = await Comparing.pattern(lines.1, lines.0, beside: others)
            #expect(there.nameKind == kind)
            #expect(back.nameKind == kind)
        }
    }

    @Test func `a blank lost in one of several words`() async {
        let pattern = await Comparing.pattern(
            Line(name: "SITI NURBAYA"), Line(name: "SITI NUR BAYA"))
        #expect(pattern.nameKind == .soundsSame)
    }

    @Test func `a name says nothing where one row has none`() async {
        let pattern = await Comparing.pattern(Line(name: "BUDI"), Line(name: "-"))
        #expect(pattern.nameKind == nil)
        #expect(pattern.levels == ["lists": "otherLists"])
    }

    @Test func `the rarer the words that agree, the higher the level`() async {
        let village = (0..<3_000).map { _ in Line(name: "SITI AMINAH") }
        var ranks: [Int] = []
        for name in ["SITI", "SITI AMINAH", "SITI ZULAIKHA", "WOLFGANG ZULAIKHA"] {
            let line = Line(name: name)
            let pattern = await Comparing.pattern(line, line, beside: village)
            ranks.append(NameLevel.rarity(of: pattern.level(.name)))
        }
        #expect(ranks == ranks.sorted())
        #expect(ranks[0] == 0)
        #expect(ranks[2] > ranks[1])
        #expect(ranks[3] > ranks[2])
    }

    @Test(
        arguments: [
            ("SUMARNI", "SUMARNI", .sameFrequent), ("SUMARNI", "Hj. Sumarni", .sameFrequent),
            ("SUMARNI", "SUMIARNI", .similar), ("SITI SUMARNI", "SUMARNI", .similar),
            ("SITI SUMARNI", "SITI RAHAYU", .partly), ("SUMARNI", "RAHAYU", .different),
            ("SUMARNI", "", .missing),
        ] as [(String, String, MotherLevel)])
    func `mothers compare by the words of their names`(
        _ left: String, _ right: String, _ level: MotherLevel
    ) async {
        let there = await Comparing.pattern(Line(mother: left), Line(mother: right))
        let back = await Comparing.pattern(Line(mother: right), Line(mother: left))
        #expect(there.level(.mother) == Int(level.rawValue))
        #expect(back.level(.mother) == Int(level.rawValue))
    }
}
