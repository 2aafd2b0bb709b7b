import Civic
import Testing

struct NameMaskTests {
    @Test(arguments: [
        ("Dedi Supriatna", "D**I S*******A"), ("dini sartika", "D**I S*****A"), ("Al", "A*"),
        ("A", "A"), ("", ""), ("Nur  Aini", "N*R A**I"), ("Ibu", "I*U"),
    ])
    func `shows the first and the last letter of each word`(_ name: String, _ masked: String) {
        #expect(NameMask.masked(name) == masked)
    }

    @Test func `a masked name keeps its length and hides what stands between`() {
        let masked = NameMask.masked("SUKARNOPUTRI")
        #expect(masked.count == 12)
        #expect(masked.count { $0 == "*" } == 10)
    }
}
