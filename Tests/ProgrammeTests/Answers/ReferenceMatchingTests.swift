import Civic
import Testing

@testable import Programme

@Suite struct ReferenceMatchingTests {
    static let table = """
        name\tvalue
        name_weight\t70
        birth_slip\t60
        birth_missing\t50
        number_differs\t20
        same_number_name\t60
        near\t75
        margin\t5
        shown\t3
        group\t400
        """

    static func rules() throws -> ReferenceRules {
        try ReferenceRules(Table(name: "reference-matching.tsv", text: table))
    }

    private static let birth = Day(number: 7_000)

    private static func person(
        _ id: Int, _ name: String, _ birth: Day? = birth, nik: UInt8? = nil
    ) -> ReferencePerson {
        ReferencePerson(id: id, nik: nik.map { [$0] }, nameKey: name, birth: birth)
    }

    private static func match(
        _ candidate: ReferencePerson, _ rows: [ReferencePerson], others: [ReferencePerson] = []
    ) throws -> [ReferenceMatch] {
        ReferenceMatching(rows, try rules()).matches(of: [candidate] + others)[0]
    }

    @Test(arguments: [
        ("SITI AMINAH", "SITI AMINAH", 100), ("SITI AMINAH", "AMINAH SITI", 100),
        ("SITI AMINAH", "SITI AMINA", 90), ("SUKARNO", "SOEKARNO", 87),
        ("BUDI", "AGUS", 0), ("BUDI SANTOSO", "BUDI", 36), ("RIZKY", "RZIKY", 80), ("", "BUDI", 0),
    ])
    func `likeness of names`(left: String, right: String, score: Int) {
        let words = (NameLikeness.words(of: left), NameLikeness.words(of: right))
        #expect(NameLikeness.score(words.0, words.1) == score)
        #expect(NameLikeness.score(words.1, words.0) == score)
    }

    @Test func `a NIK is enough where the names are alike`() throws {
        let found = try Self.match(
            Self.person(1, "SITI AMINAH", nik: 1),
            [Self.person(7, "SITI AMINA", nil, nik: 1), Self.person(8, "SITI AMINAH")])
        #expect(found == [ReferenceMatch(row: 7, kind: .exact, score: 100)])
    }

    @Test func `a NIK of somebody else's name is for a human`() throws {
        let found = try Self.match(
            Self.person(1, "SITI AMINAH", nik: 1), [Self.person(7, "BAMBANG", nik: 1)])
        #expect(found.map(\.kind) == [.near])
    }

    @Test func `name and birth date are enough where nothing speaks against them`() throws {
        let candidate = Self.person(1, "SITI AMINAH", nik: 1)
        let exact = try Self.match(candidate, [Self.person(7, "SITI AMINAH")])
        #expect(exact == [ReferenceMatch(row: 7, kind: .exact, score: 100)])
        let other = try Self.match(candidate, [Self.person(7, "SITI AMINAH", nik: 2)])
        #expect(other == [ReferenceMatch(row: 7, kind: .near, score: 80)])
    }

    @Test func `two of one name and birth date are a choice, on either list`() throws {
        let rows = [Self.person(7, "SITI AMINAH", nik: 2), Self.person(8, "SITI AMINAH", nik: 3)]
        let candidate = Self.person(1, "SITI AMINAH")
        #expect(try Self.match(candidate, rows).map(\.kind) == [.twins, .twins])
        let namesake = Self.person(2, "SITI AMINAH")
        let found = try Self.match(candidate, [rows[0]], others: [namesake])
        #expect(found.map(\.kind) == [.twins])
    }

    @Test func `whom a list names twice is one`() throws {
        let rows = [Self.person(7, "SITI AMINAH"), Self.person(8, "SITI AMINAH")]
        #expect(try Self.match(Self.person(1, "SITI AMINAH"), rows).map(\.kind) == [.exact])
    }

    @Test(
        arguments: [
            ("SITI AMINA", 7_000, 93), ("SITI AMINAH", 6_999, 88), ("SITI AMINAH", nil, 85),
            ("SITI AMINAH", 1_000, nil), ("AGUS SETIAWAN", 7_000, nil),
        ] as [(String, Int32?, Int?)])
    func `somebody similar is shown with a score`(
        name: String, birth: Int32?, score: Int?
    ) throws {
        let found = try Self.match(
            Self.person(1, "SITI AMINAH"), [Self.person(7, name, birth.map { Day(number: $0) })])
        #expect(found.map(\.score) == (score.map { [$0] } ?? []))
        #expect(found.allSatisfy { $0.kind == .near })
    }

    /// Compared with everybody on the list, one by one, as the rules say in words.
    @Test func `is what comparing everybody with everybody finds`() throws {
        let rules = try Self.rules()
        var random = SeededGenerator(seed: 11)
        var kinds: [ReferenceMatch.Kind: Int] = [:]
        for _ in 0..<60 {
            let rows = (0..<30).map { Self.random($0, &random) }
            let candidates = (0..<30).map { Self.random($0, &random) }
            let found = ReferenceMatching(rows, rules).matches(of: candidates)
            for (candidate, matches) in zip(candidates, found) {
                let numbered = rows.filter {
                    $0.nik != nil && $0.nik == candidate.nik && Self.isAlike($0, candidate, rules)
                }
                let same = rows.filter {
                    $0.nameKey == candidate.nameKey && $0.birth == candidate.birth
                        && $0.birth != nil && ($0.nik == nil || candidate.nik == nil)
                }
                let namesakes = candidates.filter {
                    $0.nameKey == candidate.nameKey && $0.birth == candidate.birth
                        && $0.birth != nil
                }
                let people = Set(same.map { $0.nik ?? [] })
                let contrary = rows.filter {
                    $0.nik != nil && $0.nik == candidate.nik && !Self.isAlike($0, candidate, rules)
                }
                let isPlain =
                    !same.isEmpty && namesakes.count == 1 && contrary.isEmpty
                    && people.subtracting([[]]).count <= 1
                let isExact = !numbered.isEmpty || isPlain
                #expect((matches.first?.kind == .exact) == isExact)
                if let kind = matches.first?.kind { kinds[kind, default: 0] += 1 }
                let certain = matches.filter { $0.kind == .exact }.map(\.row)
                #expect(certain.allSatisfy { row in (numbered + same).contains { $0.id == row } })
            }
        }
        for kind in ReferenceMatch.Kind.allCases { #expect(kinds[kind, default: 0] > 10) }
    }

    private static func isAlike(
        _ row: ReferencePerson, _ candidate: ReferencePerson, _ rules: ReferenceRules
    ) -> Bool {
        NameLikeness.score(
            NameLikeness.words(of: row.nameKey), NameLikeness.words(of: candidate.nameKey))
            >= rules.sameNumberName
    }

    private static func random(_ id: Int, _ random: inout SeededGenerator) -> ReferencePerson {
        let names = ["SITI AMINAH", "SITI AMINA", "BUDI SANTOSO", "AGUS SETIAWAN"]
        let nik = Int.random(in: 0..<60, using: &random)
        return ReferencePerson(
            id: id, nik: nik < 30 ? [UInt8(nik)] : nil,
            nameKey: names[Int.random(in: 0..<4, using: &random)],
            birth: Int.random(in: 0..<8, using: &random) == 0
                ? nil : Day(number: 7_000 + Int32.random(in: 0..<40, using: &random)))
    }

    @Test func `a table without a rule is refused by its name`() {
        let text = Self.table.replacing("near\t75\n", with: "")
        #expect(throws: Problem.self) {
            try ReferenceRules(Table(name: "reference-matching.tsv", text: text))
        }
    }
}
