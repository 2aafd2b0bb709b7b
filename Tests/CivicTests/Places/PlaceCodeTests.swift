import Civic
import Testing

struct PlaceCodeTests {
    @Test(arguments: [
        ("32", PlaceCode.Level.province, "32"), ("32.75", .regency, "32.75"),
        ("3275", .regency, "32.75"), ("32.75.01", .district, "32.75.01"),
        ("327501", .district, "32.75.01"), ("32.75.01.1001", .village, "32.75.01.1001"),
        ("3275011001", .village, "32.75.01.1001"),
    ])
    func `reads the written forms of four levels`(
        _ text: String, _ level: PlaceCode.Level, _ printed: String
    ) throws {
        let code = try #require(PlaceCode(text))
        #expect(code.level == level)
        #expect(code.description == printed)
        #expect(PlaceCode(code.description) == code)
    }

    @Test(arguments: [
        "", "3", "327", "32.75.1", "32.75.01.100", "3275040", "32-75", "32.75.0A", "32 75",
    ])
    func `refuses`(_ text: String) {
        #expect(PlaceCode(text) == nil)
    }

    @Test func `a village lies in the district of its first six digits`() throws {
        let village = try #require(PlaceCode("32.75.01.1001"))
        #expect(village.district == PlaceCode("32.75.01"))
        #expect(village.district == PlaceCode(district: 327_501))
        #expect(village.district.district == village.district)
        #expect(village.district < village)
    }
}
