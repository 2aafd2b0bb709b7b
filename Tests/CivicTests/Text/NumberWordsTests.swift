import Civic
import Testing

@Suite struct NumberWordsTests {
    @Test(arguments: [
        (0, "nol"), (7, "tujuh"), (10, "sepuluh"), (11, "sebelas"), (12, "dua belas"),
        (19, "sembilan belas"), (20, "dua puluh"), (35, "tiga puluh lima"), (100, "seratus"),
        (101, "seratus satu"), (215, "dua ratus lima belas"), (1000, "seribu"),
        (1100, "seribu seratus"), (2026, "dua ribu dua puluh enam"),
        (11_666, "sebelas ribu enam ratus enam puluh enam"), (100_000, "seratus ribu"),
        (1_000_000, "satu juta"), (42_000_000, "empat puluh dua juta"),
        (
            2_351_865_600,
            "dua miliar tiga ratus lima puluh satu juta delapan ratus enam puluh lima ribu "
                + "enam ratus"
        ),
    ])
    func `numbers are spelled out`(value: Int, words: String) {
        #expect(NumberWords.text(value) == words)
    }

    /// Reads words back, so that no two numbers can be spelled alike.
    @Test func `what is spelled can be read back`() {
        var random = SeededGenerator(seed: 9)
        for value in Array(0...2200)
            + (0..<300).map({ _ in Int.random(in: 0..<1_000_000_000_000, using: &random) })
        {
            #expect(Self.value(of: NumberWords.text(value)) == value)
        }
    }

    private static func value(of text: String) -> Int {
        let digits = [
            "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6,
            "tujuh": 7, "delapan": 8, "sembilan": 9,
        ]
        let scales = ["ribu": 1000, "juta": 1_000_000, "miliar": 1_000_000_000]
        var (whole, part, last) = (0, 0, 0)
        for word in text.split(separator: " ").map(String.init) {
            switch word {
            case "sepuluh": part += 10
            case "sebelas": part += 11
            case "seratus": part += 100
            case "seribu": whole += 1000
            case "belas": (part, last) = (part + 10 + last, 0)
            case "puluh": (part, last) = (part + 10 * last, 0)
            case "ratus": (part, last) = (part + 100 * last, 0)
            default:
                if let scale = scales[word] {
                    whole += (part + last) * scale
                    (part, last) = (0, 0)
                } else {
                    (part, last) = (part + last, digits[word] ?? -1)
                }
            }
        }
        return whole + part + last
    }
}
