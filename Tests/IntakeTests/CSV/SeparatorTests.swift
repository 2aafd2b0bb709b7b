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

    @Test(arguments: ["", "\n\n", "Nama\nBudi\nSiti"])
    func `a text without any has one all the same`(_ text: String) {
        #expect(separator(of: text) == ",")
    }
}
