import Civic
import Testing

struct SoundKeyTests {
    @Test(arguments: [
        ["SUKARNO", "SOEKARNO"], ["JAELANI", "DJAELANI", "JAILANI", "JAYLANI"],
        ["CAHYA", "TJAHYA"], ["ACHMAD", "AHMAD", "AKHMAD", "AHMAT"],
        ["FEBRI", "PEBRI", "VEBRI"], ["SYARIF", "SARIF", "SYARIP", "SJARIF"],
        ["SYAIFUL", "SAIFUL", "SAEFUL", "SAEPUL"], ["KHAIRUL", "CHAIRUL", "HAIRUL"],
        ["RACHMAT", "RAHMAT", "RAHMAD"], ["ZAENAL", "ZAINAL", "SAENAL"], ["YUSUF", "YUSUP"],
        ["QOMAR", "KOMAR", "KOMAAR"], ["MUHAMAD", "MUHAMMAD"], ["SHINTA", "SINTA"],
        ["DHARMA", "DARMA"], ["THORIQ", "TORIK"], ["NURUL", "NOERUL"],
        ["ROSYID", "ROSID", "ROSIT"],
        ["PANJI", "PANDJI"], ["SONYA", "SONIA"], ["ANJANI", "ANDJANI"], ["DEWI", "DEWY"],
        ["DENY", "DENI", "DENNY"],
    ])
    func `sounds the same in every spelling`(_ spellings: [String]) {
        #expect(Set(spellings.map { SoundKey.of($0) }).count == 1, "\(spellings)")
    }

    @Test(arguments: [
        ("BUDI", "RUDI"), ("SITI", "SRI"), ("PANJI", "PANI"), ("DEWI", "DEDI"), ("ANI", "ANA"),
        ("JAJANG", "CACANG"), ("AHMAD", "AMIR"), ("GANJAR", "GANAR"), ("SARI", "CARI"),
    ])
    func `sounds different`(_ one: String, _ other: String) {
        #expect(SoundKey.of(one) != SoundKey.of(other))
    }

    @Test func `an empty word has no sound`() {
        #expect(SoundKey.of("") == 0)
    }

    @Test func `twelve sounds decide`() {
        #expect(SoundKey.of("KUSUMANINGTYAS") == SoundKey.of("KUSUMANINGTYASARI"))
        #expect(SoundKey.of(String(repeating: "AB", count: 500)) < 1 << 60)
    }

    /// A reader that rewrites the whole word rule by rule instead of letter by letter.
    @Test func `agrees with rewriting rule by rule`() {
        var generator = SeededGenerator(seed: 23)
        let syllables = [
            "SOE", "SU", "DJA", "JA", "TJI", "CI", "ACH", "AH", "FA", "PA", "VI", "SYA", "SA",
            "KHO",
            "NYA", "NJA", "DHI", "THA", "OE", "AE", "E", "O", "Z", "Q", "X", "Y", "D", "H", "RR",
            "M",
        ]
        var wrong: [String] = []
        for _ in 0..<20_000 {
            let count = Int.random(in: 1...5, using: &generator)
            let word = (0..<count).compactMap { _ in syllables.randomElement(using: &generator) }
                .joined()
            if SoundKey.of(word) != SlowSounds.key(of: word) { wrong.append(word) }
        }
        #expect(wrong == [])
    }
}

private enum SlowSounds {
    private static let pairs: [(String, String)] = [
        ("OE", "U"), ("DJ", "J"), ("TJ", "C"), ("SY", "S"), ("SJ", "S"), ("KH", ""), ("CH", ""),
        ("DH", "D"), ("TH", "T"),
    ]
    private static let letters: [Character: String] = [
        "H": "", "F": "P", "V": "P", "Z": "S", "Q": "K", "X": "S", "Y": "I", "E": "I", "O": "U",
    ]

    static func key(of word: String) -> UInt64 {
        var rest = Substring(word)
        var sounds = ""
        while let first = rest.first {
            let pair = pairs.first { rest.hasPrefix($0.0) }
            var sound = pair?.1 ?? letters[first] ?? String(first)
            if pair == nil, rest == "D" { sound = "T" }
            sounds += sound
            rest = rest.dropFirst(pair == nil ? 1 : 2)
        }
        var single = ""
        for sound in sounds where sound != single.last { single.append(sound) }
        return single.utf8.prefix(12).reduce(0) { $0 << 5 | UInt64($1 & 31) }
    }
}
