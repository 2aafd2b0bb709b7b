/// The insurer's participant number (KPJ): 11 characters, digits in new numbers, letters in old ones.
package struct ParticipantNumber: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Case, blanks and hyphens are ignored; nil unless eleven letters or digits remain.
    package init?(_ text: some StringProtocol) {
        let kept = text.utf8.filter { ASCII.isDigit($0) || ASCII.isLetter($0) }.map(ASCII.upper)
        guard kept.count == 11 else { return nil }
        self.text = String(decoding: kept, as: UTF8.self)
    }

    package var description: String { text }
}
