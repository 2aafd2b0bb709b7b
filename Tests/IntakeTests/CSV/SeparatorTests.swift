import Intake
import Testing

struct SeparatorTests {
    private func separator(of text: String) -> Character {
        Character(Unicode.Scalar(Dialect.separator(of: Array(text.utf8).span)))
    }

    @Test(arguments: [",", ";", "\t", "|"] as [Character])
    func `is told from the first lines`(_ separator: Character) {
        let lines = [
            ["NIK", "Nama", "Alamat"], ["3275011708850001", "Budi", "Jl. Mawar"],
            ["3275014507900003", "Siti", "Jl. Melati"],
        ]
        let text = lines.map { $0.joined(separator: "\(separator)") }.joined(separator: "\r\n")
        #expect(self.separator(of: text) == separator)
        #expect(self.separator(of: "\u{feff}" + text) == separator)
    }

    @Test func `commas and points inside cells do not mislead`() {
        let text = """
            DAFTAR USULAN, KELURAHAN BEKASI JAYA, RW 005
            NIK;Nama;Alamat
            3275011708850001;Budi, S.Pd;Jl. Mawar, No. 3, RT 003/011
            3275014507900003;Siti;Jl. Melati
            3275014507900004;Ani;Jl. Melati, No. 9
            """
        #expect(separator(of: text) == ";")
    }

    @Test func `separators inside quotes do not count`() {
        let text = """
            "a;b;c;d","e"
            "a;b;c;d","e"
            "a;b;c;d","e"
            "a;b;c;d","e"
            """
        #expect(separator(of: text) == ",")
    }

    @Test func `line breaks and stray quotes inside cells do not mislead`() {
        let broken = """
            NIK;Nama;Alamat
            1;"Ani
            Lestari";"Jl. Mawar, No. 3, RT 3, RW 4
            Bekasi"
            2;Budi "si jago;Jl. Melati
            3;"Siti;Jl. Melati
            4;Eko;Jl. Melati
            """
        #expect(separator(of: broken) == ";")
        let quoted = (0..<5).map { "\($0),\"a;b;c;d\"" }.joined(separator: "\n")
        #expect(separator(of: quoted) == ",")
    }

    @Test func `a header alone is enough`() {
        #expect(separator(of: "DAFTAR USULAN\nTAHUN 2025\nNo|NIK|Nama") == "|")
    }

    @Test(arguments: ["", "\n\n", "Nama\nBudi\nSiti"])
    func `a text without any has one all the same`(_ text: String) {
        #expect(separator(of: text) == ",")
    }
}
