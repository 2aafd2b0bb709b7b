/// The number of a family card (Kartu Keluarga), 16 digits `PPKKCC DDMMYY SSSS` in which the date is
/// the day of issue. It changes whenever a new card is issued.
package struct FamilyCardNumber: Hashable, Sendable {
    package let digits: UInt64

    /// Nil unless the digits have the form of a card number: sixteen of them, a possible date and a
    /// serial that is not 0000.
    package init?(digits: UInt64) {
        guard digits >= 1_000_000_000_000_000, digits < 10_000_000_000_000_000 else { return nil }
        let day = Int(digits / 100_000_000 % 100)
        let month = Int(digits / 1_000_000 % 100)
        let year = Int(digits / 10_000 % 100)
        let exists =
            Day(year: 1900 + year, month: month, day: day) != nil
            || Day(year: 2000 + year, month: month, day: day) != nil
        guard exists, digits % 10_000 > 0 else { return nil }
        self.digits = digits
    }

    package func revealed() -> String { NumberText.padded(Int(digits), to: 16) }
}

extension FamilyCardNumber: CustomStringConvertible {
    package var description: String {
        let text = revealed()
        return "\(text.prefix(4))••••••••\(text.suffix(4))"
    }
}
