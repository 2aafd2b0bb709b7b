import Civic
import Testing

@testable import Linkage

struct AddressWordTests {
    private func words(_ address: String) -> String {
        let bytes = Array(address.utf8)
        var target: [UInt8] = []
        AddressWord.append(bytes.span, to: &target)
        return String(decoding: target, as: UTF8.self)
    }

    @Test(arguments: [
        ("Jl. Melati No. 007 Blok A-12", "JL MELATI NO 7 BLOK A 12"),
        ("JL MELATI NO.7 BLOK A12", "JL MELATI NO 7 BLOK A 12"),
        ("jl.melati no7, blok a/012", "JL MELATI NO 7 BLOK A 12"),
        ("RT003/RW04", "RT 3 RW 4"), ("Gg. H. Sa'id 12B", "GG H SA ID 12 B"), ("100", "100"),
        ("0", "0"), ("000", "0"), ("A0", "A 0"), ("10 05", "10 5"), ("  --  ", ""), ("", ""),
        ("Kp. Café 3", "KP CAF 3"), ("\u{0}\u{7F}", ""),
    ])
    func `one form for all ways of writing`(_ address: String, _ expected: String) {
        #expect(words(address) == expected)
        #expect(words(expected) == expected)
    }

    @Test func `the form of any text has single blanks and is its own form`() {
        var generator = SeededGenerator(seed: 421)
        let letters = Array("aZ09 .-/\u{e9}")
        for _ in 0..<2_000 {
            let text = String(
                (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                    letters[Int.random(in: 0..<letters.count, using: &generator)]
                })
            let form = words(text)
            #expect(words(form) == form, "seed 421: \(text)")
            #expect(!form.hasPrefix(" ") && !form.hasSuffix(" ") && !form.contains("  "))
        }
    }

    /// Beside a street that everybody lives in, as addresses of a town are.
    @Test(
        arguments: [
            ("Jl. Melati No. 7", "JALAN MELATI NO 007", .mostly),
            ("Jl. Melati No. 7", "jl melati no.7", .same),
            ("Jl. Melati No. 7", "Melati 7", .same),
            ("Jl. Melati No. 7", "Jl. Melati No. 8", .partly),
            ("Jl. Melati No. 7", "Jl. Kenanga No. 8", .different),
            ("Jl. Melati No. 7", "", .missing),
        ] as [(String, String, AddressLevel)])
    func `addresses compare by their telling words`(
        _ left: String, _ right: String, _ level: AddressLevel
    ) async {
        let others = (0..<400).map { Line(address: "Jl. Mawar No. \(100 + $0 % 40)") }
        let (one, other) = (Line(address: left), Line(address: right))
        let there = await Comparing.pattern(one, other, beside: others)
        let back = await Comparing.pattern(other, one, beside: others)
        #expect(there.level(.address) == Int(level.rawValue))
        #expect(back.level(.address) == Int(level.rawValue))
    }
}
