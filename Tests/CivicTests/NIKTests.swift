import Civic
import Testing

/// Worked examples 31 to 35 of the domain facts, section 11, and an independent slow reading of many
/// generated numbers.
struct NIKTests {
    static let provinces = Set(
        Array(11...19) + [21] + Array(31...36) + Array(51...54) + Array(61...65)
            + Array(71...76) + [81, 82] + Array(91...96))
    static let home = HomeRegion(
        regency: 3275, districts: Set(327_501...327_512), provinces: provinces)
    static let on = Day(iso: "2025-11-05") ?? Day(number: 0)

    private func assess(_ text: String, birth: String? = nil) -> NIKAssessment {
        NIKAssessment(
            text, on: Self.on, declaredBirth: birth.flatMap { Day(iso: $0) }, home: Self.home)
    }

    /// Example 31.
    @Test(arguments: [
        ("3275011708850001", Sex.male, "1985-08-17"),
        ("3275014507900003", .female, "1990-07-05"),
    ])
    func `reads sex and birth date`(_ text: String, _ sex: Sex, _ birth: String) {
        let assessment = assess(text)
        #expect(assessment.fault == nil)
        #expect(assessment.doubts == [])
        #expect(assessment.sex == sex)
        #expect(assessment.birthDate == Day(iso: birth))
        #expect(assessment.place?.description == "32.75.01")
    }

    /// Examples 32, 33 and 35.
    @Test(arguments: [
        ("3275013102900001", NIKFault.impossibleDate), ("3275017002900001", .impossibleDate),
        ("3275014010900001", .impossibleDay), ("3275017210900001", .impossibleDay),
        ("3275010113900001", .impossibleMonth), ("3275012902010001", .impossibleDate),
        ("3275010101900000", .zeroSerial), ("327501170885001", .notSixteenDigits),
        ("3275011708850O01", .notDigits),
    ])
    func `refuses`(_ text: String, _ fault: NIKFault) {
        let assessment = assess(text)
        #expect(assessment.fault == fault)
        #expect(assessment.nik == nil)
    }

    /// Example 33: 2000 was a leap year, 1900 was not.
    @Test func `knows leap years`() {
        #expect(assess("3275012902000001").birthDate == Day(iso: "2000-02-29"))
    }

    /// Example 34.
    @Test func `asks for the birth date when the century is open`() {
        let open = assess("3275010107250001")
        #expect(open.fault == nil)
        #expect(open.birthDate == nil)
        #expect(open.doubts == [.ambiguousCentury])
        let settled = assess("3275010107250001", birth: "1925-07-01")
        #expect(settled.birthDate == Day(iso: "1925-07-01"))
        #expect(settled.doubts == [])
    }

    /// Example 34.
    @Test func `doubts an unknown district and another region, but accepts both`() {
        #expect(assess("3275131708850001").doubts == [.unknownDistrict])
        #expect(assess("3216061708850007").doubts == [.otherRegion])
        #expect(assess("3216061708850007").fault == nil)
    }

    @Test func `thirty thousand generated numbers read as a slow reader reads them`() {
        var generator = SeededGenerator(seed: 3_275)
        for _ in 0..<30_000 {
            let text = NIKOracle.randomNumber(&generator)
            let oracle = NIKOracle(text, year: 2025, month: 11, day: 5)
            let assessment = NIKAssessment(text, on: Self.on, home: Self.home)
            #expect(assessment.fault?.rawValue == oracle.fault, "\(text)")
            #expect(assessment.doubts.map(\.rawValue) == oracle.doubts, "\(text)")
            #expect(assessment.birthDate?.iso == oracle.birth, "\(text)")
            #expect(assessment.sex.map { $0 == .female } == oracle.isWoman, "\(text)")
            #expect(assessment.place?.description == oracle.place, "\(text)")
        }
    }
}

/// Reads a number character by character, with a calendar of its own.
private struct NIKOracle {
    var fault: String?
    var doubts: [String] = []
    var birth: String?
    var isWoman: Bool?
    var place: String?

    init(_ text: String, year: Int, month: Int, day: Int) {
        let digits = text.compactMap(\.wholeNumberValue)
        guard digits.count == text.count else {
            fault = "nik-characters"
            return
        }
        guard digits.count == 16, digits[0] != 0 else {
            fault = "nik-length"
            return
        }
        let dayCode = digits[6] * 10 + digits[7]
        let bornMonth = digits[8] * 10 + digits[9]
        let short = digits[10] * 10 + digits[11]
        let woman = dayCode > 40
        let bornDay = woman ? dayCode - 40 : dayCode
        let dates = [1900 + short, 2000 + short].filter { bornYear in
            bornDay <= NIKOracle.length(of: bornMonth, bornYear)
        }
        if bornDay == 0 || bornDay > 31 {
            fault = "nik-day"
        } else if bornMonth == 0 || bornMonth > 12 {
            fault = "nik-month"
        } else if dates.isEmpty {
            fault = "nik-date"
        } else if digits[12...].allSatisfy({ $0 == 0 }) {
            fault = "nik-serial"
        }
        guard fault == nil else { return }
        isWoman = woman
        let pairs = stride(from: 0, to: 6, by: 2).map { "\(digits[$0])\(digits[$0 + 1])" }
        // A district 00 does not exist; what is left names the city.
        place = pairs[2] == "00" ? "\(pairs[0]).\(pairs[1])" : pairs.joined(separator: ".")
        let possible = dates.filter { bornYear in
            let hadBirthday = month * 100 + day >= bornMonth * 100 + bornDay
            let age = year - bornYear - (hadBirthday ? 0 : 1)
            return age >= 0 && age <= 120
        }
        judge(pairs, possible)
        if possible.count == 1 {
            birth = "\(possible[0])-\(NIKOracle.two(bornMonth))-\(NIKOracle.two(bornDay))"
        }
        if digits.allSatisfy({ $0 == digits[0] }) { doubts.append("nik-repeated") }
    }

    private mutating func judge(_ pairs: [String], _ possible: [Int]) {
        if !NIKTests.provinces.contains(Int(pairs[0]) ?? 0) {
            doubts.append("nik-province")
        } else if pairs[0] + pairs[1] != "3275" {
            doubts.append("nik-other-region")
        } else if !(1...12).contains(Int(pairs[2]) ?? 0) {
            doubts.append("nik-district")
        }
        if possible.count != 1 { doubts.append("nik-century") }
    }

    private static func length(of month: Int, _ year: Int) -> Int {
        let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return lengths.indices.contains(month - 1) ? lengths[month - 1] : 31
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Mostly sound numbers near every edge, some broken in length or letters.
    static func randomNumber(_ generator: inout SeededGenerator) -> String {
        func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        let place = [
            "3275\(two(pick(0...20)))", "\(pick(10...99))\(two(pick(1...99)))\(two(pick(1...51)))",
            "0\(pick(10_000...99_999))",
        ][min(2, pick(0...20) / 10)]
        let day = two(pick(0...3) == 0 ? pick(0...99) : pick(0...1) * 40 + pick(1...31))
        let month = two(pick(0...9) == 0 ? pick(0...99) : pick(1...12))
        let serial = pick(0...9) == 0 ? "0000" : "000\(pick(1...9))"
        var text = Array("\(place)\(day)\(month)\(two(pick(0...99)))\(serial)")
        switch pick(0...40) {
        case 0: text.removeLast()
        case 1: text.append("7")
        case 2: text[pick(0...15)] = "O"
        case 3: text = Array(repeating: Character("\(pick(1...9))"), count: 16)
        default: break
        }
        return String(text)
    }
}
