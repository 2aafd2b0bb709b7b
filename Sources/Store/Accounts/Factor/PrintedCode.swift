import Civic

/// Codes on paper, each good for one sign-in, for whoever has no telephone at hand.
package enum PrintedCode {
    /// No letters and digits that look alike on paper. 32 of them: five bits each.
    private static let letters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
    /// 50 bits: nobody finds one even with the whole store and years of computing.
    private static let length = 10

    /// A new code in two groups: `K7M4Q-9XTRW`.
    package static func random() -> String { grouped(random(length: length), by: length / 2) }

    /// A password to begin with, in groups of four.
    package static func startPassword() -> String { grouped(random(length: 16), by: 4) }

    /// What was typed in any case, with or without hyphens and blanks, as it is hashed.
    package static func normal(_ typed: String) -> String {
        String(typed.uppercased().filter { letters.contains($0) })
    }

    private static func random(length: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return String(
            (0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
    }

    private static func grouped(_ text: String, by size: Int) -> String {
        var rest = text[...]
        var groups: [Substring] = []
        while !rest.isEmpty {
            groups.append(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return groups.joined(separator: "-")
    }
}
