/// Names as the public may see them: first and last letter of each word, `D**I S*****A`.
package enum NameMask {
    package static func masked(_ name: String) -> String {
        name.split(separator: " ").map { word in
            guard word.count > 1, let first = word.first, let last = word.last else {
                return String(word)
            }
            if word.count == 2 { return "\(first)*" }
            return "\(first)\(String(repeating: "*", count: word.count - 2))\(last)"
        }.joined(separator: " ").uppercased()
    }
}
