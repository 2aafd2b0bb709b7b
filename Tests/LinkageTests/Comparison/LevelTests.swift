import Civic
import Testing

@testable import Linkage

/// What two rows say of one field, and the level that this is.
struct LevelTests {
    @Test(
        arguments: [
            ("1965-03-12", "1965-03-12", .same), ("1965-01-01", "1965-01-01", .sameDefault),
            ("1965-03-12", "1965-12-03", .swapped), ("1965-03-12", "1965-03-13", .oneDigitDiffers),
            ("1965-03-12", "1965-03-22", .oneDigitDiffers),
            ("1965-03-12", "1966-03-12", .oneDigitDiffers),
            ("1965-03-12", "1975-03-12", .oneDigitDiffers),
            ("1965-03-12", "1965-03-27", .onePartDiffers),
            ("1965-03-12", "1965-10-12", .onePartDiffers),
            ("1965-10-12", "1965-12-12", .oneDigitDiffers),
            ("1965-03-12", "1968-03-12", .onePartDiffers),
            ("1965-03-12", "1976-03-12", .different), ("1965-03-12", "1985-03-12", .different),
            ("1965-03-12", "1965-05-27", .different), ("1965-03-12", "1966-03-13", .different),
            ("1965-01-01", "1965-05-27", .sameYear), ("1965-01-01", "1966-05-27", .different),
            ("1964-12-31", "1965-01-01", .different),
        ] as [(String, String, BirthLevel)])
    func `birth dates`(_ left: String, _ right: String, _ level: BirthLevel) async {
        let there = await Comparing.pattern(Line(birth: left), Line(birth: right))
        let back = await Comparing.pattern(Line(birth: right), Line(birth: left))
        #expect(there.birthLevel == level)
        #expect(back.birthLevel == level)
    }

    @Test func `a year alone can only agree in its year`() async {
        let year = Line(birth: "1965-01-01", precision: .yearOnly)
        let full = Line(birth: "1965-03-12")
        let month = Line(birth: "1965-03-01", precision: .yearOnly)
        #expect(await Comparing.pattern(year, year).birthLevel == .sameYear)
        #expect(await Comparing.pattern(year, full).birthLevel == .sameYear)
        #expect(await Comparing.pattern(full, month).birthLevel == .sameYear)
        #expect(await Comparing.pattern(Line(birth: "1966-03-12"), month).birthLevel == .different)
        #expect(await Comparing.pattern(full, Line()).birthLevel == .missing)
    }

    @Test(
        arguments: [
            (3_275_011_203_650_001, 3_275_011_203_650_001, .equal),
            (3_275_011_203_650_001, 3_275_011_203_650_007, .slipInSerial),
            (3_275_011_203_650_012, 3_275_011_203_650_021, .slipInSerial),
            (3_275_011_203_650_001, 3_275_011_203_650_456, .sameBirthBlock),
            (3_275_011_203_650_001, 3_275_081_203_650_001, .slip),
            (3_275_011_203_650_001, 3_257_011_203_650_001, .slip),
            (3_275_011_203_650_001, 3_275_081_203_650_477, .different),
        ] as [(UInt64, UInt64, NIKLevel)])
    func `numbers that fit their rows`(_ left: UInt64, _ right: UInt64, _ level: NIKLevel) async {
        let (one, other) = (
            Line(nik: left, birth: "1965-03-12"), Line(nik: right, birth: "1965-03-12")
        )
        #expect(await Comparing.pattern(one, other).nikLevel == level)
        #expect(await Comparing.pattern(other, one).nikLevel == level)
        let registered = await Comparing([
            List([one], isRegistry: true), List([other], isRegistry: true),
        ])
        #expect(registered.pattern(0, 1).nikLevel == (left == right ? level : .twoRegistered))
    }

    @Test func `a number of somebody else counts as such`() async {
        let own = Line(nik: 3_275_011_203_650_001, birth: "1965-03-12", sex: .male)
        let wife = Line(nik: own.nik, birth: "1968-06-08", sex: .female)
        let herself = Line(nik: 3_275_014_806_680_003, birth: "1968-06-08", sex: .female)
        let nameless = Line(nik: own.nik)
        #expect(await Comparing.pattern(own, wife).nikLevel == .equalButForeign)
        #expect(await Comparing.pattern(wife, herself).nikLevel == .differentAndForeign)
        #expect(await Comparing.pattern(own, nameless).nikLevel == .equalUnchecked)
        let (own15, wife15) = (
            Line(clue: (327_501_120_365_000, 15, true)), Line(clue: (327_501_480_668_000, 15, true))
        )
        #expect(await Comparing.pattern(own, own15).nikLevel == .damagedAgrees)
        #expect(await Comparing.pattern(wife, own15).nikLevel == .damagedAgreesButForeign)
        #expect(await Comparing.pattern(own, wife15).nikLevel == .damagedDiffersUnchecked)
        #expect(await Comparing.pattern(own15, own15).nikLevel == .damagedAgrees)
        #expect(await Comparing.pattern(own15, wife15).nikLevel == .missing)
    }

    @Test(
        arguments: [
            (3, (1, 2), 3, (1, 2), .sameBlock), (3, (1, 2), 3, (1, 3), .sameVillage),
            (3, (0, 0), 3, (0, 0), .sameVillage), (3, (1, 2), 4, (1, 2), .sameDistrict),
            (3, (1, 2), 7, (1, 2), .different), (0, (0, 0), 3, (1, 2), .missing),
            (0, (0, 0), 7, (1, 2), .different), (-1, (1, 2), 3, (1, 2), .missing),
        ] as [(Int16, (UInt16, UInt16), Int16, (UInt16, UInt16), PlaceLevel)])
    func `places`(
        _ left: Int16, _ leftBlock: (UInt16, UInt16), _ right: Int16,
        _ rightBlock: (UInt16, UInt16), _ level: PlaceLevel
    ) async {
        let one = Line(place: left, rt: leftBlock.0, rw: leftBlock.1)
        let other = Line(place: right, rt: rightBlock.0, rw: rightBlock.1)
        #expect(await Comparing.pattern(one, other).level(.place) == Int(level.rawValue))
        #expect(await Comparing.pattern(other, one).level(.place) == Int(level.rawValue))
    }

    @Test func `two rows that name only one district do not agree about a village`() async {
        let line = Line(place: 0)
        let level = await Comparing.pattern(line, line).levels["place"]
        #expect(level != "sameVillage")
    }
}
