import Civic
import Testing

/// Numbers of family cards and of the insurer.
struct CardNumberTests {
    @Test(
        arguments: [
            3_275_010_101_200_001, 3_275_012_902_200_001, 3_275_013_112_990_123,
        ] as [UInt64])
    func `accepts the number of a family card`(_ digits: UInt64) throws {
        let card = try #require(FamilyCardNumber(digits: digits))
        #expect(card.revealed() == "\(digits)")
        #expect("\(card)" == "\("\(digits)".prefix(4))••••••••\("\(digits)".suffix(4))")
    }

    /// The rules are those of an identity number, without the 40 added for women.
    @Test(
        arguments: [
            327_501_010_120_000, 32_750_101_012_000_012, 3_275_010_001_200_001,
            3_275_013_201_200_001,
            3_275_014_101_200_001, 3_275_010_113_200_001, 3_275_010_100_200_001,
            3_275_010_101_200_000,
            3_275_013_102_200_001, 3_275_013_104_200_001, 3_275_012_902_010_001, 0,
        ] as [UInt64])
    func `refuses a card number with an impossible date or serial`(_ digits: UInt64) {
        #expect(FamilyCardNumber(digits: digits) == nil)
    }

    @Test(arguments: [
        ("12345678901", "12345678901"), ("1234-5678-901", "12345678901"),
        ("ab1234567 89", "AB123456789"), (" 10K12345678", "10K12345678"),
    ])
    func `reads a participant number`(_ text: String, _ kept: String) throws {
        #expect(try #require(ParticipantNumber(text)).text == kept)
    }

    @Test(arguments: ["", "1234567890", "123456789012", "-----------"])
    func `refuses a participant number of another length`(_ text: String) {
        #expect(ParticipantNumber(text) == nil)
    }
}
