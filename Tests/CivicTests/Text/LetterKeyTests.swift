import Civic
import Testing

struct LetterKeyTests {
    @Test(arguments: [
        "Bekasi Jaya", "BEKASIJAYA", "bekasi-jaya", " Bekasi  Jaya. ", "Bekasi\u{a0}Jaya",
        "B.e.k.a.s.i J.a.y.a",
    ])
    func `compares letters only`(_ text: String) {
        #expect(LetterKey(text) == LetterKey("Bekasijaya"))
    }

    @Test func `digits and order count`() {
        #expect(LetterKey("RT 1") != LetterKey("RT 2"))
        #expect(LetterKey("ab") != LetterKey("ba"))
        #expect(LetterKey("kaki 5") != LetterKey("kaki"))
    }

    @Test(arguments: ["", " ", "-./", "\u{a0}"])
    func `a text without letters has the empty key`(_ text: String) {
        #expect(LetterKey(text) == .empty)
    }

    @Test func `no two headings, places or trades of the data share a key by accident`() {
        var words: Set<String> = []
        for (table, column) in [
            ("national/columns", "headings"), ("regions/bekasi/places", "aliases"),
            ("regions/bekasi/occupations", "spellings"),
        ] {
            for row in DataFiles.table(table).rows {
                for word in row.list(column) {
                    words.insert(
                        word.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
                }
            }
        }
        #expect(words.count > 1_000)
        #expect(Set(words.map { LetterKey($0) }).count == words.count)
    }

    @Test func `trims every kind of blank`() {
        #expect(Text.trimmed(" \u{a0}\t Bekasi Jaya \r\n\u{2003}") == "Bekasi Jaya")
        #expect(Text.trimmed(" \u{a0} ") == "")
    }
}
