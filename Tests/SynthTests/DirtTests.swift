import Civic
import Testing

/// Rates of damage in a city of 12,000 against `Data/synth/dirt.tsv`.
@Suite struct DirtTests {
    private let city: SampleCity

    init() throws { city = try SampleCity.ordinary.get() }

    /// The part of a list's rows that `matches`, given the row and the truth about its person.
    private func share(
        _ list: String, _ matches: ([String: String], [String: String]) -> Bool
    ) throws -> Double {
        let links = try #require(city.links[list])
        let rows = try city.rows(list).filter { links[$0.number] != nil }
        let found = rows.count { row in
            links[row.number].map { matches(row.cells, city.persons[$0 - 1]) } ?? false
        }
        return Double(found) / Double(rows.count)
    }

    private func rate(_ kind: String, _ list: String) throws -> Double {
        let rows = try SampleTables.table("synth/dirt").rows
        let row = try #require(rows.first { $0.optional("kind") == kind })
        return try #require(Double(try row.text(list)))
    }

    @Test func `identity numbers are missing as often as the table says`() throws {
        let expected = try rate("nik_missing", "kelurahan")
        let found = try share("kelurahan") { row, _ in row["NIK"] == "" }
        #expect(abs(found - expected) < 0.02)
    }

    @Test func `numbers lose their last digit as often as the table says`() throws {
        let expected = try rate("nik_rounded", "diskopukm")
        let found = try share("diskopukm") { row, person in
            row["NIK"] == "\(person["nik"]?.dropLast() ?? "")0" && row["NIK"] != person["nik"]
        }
        // Some numbers end in 0 anyway, and some are missing.
        #expect((expected * 0.7...expected).contains(found))
    }

    @Test func `apostrophes stand before numbers as often as the table says`() throws {
        let expected = try rate("nik_apostrophe", "dtsen")
        let found = try share("dtsen") { row, _ in row["NIK"]?.hasPrefix("'") == true }
        #expect(abs(found - expected) < 0.03)
    }

    @Test func `digits of identity numbers are wrong in about as many rows as the table says`()
        throws
    {
        let kinds = ["nik_digit", "nik_swap", "nik_short"]
        var expected = 0.0
        for kind in kinds { expected += try rate(kind, "kelurahan") }
        let found = try share("kelurahan") { row, person in
            let digits = (row["NIK"] ?? "").filter(\.isNumber)
            return (15...16).contains(digits.count) && digits != person["nik"]
                && digits.prefix(15) != person["nik"]?.prefix(15)
        }
        // Borrowed numbers come on top, swaps of equal digits go off.
        #expect((expected * 0.6...expected * 2.2).contains(found))
    }

    @Test func `names differ from the registry's in lists and hardly in registers`() throws {
        func differing(_ list: String, _ header: String) throws -> Double {
            try share(list) { row, person in
                row[header]?.replacing("\u{A0}", with: " ").uppercased()
                    != person["name"]?.uppercased()
            }
        }
        #expect(try differing("dukcapil", "NAMA_LGKP") < 0.015)
        #expect((0.03...0.09).contains(try differing("dtsen", "Nama")))
        #expect((0.15...0.40).contains(try differing("kelurahan", "Nama")))
        #expect((0.15...0.40).contains(try differing("organda", "Nama Sopir")))
    }

    @Test func `drivers with two platforms stand on the list twice`() throws {
        let people = try #require(city.links["aplikator"]).values
        let twice = Double(people.count - Set(people).count) / Double(people.count)
        #expect((0.05...0.20).contains(twice))
    }

    @Test func `dates come in many forms`() throws {
        let dates = try city.rows("kelurahan").compactMap { row in
            row.cells["Tempat, Tgl Lahir"]?.split(separator: ", ").last.map(String.init)
        }
        let shapes: Set<String> = Set(
            dates.map { date in
                String(date.map { $0.isNumber ? "9" : $0.isLetter ? "a" : $0 }.prefix(10))
            })
        #expect(shapes.isSuperset(of: ["99-99-9999", "99/99/9999", "9999-99-99", "99 aaaaaaa"]))
    }

    @Test func `phones come in many forms`() throws {
        let phones = try city.rows("kelurahan").compactMap { $0.cells["No HP"] }
        for start in ["08", "+62", "62", "8"] {
            #expect(phones.contains { $0.hasPrefix(start) }, "\(start)")
        }
        #expect(phones.contains { $0.contains("-") })
    }
}
