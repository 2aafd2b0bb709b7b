import Civic
import Testing

@testable import Office

struct MoneyTextTests {
    @Test(arguments: [
        ("16800", 16_800), ("16.800", 16_800), ("Rp16.800", 16_800), ("Rp. 16.800,00", 16_800),
        ("16800.0", 16_800), ("16,800", 16_800), ("1.234.567", 1_234_567), ("0", 0),
        (" 16.800,- ", 16_800),
    ])
    func amountsAreReadAsOfficesWriteThem(_ text: String, _ amount: Int64) {
        #expect(MoneyText.rupiah(text) == Rupiah(amount))
    }

    @Test(arguments: ["", "Rp", "-5", "16.80", "1.2345", "1234.567", "12a", "1..000", "9e9"])
    func nothingElseIsAnAmount(_ text: String) { #expect(MoneyText.rupiah(text) == nil) }
}
