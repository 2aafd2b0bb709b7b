import Civic
import Linkage
import Testing

/// People who look alike, and one person who looks like two. Each case is judged alone and in the
/// middle of a village.
struct HardCaseTests {
    /// The groups of the labelled lines, as sorted labels; other lines may not stand in them.
    private func groups(_ lists: [[(String, Line)]], inVillage: Bool) async -> [String] {
        var world = SmallWorld(seed: 7, families: inVillage ? 60 : 0)
        var all = world.lists()
        var labels: [String: String] = [:]
        for (position, lines) in lists.enumerated() {
            for (label, line) in lines {
                labels["\(position)#\(9_000 + labels.count)"] = label
                all[position].lines.append((9_000 + labels.count - 1, line))
            }
        }
        let grouping = await Grouping.of(all)
        let found = grouping.groups.filter { group in group.contains { labels[$0] != nil } }
        return found.map {
            $0.map { labels[$0] ?? "somebody else" }.sorted().joined(separator: "+")
        }
        .sorted()
    }

    private static let father = Line(
        name: "BAMBANG SUTRISNO", nik: 3_275_011_203_650_001, birth: "1965-03-12", sex: .male,
        mother: "SUMARNI", card: 3_275_010_101_200_001, place: 5, rt: 3, rw: 4)

    private func copy(_ line: Line, _ change: (inout Line) -> Void) -> Line {
        var copy = line
        change(&copy)
        return copy
    }

    @Test(arguments: [false, true])
    func `twins stay two, be their names ever so alike`(_ inVillage: Bool) async {
        let dina = copy(Self.father) {
            ($0.name, $0.nik, $0.birth) = ("DINA PERMATASARI", 3_275_015_407_980_001, "1998-07-14")
            $0.sex = .female
        }
        let dini = copy(dina) { ($0.name, $0.nik) = ("DINI PERMATASARI", 3_275_015_407_980_002) }
        let found = await groups(
            [[("dina", dina), ("dini", dini)], [("dina2", dina), ("dini2", dini)]],
            inVillage: inVillage)
        #expect(found == ["dina+dina2", "dini+dini2"])
    }

    @Test(arguments: [false, true])
    func `a twin whom the registry does not know is not the other twin`(_ inVillage: Bool) async {
        let budi = copy(Self.father) { $0.phone = 0 }
        let agus = copy(Self.father) { ($0.name, $0.nik) = ("AGUS SETIAWAN", $0.nik + 1) }
        let found = await groups(
            [[("budi", budi)], [("budi2", budi), ("agus2", agus)], [("agus3", agus)]],
            inVillage: inVillage)
        #expect(found == ["agus2+agus3", "budi+budi2"])
    }

    @Test(arguments: [false, true])
    func `father and son of one name at one address stay two`(_ inVillage: Bool) async {
        let son = copy(Self.father) {
            ($0.nik, $0.birth) = (3_275_012_011_920_002, "1992-11-20")
            $0.mother = "WARSIH"
        }
        let found = await groups(
            [
                [("father", Self.father), ("son", son)], [],
                [("father2", Self.father), ("son2", son)],
                [
                    ("father3", copy(Self.father) { $0.nik = 0 }),
                    ("son3", copy(son) { $0.nik = 0 }),
                ],
            ], inVillage: inVillage)
        #expect(found == ["father+father2+father3", "son+son2+son3"])
    }

    @Test(arguments: [false, true])
    func `namesakes born on one day stay two, and a row that fits both joins neither`(
        _ inVillage: Bool
    ) async {
        let other = copy(Self.father) {
            ($0.nik, $0.card) = (3_275_081_203_650_007, 3_275_080_505_150_009)
            ($0.mother, $0.place, $0.rt, $0.rw) = ("ROHAYATI", 12, 1, 9)
        }
        let either = Line(name: "BAMBANG SUTRISNO", birth: "1965-03-12", sex: .male)
        let found = await groups(
            [
                [("one", Self.father), ("other", other)],
                [("one2", Self.father), ("other2", other)],
                [("either", either)],
            ], inVillage: inVillage)
        #expect(found == ["either", "one+one2", "other+other2"])
    }

    @Test(arguments: [false, true])
    func `a wife who gives her husband's number is herself`(_ inVillage: Bool) async {
        let wife = copy(Self.father) {
            ($0.name, $0.nik, $0.birth) = ("TITIN SUPRIHATIN", 3_275_014_806_680_003, "1968-06-08")
            ($0.sex, $0.mother) = (.female, "KARSINAH")
        }
        let borrowed = copy(wife) { $0.nik = Self.father.nik }
        let found = await groups(
            [
                [("husband", Self.father), ("wife", wife)], [("husband2", Self.father)],
                [("wife3", borrowed)],
            ],
            inVillage: inVillage)
        #expect(found == ["husband+husband2", "wife+wife3"])
    }

    struct Variant: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout Line) -> Void

        init(_ description: String, _ change: @escaping @Sendable (inout Line) -> Void) {
            (testDescription, self.change) = (description, change)
        }
    }

    @Test(
        arguments: [
            Variant("no number") { $0.nik = 0 },
            Variant("fifteen digits") { ($0.nik, $0.clue) = (0, (327_501_120_365_000, 15, true)) },
            Variant("a digit lost") { ($0.nik, $0.clue) = (0, (327_501_120_365_001, 15, false)) },
            Variant("a digit added") {
                ($0.nik, $0.clue) = (0, (32_750_112_036_500_001, 17, false))
            },
            Variant("E plus 15") { ($0.nik, $0.clue) = (0, (327_501, 6, true)) },
            Variant("a wrong digit") { $0.nik = 3_275_011_203_650_004 },
            Variant("two digits swapped") { $0.nik = 3_257_011_203_650_001 },
            Variant("day and month swapped") { $0.birth = "1965-12-03" },
            Variant("no birth date") { $0.birth = nil },
            Variant("another year") { $0.birth = "1966-03-12" },
            Variant("a title and a degree") { $0.name = "Drs. H. Bambang Sutrisno, M.M." },
            Variant("a slip of the pen") { $0.name = "BAMBANG SUTRINSO" },
            Variant("old spelling") { $0.name = "BAMBANG SOETRISNO" },
            Variant("words turned round") { $0.name = "SUTRISNO BAMBANG" },
            Variant("a blank lost") { $0.name = "BAMBANGSUTRISNO" },
            Variant("an initial") { $0.name = "BAMBANG S" },
            Variant("nothing but name and birth") { $0 = Line(name: $0.name, birth: $0.birth) },
            Variant("nothing but name and number") { $0 = Line(name: $0.name, nik: $0.nik) },
        ], [false, true])
    func `one person stays one`(_ variant: Variant, _ inVillage: Bool) async {
        let found = await groups(
            [
                [("registry", Self.father)], [("welfare", Self.father)], [],
                [("row", copy(Self.father, variant.change))],
            ],
            inVillage: inVillage)
        #expect(found == ["registry+row+welfare"], "\(variant.testDescription)")
    }

    @Test(arguments: [false, true])
    func `people of one word for a name stay apart unless more agrees`(_ inVillage: Bool) async {
        let one = Line(name: "SUPARMAN", nik: 3_275_010_502_700_004, birth: "1970-02-05", place: 6)
        let other = Line(
            name: "SUPARMAN", nik: 3_275_021_709_810_006, birth: "1981-09-17", place: 11)
        let found = await groups(
            [
                [("one", one), ("other", other)], [("one2", one)],
                [("other2", copy(other) { $0.nik = 0 })],
            ],
            inVillage: inVillage)
        #expect(found == ["one+one2", "other+other2"])
    }

    @Test func `two numbers of the registry are never one person`() async {
        var world = SmallWorld(seed: 9, families: 80)
        let lists = world.lists()
        let result = await Linkage.link(lists.map(\.source))
        var numbers: [Int32: UInt64] = [:]
        for (offset, entry) in lists[0].lines.enumerated() {
            let person = result.personOfRow[offset]
            #expect((numbers[person] ?? entry.line.nik) == entry.line.nik)
            numbers[person] = entry.line.nik
        }
    }
}
