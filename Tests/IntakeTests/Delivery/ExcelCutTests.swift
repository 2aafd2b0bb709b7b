import Civic
import Intake
import Testing

/// Excel keeps fifteen digits: in a column of numbers the sixteenth becomes 0.
struct ExcelCutTests {
    /// A list of sound numbers of which the first `cut` were cut by Excel.
    private func list(_ serials: [Int], cut: Int) -> String {
        let rows = serials.enumerated().map { index, serial in
            let day = NumberText.padded(index % 28 + 1, to: 2)
            let number = "327501\(day)0885\(NumberText.padded(serial, to: 4))"
            return "\(index < cut ? number.dropLast() + "0" : number[...]),Budi Santoso"
        }
        return "NIK,Nama\n" + rows.joined(separator: "\n") + "\n"
    }

    /// Serials of which one in ten ends in 0, as by chance.
    private let ordinary = (0..<60).map { $0 + 11 }

    @Test func `one zero in ten is chance`() throws {
        let reading = try Reading(list(ordinary, cut: 0))
        #expect(reading.warnings == [])
        #expect(reading.people.allSatisfy { $0.nik != nil })
    }

    @Test func `a whole column cut is one fault of the file`() throws {
        let reading = try Reading(list(ordinary, cut: 60))
        #expect(reading.warnings == ["nik-column-cut-by-excel"])
        #expect(reading.people.allSatisfy { $0.nik == nil })
        #expect(reading.rows.allSatisfy { $0.nikClueDigits == 15 && $0.nikCluePrefix })
        #expect(reading.rows.first?.nikClue == 327_501_010_885_001)
        #expect(reading.rejects == (2...61).map { "\($0) NIK nik-cut-by-excel" })
        #expect(reading.rejectedValues.first == "3275010108850010")
        #expect(reading.counts.linked == 60)
        #expect(reading.counts.addUp)
    }

    @Test func `says how many, and that the other rows are kept`() throws {
        let reading = try Reading(list((0..<412).map { $0 % 9 + 1 + $0 / 9 * 10 }, cut: 140))
        let warning = try #require(reading.delivery.warnings.first)
        #expect(
            warning.what.indonesian.hasPrefix("140 NIK berakhir angka 0."),
            "\(warning.what.indonesian)")
        #expect(warning.remedy.indonesian.contains("272 baris lain tetap kami simpan"))
        #expect(reading.people.count { $0.nik != nil } == 272)
    }

    /// Most serials are below ten: what Excel leaves of them is 0000, which no number has.
    @Test func `cut serials below ten count too`() throws {
        let reading = try Reading(list((0..<40).map { $0 % 5 + 1 }, cut: 40))
        #expect(reading.warnings == ["nik-column-cut-by-excel"])
        #expect(reading.rows.allSatisfy { $0.nikClueDigits == 15 && $0.nikCluePrefix })
        #expect(Set(reading.rejects.map { $0.suffix(16) }) == ["nik-cut-by-excel"])
        #expect(reading.rejects.count == 40)
    }

    @Test func `needs twenty numbers and more than thirty percent`() throws {
        #expect(try Reading(list((11...29).map(\.self), cut: 19)).warnings == [])
        #expect(try Reading(list((11...30).map(\.self), cut: 20)).warnings.count == 1)
        let serials = (0..<100).map { $0 % 9 + 11 }
        #expect(try Reading(list(serials, cut: 30)).warnings == [])
        #expect(try Reading(list(serials, cut: 31)).warnings.count == 1)
    }

    @Test func `a column that Excel shortened to E plus 15 is named row by row`() throws {
        let rows = (0..<40).map { "3,27501E+15;Warga \($0)" }.joined(separator: "\n")
        let reading = try Reading("NIK;Nama\n\(rows)\n")
        #expect(reading.rejects.count == 40)
        #expect(reading.rejects.allSatisfy { $0.hasSuffix("nik-scientific") })
        #expect(reading.counts.linked == 40)
    }
}
