import Civic
import Intake
import Testing

/// Thousands of generated lists, each with its own dirt: nothing is lost and nothing stops the reader.
struct MessyListTests {
    @Test func `every record is linked, rejected, repeated or empty, and is so once`() throws {
        var generator = SeededGenerator(seed: 131)
        var found = (linked: 0, rejected: 0, other: 0)
        for round in 0..<1_200 {
            var list = MessyList(&generator)
            let text = list.text(&generator)
            guard let reading = try? Reading(text) else {
                Issue.record("\(text)")
                continue
            }
            let counts = reading.counts
            #expect(counts.addUp, "round \(round)")
            #expect(counts.read == list.records, "round \(round)")
            #expect(counts.linked == reading.rows.count)
            let rows = reading.people.map(\.row)
            #expect(rows == Array(Set(rows)).sorted())
            #expect(rows.filter { list.people.contains($0) } == list.people, "round \(round)")
            let places = reading.delivery.rejects.entries.map { [Int($0.row), Int($0.field)] }
            #expect(places.allSatisfy { (1...list.records).contains($0[0]) })
            #expect(places == places.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
            found = (
                found.linked + counts.linked, found.rejected + counts.rejected,
                found.other + counts.repeatedOrEmpty
            )
        }
        #expect(found.linked > 5_000 && found.rejected > 500 && found.other > 3_000, "\(found)")
    }

    @Test func `reading twice gives the same`() throws {
        var generator = SeededGenerator(seed: 132)
        for _ in 0..<40 {
            var list = MessyList(&generator)
            let text = list.text(&generator)
            let (one, other) = (try Reading(text), try Reading(text))
            #expect(one.delivery.roster.text == other.delivery.roster.text)
            #expect(one.people.map { "\($0)" } == other.people.map { "\($0)" })
            #expect(one.rejects == other.rejects)
        }
    }
}

/// A list as an office might deliver it, and what was put into it.
private struct MessyList {
    private(set) var records = 0
    /// Rows in which a person with a name was written.
    private(set) var people: [Int] = []
    private var lines: [String] = []
    private let separator: String
    private let lineEnd: String

    private static let headings = [
        "No", "NIK", "Nama", "Tgl Lahir", "JK", "Alamat", "Kelurahan", "No HP",
    ]

    init(_ generator: inout SeededGenerator) {
        separator = [",", ";", "\t", "|"][Int.random(in: 0...3, using: &generator)]
        lineEnd = ["\n", "\r\n", "\r"][Int.random(in: 0...2, using: &generator)]
    }

    mutating func text(_ generator: inout SeededGenerator) -> String {
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            add(["DAFTAR USULAN TAHUN 2025"])
        }
        add(MessyList.headings)
        for _ in 0..<Int.random(in: 0...25, using: &generator) {
            switch Int.random(in: 0...11, using: &generator) {
            case 0: add(MessyList.headings)
            case 1: add([""])
            case 2: add((1...8).map { "\($0)" })
            case 3: add(["", "", "JUMLAH", "12"])
            case 4: add(["9", "", "", "", "", "Jl. Tanpa Nama"])
            case 5: add(["9", "1234", "", "", "x"])
            default:
                add(MessyList.person(&generator))
                people.append(records)
            }
        }
        let mark = Bool.random(using: &generator) ? "\u{feff}" : ""
        return mark + lines.joined(separator: lineEnd)
            + (Bool.random(using: &generator) || lines.last == "" ? lineEnd : "")
    }

    private mutating func add(_ fields: [String]) {
        records += 1
        lines.append(
            fields.map { field in
                field.contains { "\"\n\(separator)".contains($0) } ? "\"\(field)\"" : field
            }.joined(separator: separator))
    }

    private static func person(_ generator: inout SeededGenerator) -> [String] {
        func pick(_ choices: [String]) -> String {
            choices[Int.random(in: 0..<choices.count, using: &generator)]
        }
        return [
            pick(["1", "2", "", "12."]),
            pick([
                "3275011708850001", "'3275014507900003", "3.27501E+15", "327501", "", "-",
                "tidak ada",
            ]),
            pick(["Budi Santoso", "SITI", "H. Ahmad, S.Pd", "Ani\nLestari", "José"]),
            pick(["17-08-1985", "17 Agu 1985", "31276", "31-02-1985", "", "?"]),
            pick(["L", "P", "X", ""]), pick(["Jl. Mawar, No. 3; RT 3|4", "", "Kel. Jatiasih"]),
            pick(["Bekasi Jaya", "Entah", ""]), pick(["0812-3456-7890", "12", ""]),
        ]
    }
}
