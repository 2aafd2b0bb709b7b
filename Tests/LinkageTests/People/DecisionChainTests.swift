import Civic
import Linkage
import Testing

/// Words of humans that stand on other words, or on rows of which there are very many.
struct DecisionChainTests {
    private static let father = Line(
        name: "BAMBANG SUTRISNO", nik: 3_275_011_203_650_001, birth: "1965-03-12", sex: .male,
        place: 5)
    private static let stranger = Line(
        name: "RINI WIJAYA", nik: 3_275_014_806_680_003, birth: "1968-06-08", sex: .female)

    private func people(
        _ lines: [Line], isRegistry: Bool = false, _ words: [(Int, Int, Bool)]
    ) async -> [Int32] {
        let decisions = words.map { Decision($0.0, $0.1, isSame: $0.2) }
        return await Linkage.link(
            [List(lines, isRegistry: isRegistry).source], decisions: decisions
        ).personOfRow
    }

    @Test func `two numbers of the registry are one person by word alone`() async {
        let lines = [Self.father, Self.stranger]
        #expect(await people(lines, isRegistry: true, []) == [0, 1])
        #expect(await people(lines, isRegistry: true, [(0, 1, true)]) == [0, 0])
    }

    @Test func `one person by way of a third row`() async {
        let third = Line(name: "SUPARMAN", nik: 3_275_010_502_700_004, birth: "1970-02-05")
        let found = await people(
            [Self.father, Self.stranger, third], isRegistry: true, [(0, 1, true), (1, 2, true)])
        // The first and the third have two numbers, and nobody spoke of the two.
        withKnownIssue("a word about two rows holds between these two only") {
            #expect(found == [0, 0, 0])
        }
    }

    /// Both sides of as many rows as a component may have to be parted in the best way.
    @Test(arguments: [40, 63, 90])
    func `two of very many rows of a person are told apart`(_ count: Int) async {
        let lines = [Line](repeating: Self.father, count: count)
        let found = await people(lines, [(10, 30, false)])
        #expect(found[10] != found[30])
        // Every other row is with one of the two.
        #expect(Set(found).count == 2)
    }

    @Test(arguments: [24, 40, 63], ["RINI WIJAYA", "ADE", "ZUBAEDAH", "SUPARMAN"])
    func `a stranger is one of many rows of a person`(_ count: Int, _ name: String) async {
        let found = await oneOfMany(count, name)
        #expect(Set(found).count == 1, "\(Set(found).count) people")
    }

    /// Whether the stranger stands before the row or behind it is a matter of the name.
    @Test func `a stranger is one of very many rows of a person`() async {
        var people: [Int] = []
        for name in ["RINI WIJAYA", "ADE", "ZUBAEDAH", "SUPARMAN"] {
            let found = await oneOfMany(90, name)
            #expect(found[20] == found[90], "\(name)")
            people.append(Set(found).count)
        }
        withKnownIssue("the row leaves its ninety copies for the stranger who was met first") {
            #expect(people == [1, 1, 1, 1])
        }
    }

    private func oneOfMany(_ count: Int, _ name: String) async -> [Int32] {
        var stranger = Self.stranger
        stranger.name = name
        return await people(
            [Line](repeating: Self.father, count: count) + [stranger], [(20, count, true)])
    }

    @Test(arguments: [2, 10, 11, 64])
    func `one row is the same as each of many strangers`(_ count: Int) async {
        let lines = (0..<count).map { index in
            Line(name: "SITI", birth: "19\(50 + index % 50)-0\(1 + index % 9)-1\(index % 7)")
        }
        let centre = count / 2
        let words = lines.indices.filter { $0 != centre }.map { (centre, $0, true) }
        let found = await people(lines, words)
        #expect(Set(found).count == 1, "\(Set(found).count) people")
    }

    @Test func `one row is the same as each of very many strangers`() async {
        let lines = (0..<90).map { index in
            Line(name: "SITI", birth: "19\(50 + index % 50)-0\(1 + index % 9)-1\(index % 7)")
        }
        let words = lines.indices.filter { $0 != 45 }.map { (45, $0, true) }
        let found = await people(lines, words)
        withKnownIssue("whoever was met before the one row is not joined by it") {
            #expect(Set(found).count == 1, "\(Set(found).count) people")
        }
    }
}
