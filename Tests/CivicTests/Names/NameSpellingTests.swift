import Civic
import Testing

struct NameSpellingTests {
    @Test(arguments: [
        ("budi santoso", "BUDI SANTOSO"), ("  Budi   Santoso ", "BUDI SANTOSO"),
        ("BUDI\u{a0}SANTOSO", "BUDI SANTOSO"), ("Budi\tSantoso", "BUDI SANTOSO"),
        ("Sukarno", "SUKARNO"), ("Siti Nur-Hasanah", "SITI NUR HASANAH"),
        ("BUDI SANTOSO.", "BUDI SANTOSO"), ("Budi/Santoso", "BUDI SANTOSO"),
    ])
    func `brings case and blanks to one form`(_ written: String, _ canonical: String) {
        #expect(NameSpelling.canonical(written) == canonical)
    }

    @Test(arguments: [
        ("H. Ahmad Dahlan", "AHMAD DAHLAN"), ("Hj. Siti Aminah", "SITI AMINAH"),
        ("HJ.SITI AMINAH", "SITI AMINAH"), ("Drs. H. Ahmad Dahlan", "AHMAD DAHLAN"),
        ("Dra. Hj. Siti Aminah", "SITI AMINAH"), ("Prof. Dr. Ir. Budi Santoso", "BUDI SANTOSO"),
        ("KH Ahmad Dahlan", "AHMAD DAHLAN"), ("Ustadz Budi", "BUDI"), ("Sdr. Budi", "BUDI"),
        ("Alm. Budi Santoso", "BUDI SANTOSO"), ("Budi Santoso (Alm)", "BUDI SANTOSO"),
        ("Ny. Siti", "SITI"), ("Bapak Budi", "BUDI"),
    ])
    func `leaves titles out`(_ written: String, _ canonical: String) {
        #expect(NameSpelling.canonical(written) == canonical)
    }

    @Test(arguments: [
        ("Budi Santoso, S.Pd", "BUDI SANTOSO"), ("Budi Santoso, S.Pd., M.M.", "BUDI SANTOSO"),
        ("Budi Santoso S.Pd", "BUDI SANTOSO"), ("Budi Santoso S. Pd.", "BUDI SANTOSO"),
        ("Budi Santoso SPd", "BUDI SANTOSO"), ("Budi Santoso S.E.", "BUDI SANTOSO"),
        ("Budi Santoso SE", "BUDI SANTOSO"), ("Budi Santoso S.E, M.M", "BUDI SANTOSO"),
        ("Siti Aminah A.Md", "SITI AMINAH"), ("Siti Aminah S.Kep Ners", "SITI AMINAH"),
        ("Siti Aminah S.Pd.I", "SITI AMINAH"), ("Siti Aminah S. Pd. I", "SITI AMINAH"),
        ("Siti Aminah A.Md.Keb", "SITI AMINAH"), ("Siti Aminah M.Pd.I., M.M.", "SITI AMINAH"),
        ("Dr. Budi, S.H., M.H.", "BUDI"),
    ])
    func `leaves degrees out`(_ written: String, _ canonical: String) {
        #expect(NameSpelling.canonical(written) == canonical)
    }

    @Test(arguments: [
        "M. Rizki", "M Rizki", "Moh. Rizki", "Moh Rizki", "Mohd Rizki", "Muh. Rizki", "Mhd Rizki",
        "Md. Rizki", "Moch. Rizki", "Much Rizki", "Muhamad Rizki", "Muhammad Rizki",
        "Mohamad Rizki", "Mohammad Rizki", "Mochamad Rizki", "Mochammad Rizki", "Mukhammad Rizki",
        "H. M. Rizki", "H. Muh. Rizki, S.E.", "MUHAMMMAD RIZKI",
    ])
    func `writes Muhammad one way`(_ written: String) {
        #expect(NameSpelling.canonical(written) == "MUHAMMAD RIZKI")
    }

    @Test func `an M behind the first word stays an initial`() {
        #expect(NameSpelling.canonical("Ahmad M. Rizki") == "AHMAD M RIZKI")
    }

    @Test(arguments: [
        ("H", "H"), ("H.", "H"), ("Drs. H.", "H"), ("M", "M"), ("Hj", "HJ"), ("S.E.", "S E"),
        ("SE", "SE"), ("Haji", "HAJI"), ("Tuan", "TUAN"), ("Moh", "MUHAMMAD"),
        ("M.M.", "MUHAMMAD M"),
    ])
    func `a word remains even when the name is only a title`(_ written: String, _ kept: String) {
        #expect(NameSpelling.canonical(written) == kept)
    }

    @Test(arguments: ["", " ", ".", "-", "''", ",", ", ,", "27", "().", "\u{a0}", "987"])
    func `a text without letters is no name`(_ written: String) {
        #expect(NameSpelling.canonical(written) == "")
    }

    @Test(arguments: [
        ("Nu'man", "NUMAN"), ("Nu\u{2019}man", "NUMAN"), ("Nu`man", "NUMAN"), ("Ma'ruf", "MARUF"),
        ("\"Budi\"", "BUDI"), ("José", "JOSE"), ("JOSÉ", "JOSE"), ("Jose\u{301}", "JOSE"),
        ("Andre\u{301}as", "ANDREAS"), ("Ayu Këti", "AYU KETI"), ("Ñoño", "NONO"), ("Zoë", "ZOE"),
        ("François", "FRANCOIS"), ("Straße", "STRASE"),
    ])
    func `apostrophes and accents do not part words`(_ written: String, _ canonical: String) {
        #expect(NameSpelling.canonical(written) == canonical)
    }

    @Test(arguments: [
        ("BUD1", "BUDI"), ("S1TI AM1NAH", "SITI AMINAH"), ("R0HMAN", "ROHMAN"), ("4HMAD", "AHMAD"),
        ("D3WI", "DEWI"), ("5ITI", "SITI"),
    ])
    func `digits that stand for letters are letters`(_ written: String, _ canonical: String) {
        #expect(NameSpelling.canonical(written) == canonical)
    }

    @Test func `a comma before the name does not swallow it`() {
        #expect(NameSpelling.canonical(", Budi Santoso") == "BUDI SANTOSO")
    }

    @Test func `a very long name is cut, not refused`() {
        let long = String(repeating: "Abcdefghij ", count: 400)
        let canonical = NameSpelling.canonical(long)
        #expect(canonical.hasPrefix("ABCDEFGHIJ ABCDEFGHIJ "))
        #expect(canonical.utf8.count { $0 != 32 } <= NameSpelling.maximumLength)
        #expect(NameSpelling.canonical(String(repeating: "x", count: 5_000)).utf8.count == 96)
    }

    @Test func `any mixture of words gives plain capitals with single blanks`() {
        var generator = SeededGenerator(seed: 21)
        let words = [
            "Budi", "Siti", "H.", "Drs.", "M.", "Moh", "Nur", "A'isyah", "de", "S.Pd", "SE", "José",
            "O'Neil", "Al-Amin", "M", "Hj", "Ibu", "T", "S", "E", "Pd", "I", "Alm",
        ]
        var wrong: [String] = []
        for _ in 0..<5_000 {
            let count = Int.random(in: 1...6, using: &generator)
            let written = (0..<count).compactMap { _ in words.randomElement(using: &generator) }
                .joined(separator: " ")
            let once = NameSpelling.canonical(written)
            let plain = once.utf8.allSatisfy { ($0 >= 65 && $0 <= 90) || $0 == 32 }
            let isSingleSpaced = !once.contains("  ") && once.first != " " && once.last != " "
            if !plain || !isSingleSpaced || once.isEmpty { wrong.append(written) }
        }
        #expect(wrong == [])
    }

    @Test func `random bytes never stop it`() {
        var generator = SeededGenerator(seed: 22)
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...130, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            var target: [UInt8] = []
            NameSpelling.appendCanonical(bytes.span, to: &target)
            if target.count > 120 { Issue.record("\(target.count) bytes from \(bytes)") }
        }
    }
}
