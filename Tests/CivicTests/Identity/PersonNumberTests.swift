import Civic
import Testing

struct PersonNumberTests {
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    private func accepts(_ text: String) -> Bool { PersonNumber(typed: text, prefix: "BKS") != nil }

    @Test func `the first two hundred thousand people have two hundred thousand numbers`() {
        var numbers: Set<String> = []
        var odd: [String] = []
        for serial in 0..<200_000 {
            let text = PersonNumber(prefix: "BKS", serial: serial).text
            numbers.insert(text)
            if text.utf8.count != 11 { odd.append(text) }
        }
        #expect(numbers.count == 200_000)
        #expect(odd == [])
    }

    @Test func `the body grows after 1,048,576 people`() {
        #expect(PersonNumber(prefix: "BKS", serial: 1_048_575).text.utf8.count == 11)
        #expect(PersonNumber(prefix: "BKS", serial: 1_048_576).text.utf8.count == 12)
        #expect(PersonNumber(prefix: "BKS", serial: 34_603_008).text.utf8.count == 13)
    }

    @Test func `neighbours in time are no neighbours in number`() {
        let bodies = (0..<100).map {
            PersonNumber(prefix: "BKS", serial: $0).text.dropFirst(4).prefix(2)
        }
        #expect(Set(bodies).count > 80)
    }

    @Test func `is read back from every way of typing it`() {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<500 {
            let number = PersonNumber(
                prefix: "BKS", serial: Int.random(in: 0..<3_000_000, using: &generator))
            let bare = number.text.filter { $0 != "-" }
            let body = number.text.split(separator: "-")[1]
            let misread = body.replacing("0", with: "O").replacing("1", with: "l")
            let typed = [
                number.text, number.text.lowercased(), bare, bare.lowercased(),
                number.text.replacing("-", with: " "), " \(number.text) ", "\(number.text).",
                "BKS-\(misread)-\(number.text.suffix(2))",
            ]
            for text in typed {
                #expect(PersonNumber(typed: text, prefix: "BKS") == number, "\(text)")
            }
        }
    }

    @Test func `every single wrong character is noticed`() {
        var missed: [String] = []
        for sample in PersonNumberTests.samples(60) {
            let characters = Array(sample)
            for position in characters.indices.dropFirst(4) where characters[position] != "-" {
                for other in Self.alphabet where !Self.readsAs(other, characters[position]) {
                    var wrong = characters
                    wrong[position] = other
                    if accepts(String(wrong)) { missed.append("\(sample) \(String(wrong))") }
                }
            }
        }
        #expect(missed == [])
    }

    @Test func `every swap of neighbours is noticed`() {
        var missed: [String] = []
        for sample in PersonNumberTests.samples(2_000) {
            let characters = Array(sample.filter { $0 != "-" })
            for position in 3..<characters.count - 1
            where characters[position] != characters[position + 1] {
                var wrong = characters
                wrong.swapAt(position, position + 1)
                if accepts(String(wrong)) { missed.append("\(sample) \(String(wrong))") }
            }
        }
        #expect(missed == [])
    }

    @Test(arguments: ["", "BKS", "BKS-", "BKS-7K4M", "XXX-7K4M-92", "BKS-7K4M-AB", "BKS-7U4M-92"])
    func `refuses`(_ text: String) {
        #expect(PersonNumber(typed: text, prefix: "BKS") == nil)
    }

    @Test func `the number of another city is not this city's`() {
        let number = PersonNumber(prefix: "DPK", serial: 5)
        #expect(PersonNumber(typed: number.text, prefix: "BKS") == nil)
        #expect(PersonNumber(typed: number.text, prefix: "DPK") == number)
    }

    private static func samples(_ count: Int) -> [String] {
        (0..<count).map { PersonNumber(prefix: "BKS", serial: $0 * 137).text }
    }

    /// Whether a reader takes the typed character for the printed one.
    private static func readsAs(_ typed: Character, _ printed: Character) -> Bool {
        typed == printed || printed == "0" && typed == "O"
            || printed == "1" && (typed == "I" || typed == "L")
    }
}
