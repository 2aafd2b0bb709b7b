import Civic
import Pages
import Testing

@Suite struct SpeechNumbersTests {
    private func speech(_ language: Language) throws -> Speech {
        Speech(try PageFiles.words(), try PageFiles.statuses(), of: Samples.site, in: language)
    }

    @Test(arguments: [
        (0, "0", "0"), (7, "7", "7"), (11_666, "11.666", "11,666"),
        (2_351_865_600, "2.351.865.600", "2,351,865,600"), (-1200, "-1.200", "-1,200"),
    ])
    func `writes numbers as the reader does`(value: Int, id: String, en: String) throws {
        #expect(try speech(.indonesian).number(value) == id)
        #expect(try speech(.english).number(value) == en)
    }

    @Test(arguments: [
        (Int64(16_800), "Rp16.800", "Rp16,800"),
        (Int64(999_999), "Rp999.999", "Rp999,999"),
        (Int64(580_000_000), "Rp580 juta", "Rp580 million"),
        (Int64(351_865_600), "Rp351,86 juta", "Rp351.86 million"),
        (Int64(2_000_000_000), "Rp2 miliar", "Rp2 billion"),
        (Int64(2_351_865_600), "Rp2,35 miliar", "Rp2.35 billion"),
        (Int64(2_500_000_000), "Rp2,5 miliar", "Rp2.5 billion"),
    ])
    func `shortens money in headings`(amount: Int64, id: String, en: String) throws {
        #expect(try speech(.indonesian).shortMoney(Rupiah(amount)) == id)
        #expect(try speech(.english).shortMoney(Rupiah(amount)) == en)
    }

    @Test func `writes shares, tenths and moments`() throws {
        let say = try speech(.indonesian)
        #expect(say.percent(10_412, of: 11_666) == "89,3%")
        #expect(try speech(.english).percent(10_412, of: 11_666) == "89.3%")
        #expect(say.percent(1, of: 0) == "–")
        #expect(say.tenths(102) == "10,2")
        #expect(say.tenths(120) == "12")
        #expect(
            say.moment(Moment(day: Samples.day, minute: 642)) == "27 Maret 2026 pukul 10.42 WIB")
        #expect(say.shortMonth(Month(year: 2026, month: 8)) == "Agu")
    }
}
