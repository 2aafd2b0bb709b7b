import Civic

/// Lines of any content: names that resemble each other in every way, numbers with a digit wrong,
/// dates of all kinds, addresses and further columns, and much left out.
enum StrangeLines {
    private static let words = [
        "SITI", "SITTI", "SITY", "SITA", "STI", "S", "MUHAMMAD", "MOH", "M", "ABDUL", "ABDULROHMAN",
        "ROHMAN", "ROCHMAN", "NURBAYA", "NUR", "BAYA", "SUTRISNO", "SUTRINSO", "SOETRISNO", "A",
        "H", "KURNIAWAN", "KURNAIWAN", "KURNIA", "é", "\u{2019}", "DJOKO", "JOKO", "X",
    ]
    private static let streets = [
        "Jl. Melati No. 007", "JALAN MELATI 7", "Melati", "Gg. Haji Saman RT 3", "Blok A-12", "-",
        "jl melati no 7 blok a 12", "Kp. Rawa Panjang 0012B",
    ]
    private static let dates = [
        "0001-01-01", "9999-12-31", "2000-02-29", "1965-03-12", "1965-12-03", "1965-03-21",
        "1966-03-12", "1975-03-12", "1965-01-01", "1965-11-12",
    ]

    static func make(_ count: Int, _ generator: inout SeededGenerator) -> [Line] {
        (0..<count).map { _ in line(&generator) }
    }

    private static func line(_ generator: inout SeededGenerator) -> Line {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        func phrase(_ words: [String], _ count: ClosedRange<Int>) -> String {
            (0..<number(count)).map { _ in words[number(0...words.count - 1)] }
                .joined(separator: " ")
        }
        var line = Line()
        line.name = phrase(words, 0...4)
        line.mother = phrase(words, 0...4)
        line.address = phrase(streets, 0...2)
        line.nik =
            [
                0, 3_275_011_203_650_001, 3_275_011_203_650_002, 3_275_015_203_650_001,
                9_999_997_112_999_999,
            ][number(0...4)]
        if line.nik == 0 {
            let digits = [
                327_501_120_365_000, 327_501_120_365_001, 32_750_112_036_500_001, 327_501,
                3_275_011_203_650_001,
            ][number(0...4)]
            line.clue = (UInt64(digits), UInt8(number(0...20)), number(0...1) == 0)
        }
        line.birth = number(0...5) == 0 ? nil : dates[number(0...dates.count - 1)]
        line.precision = [.exact, .exact, .orderGuessed, .yearOnly][number(0...3)]
        line.sex = [nil, .male, .female][number(0...2)]
        line.card = UInt64(number(0...12))
        line.phone = UInt64(number(0...12))
        line.place = Int16(number(-1...14))
        (line.rt, line.rw) = (UInt16(number(0...2)), UInt16(number(0...2)))
        line.values = (0..<6).map { _ in phrase(words + streets, 0...2) }
        return line
    }
}
