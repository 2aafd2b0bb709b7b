import Civic
import Pages
import Testing

@Suite struct NIKDifferenceTests {
    private func runs(_ left: UInt64, _ right: UInt64) throws -> [NameDifference.Run] {
        let (one, other) = (
            try #require(NIK(digits: left)), try #require(NIK(digits: right))
        )
        return NIKDifference.runs(of: one, against: other)
    }

    @Test func `digits that differ are marked, behind the mask as well`() throws {
        let found = try runs(3_275_014_507_900_003, 3_275_014_607_900_008)
        #expect(
            found == [
                .init(text: "3275•••", isDifferent: false), .init(text: "•", isDifferent: true),
                .init(text: "••••000", isDifferent: false), .init(text: "3", isDifferent: true),
            ])
    }

    @Test func `nothing behind the mask is told`() throws {
        let found = try runs(3_275_014_507_900_003, 3_275_021_203_850_417)
        #expect(found.map(\.text).joined() == "3275••••••••0003")
    }

    @Test func `equal numbers have no mark`() throws {
        let found = try runs(3_275_014_507_900_003, 3_275_014_507_900_003)
        #expect(found == [.init(text: "3275••••••••0003", isDifferent: false)])
    }
}
