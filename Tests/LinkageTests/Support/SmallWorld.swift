import Civic

/// A village of invented families and the lists of four offices about them, with the truth.
struct SmallWorld {
    private(set) var people: [Line] = []
    private var generator: SeededGenerator

    private static let given = [
        "BUDI", "SITI", "AGUS", "DEWI", "EKO", "RINA", "JOKO", "SRI", "HENDRA", "YULI", "ASEP",
        "NENENG",
        "UJANG", "LILIS", "RUDI", "MAYA", "DEDI", "INTAN", "WAWAN", "EUIS", "FAJAR", "NURUL",
        "ILHAM",
        "RATNA", "TONI", "VERA", "SAMSUL", "WULAN", "ZAENAL", "KARTIKA",
    ]
    private static let family = [
        "SANTOSO", "WIJAYA", "HIDAYAT", "LESTARI", "SAPUTRA", "RAHAYU", "KURNIAWAN", "PERMATA",
        "SETIAWAN",
        "UTAMI", "NUGROHO", "ANGGRAINI", "FIRMANSYAH", "SUSANTI", "GUNAWAN", "MAHARANI", "PRATAMA",
        "SUHERMAN", "WAHYUDI", "PUSPITA", "RAMADHAN", "ISKANDAR", "SULASTRI", "HERMAWAN",
        "OKTAVIANI",
    ]

    init(seed: UInt64, families: Int) {
        generator = SeededGenerator(seed: seed)
        for family in 0..<families { addFamily(family) }
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }
    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    private mutating func pick(_ words: [String]) -> String { words[number(0...words.count - 1)] }

    // MARK: Truth

    private mutating func addFamily(_ family: Int) {
        let place = Int16(number(Town.villages.lowerBound...Town.villages.upperBound - 1))
        let (rt, rw) = (UInt16(number(1...9)), UInt16(number(1...12)))
        let card =
            3_275_010_000_000_000 + UInt64(number(1...28)) * 100_000_000
            + UInt64(number(1...12)) * 1_000_000 + 210_000 + UInt64(family % 9_000 + 1)
        let mother = "\(pick(Self.given)) \(pick(Self.family))"
        let size = number(2...5)
        for member in 0..<size {
            var line = person(year: member < 2 ? number(1958...1975) : number(1978...2004))
            (line.place, line.rt, line.rw, line.card) = (place, rt, rw, card)
            line.mother = member < 2 ? "\(pick(Self.given)) \(pick(Self.family))" : mother
            if member == 3, chance(20) { makeTwin(&line, of: people[people.count - 1]) }
            people.append(line)
        }
    }

    private mutating func person(year: Int) -> Line {
        var line = Line()
        line.truth = people.count
        line.name = "\(pick(Self.given)) \(pick(Self.family))"
        if chance(30) { line.name += " \(pick(Self.family))" }
        line.sex = chance(50) ? .male : .female
        let (month, day) = (number(1...12), number(1...28))
        line.birth = "\(year)-\(NumberText.padded(month, to: 2))-\(NumberText.padded(day, to: 2))"
        line.nik = nik(line, serial: people.count + 1)
        line.phone = UInt64(81_200_000_000 + number(0...99_999_999))
        return line
    }

    private func nik(_ line: Line, serial: Int) -> UInt64 {
        guard let parts = line.birth.flatMap({ Day(iso: $0) })?.parts else { return 0 }
        let day = UInt64(parts.day + (line.sex == .female ? 40 : 0))
        let date = day * 10_000 + UInt64(parts.month) * 100 + UInt64(parts.year % 100)
        return 3_275_010_000_000_000 + date * 10_000 + UInt64(serial % 9_999 + 1)
    }

    private func makeTwin(_ line: inout Line, of other: Line) {
        (line.birth, line.sex) = (other.birth, other.sex)
        line.nik = other.nik + 1
    }

    // MARK: Lists

    /// Registry, welfare register, a trade's list and nominations.
    mutating func lists() -> [List] {
        let registry = people.filter { _ in chance(96) }.map { line in
            var copy = line
            copy.phone = 0
            return copy
        }
        let welfare = people.filter { _ in chance(70) }.map { written($0, dirt: 4) }
        let trade = people.filter { _ in chance(35) }.map { written($0, dirt: 12) }
        let nominations = people.flatMap { line -> [Line] in
            (0..<(chance(35) ? chance(12) ? 2 : 1 : 0)).map { _ in written(line, dirt: 15) }
        }
        return [
            List(registry, isRegistry: true, once: true), List(welfare), List(trade),
            List(nominations),
        ]
    }

    /// The person as an office writes it down; `dirt` is how many of a hundred cells go wrong.
    private mutating func written(_ line: Line, dirt: Int) -> Line {
        var copy = line
        if chance(dirt) { copy.name = misspelt(copy.name) }
        if chance(dirt) { copy.name = ["H. ", "Hj. ", "Drs. "][number(0...2)] + copy.name }
        if chance(dirt) { copy.birth = chance(50) ? nil : swapped(copy.birth) }
        if chance(dirt) { damageNumber(&copy) }
        if chance(50) { copy.mother = "" }
        if chance(40) { copy.card = 0 }
        if chance(40) { copy.phone = 0 }
        if chance(dirt) { (copy.rt, copy.rw) = (0, 0) }
        return copy
    }

    private mutating func misspelt(_ name: String) -> String {
        var letters = Array(name)
        let position = number(1...letters.count - 2)
        guard letters[position] != " ", letters[position + 1] != " " else { return name }
        switch number(0...2) {
        case 0: letters.remove(at: position)
        case 1: letters.swapAt(position, position + 1)
        default: letters[position] = Array("AEIOUNRST")[number(0...8)]
        }
        return String(letters)
    }

    private func swapped(_ birth: String?) -> String? {
        guard let parts = birth.flatMap({ Day(iso: $0) })?.parts else { return nil }
        return Day(year: parts.year, month: parts.day, day: parts.month)?.iso ?? birth
    }

    private mutating func damageNumber(_ line: inout Line) {
        let digits = line.nik
        line.nik = 0
        switch number(0...3) {
        case 0: break
        case 1: line.clue = (digits / 10, 15, true)
        case 2: line.clue = (digits / 10_000_000_000, 6, true)
        default:
            let wrong = digits / 10 * 10 + UInt64((Int(digits % 10) + number(1...9)) % 10)
            if NIK(digits: wrong) != nil { line.nik = wrong }
        }
    }
}
