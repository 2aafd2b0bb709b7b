import Civic
import Testing

struct PhoneNumberTests {
    @Test(arguments: [
        "081234567890", "0812-3456-7890", "0812 3456 7890", "+6281234567890", "6281234567890",
        "62 812-3456-7890", "+62 812 3456 7890", "81234567890", "(0812) 3456.7890", "'081234567890",
        "+62 (0)812-3456-7890", "006281234567890", "0812\u{2011}3456\u{2011}7890",
    ])
    func `reads one number in every written form`(_ text: String) throws {
        let phone = try #require(PhoneNumber(text))
        #expect(phone.digits == 81_234_567_890)
        #expect(phone.revealed() == "0812-3456-7890")
        #expect(phone.masked == "0812••••890")
        #expect("\(phone)" == "0812••••890")
    }

    @Test(arguments: [
        "", "-", "0", "0812", "08123456", "+62", "0812345678901234", "8.12346E+10", "tidak ada",
        "0812-3456-789O", "00000000000", "62626262",
    ])
    func `refuses`(_ text: String) {
        #expect(PhoneNumber(text) == nil)
    }

    @Test(arguments: [
        ("081234567", "0812-34567"), ("0812345678", "0812-3456-78"),
        ("08123456789", "0812-3456-789"),
        ("0812345678901", "0812-3456-78901"), ("0218845678", "0218-8456-78"),
    ])
    func `prints groups of four`(_ text: String, _ grouped: String) throws {
        #expect(try #require(PhoneNumber(text)).revealed() == grouped)
    }

    @Test func `what it prints it reads`() {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<2_000 {
            let text = "08\(UInt64.random(in: 1_000_000...9_999_999_999, using: &generator))"
            let phone = PhoneNumber(text)
            #expect(
                phone != nil && phone.flatMap { PhoneNumber($0.revealed()) } == phone, "\(text)")
        }
    }
}
