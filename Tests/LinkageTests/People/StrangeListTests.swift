import Civic
import Linkage
import Testing

/// Lists as nobody should deliver them.
struct StrangeListTests {
    private func link(_ lists: List...) async -> LinkageResult {
        await Linkage.link(lists.map(\.source))
    }

    @Test func `nothing is nobody`() async {
        #expect(await Linkage.link([]).personCount == 0)
        let empty = await link(List([]), List([], isRegistry: true))
        #expect(empty.personCount == 0)
        #expect(empty.sourceStarts == [0, 0])
    }

    @Test func `one row is one person`() async {
        let result = await link(List([Line(name: "BUDI SANTOSO")]), List([]))
        #expect(result.personOfRow == [0])
        #expect(result.personCount == 1)
        #expect(result.reviews.isEmpty)
    }

    @Test func `rows that say nothing are not one person`() async {
        let result = await link(List([Line](repeating: Line(), count: 300)))
        #expect(result.personCount == 300)
    }

    @Test func `people are numbered in the order of their first rows`() async {
        var world = SmallWorld(seed: 3, families: 40)
        let result = await Linkage.link(world.lists().map(\.source))
        var next: Int32 = 0
        for person in result.personOfRow where person >= next {
            #expect(person == next)
            next = person + 1
        }
        #expect(Int(next) == result.personCount)
        #expect(result.weightOfRow.count == result.personOfRow.count)
    }

    /// Namesakes: only the numbers and birth dates tell them apart.
    @Test func `two hundred people of one name stay two hundred`() async {
        let lines = (0..<200).map { index in
            let day = index % 28 + 1
            let month = index / 28 + 1
            let birth = "19\(60 + index % 40)-0\(month)-\(NumberText.padded(day, to: 2))"
            let date = UInt64(day * 10_000 + month * 100 + 60 + index % 40)
            return Line(
                truth: index, name: "SITI AMINAH",
                nik: 3_275_010_000_000_000 + date * 10_000 + UInt64(index + 1), birth: birth,
                sex: .male)
        }
        let result = await link(List(lines, isRegistry: true, once: true), List(lines))
        #expect(result.personCount == 200)
        #expect(Quality(result, [List(lines), List(lines)]).precision == 1)
    }

    @Test func `a birth date of 1 January for everybody proves nothing`() async {
        var world = SmallWorld(seed: 4, families: 60)
        let lists = world.lists().map { list in
            var copy = list
            for index in copy.lines.indices {
                let year = copy.lines[index].line.birth?.prefix(4)
                copy.lines[index].line.birth = year.map { "\($0)-01-01" }
            }
            return copy
        }
        let quality = Quality(await Linkage.link(lists.map(\.source)), lists)
        #expect(quality.precision >= 0.97, "\(quality)")
        #expect(quality.recall >= 0.9, "\(quality)")
    }

    @Test func `one number on five hundred people makes no person of them`() async {
        var world = SmallWorld(seed: 5, families: 150)
        var lists = world.lists()
        var filled = Array(world.people.prefix(500))
        for index in filled.indices { filled[index].nik = 3_275_011_203_650_001 }
        lists.append(List(filled))
        let quality = Quality(await Linkage.link(lists.map(\.source)), lists)
        #expect(filled.count == 500)
        #expect(quality.precision >= 0.98, "\(quality)")
        #expect(quality.recall >= 0.95, "\(quality)")
    }

    @Test func `one person on five hundred rows is one`() async {
        let line = Line(
            name: "BAMBANG SUTRISNO", nik: 3_275_011_203_650_001, birth: "1965-03-12", sex: .male,
            place: 5)
        let result = await link(List([Line](repeating: line, count: 500)))
        #expect(result.personCount == 1)
    }

    @Test func `a list that names each person once keeps its rows apart`() async {
        let one = Line(name: "BUDI SANTOSO", birth: "1985-08-17", sex: .male, place: 5)
        let other = Line(name: "BUDI SANTOSA", birth: "1985-08-17", sex: .male, place: 5)
        #expect(await link(List([one, other], once: true)).personCount == 2)
        #expect(await link(List([one, other])).personCount == 1)
    }

    @Test func `fields of any content stop nothing`() async {
        var generator = SeededGenerator(seed: 6)
        let names = [
            "", "A", "H", String(repeating: "X", count: 300), "é'\u{2019}", "A B C D E F G H I J",
        ]
        let lines = (0..<400).map { _ in
            Line(
                name: names[Int.random(in: 0..<names.count, using: &generator)],
                nik: UInt64.random(in: 0...1, using: &generator) * 9_999_997_112_999_999,
                clue: (
                    UInt64.random(in: 0...UInt64.max, using: &generator),
                    UInt8.random(in: 0...20, using: &generator), Bool.random(using: &generator)
                ),
                birth: ["0001-01-01", "9999-12-31", "2000-02-29"].randomElement(using: &generator),
                card: UInt64.random(in: 0...3, using: &generator),
                phone: UInt64.random(in: 0...3, using: &generator),
                place: Int16.random(in: -1...14, using: &generator))
        }
        let result = await link(List(lines), List(lines, isRegistry: true, once: true))
        #expect(result.personOfRow.count == 800)
    }
}
