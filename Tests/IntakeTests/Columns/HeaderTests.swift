import Civic
import Intake
import Testing

/// Where the header stands and what its columns are called may be anything that offices do.
struct HeaderTests {
    private let budi = "3275011708850001"

    @Test(arguments: 0...9)
    func `the header stands anywhere in the first ten rows`(_ above: Int) throws {
        let title = (0..<above).map { "DAFTAR USULAN PENERIMA BAGIAN \($0)\n" }.joined()
        let reading = try Reading("\(title)NIK,Nama\n\(budi),Budi Santoso\n")
        #expect(reading.people.map(\.name) == ["Budi Santoso"])
        #expect(reading.people.map(\.row) == [above + 2])
        #expect(reading.counts.repeatedOrEmpty == above + 1)
        #expect(reading.counts.addUp)
    }

    @Test func `blank rows in the title block are rows`() throws {
        let reading = try Reading("DAFTAR\n\n,,\nNo,NIK,Nama\n1,\(budi),Budi\n")
        #expect(reading.people.map(\.row) == [5])
        #expect(reading.counts.repeatedOrEmpty == 4)
    }

    @Test(arguments: [
        "NIK,Nama", "nik,nama", "No. NIK,Nama Lengkap", "NOMOR NIK,NAMA LENGKAP", "No KTP,Nama KTP",
        "Nomor Induk Kependudukan,Nama Peserta", "N I K,N A M A", "NIK KTP,Nama Warga",
        "ID Number,Full Name", "\"NIK\n(16 angka)\",\"Nama\nLengkap\"", "NIK*,Nama*",
        "nik_,nama_lgkp",
        "NIK (sesuai KTP),Nama lengkap (sesuai KTP)", "\u{feff}NIK,Nama", " NIK ,\tNama",
    ])
    func `knows columns by many headings`(_ header: String) throws {
        let reading = try Reading("\(header)\n\(budi),Budi Santoso\n")
        #expect(reading.people.map(\.nik) == [budi])
        #expect(reading.people.map(\.name) == ["Budi Santoso"])
    }

    @Test func `columns may stand in any order among unknown ones`() throws {
        let reading = try Reading(
            """
            No,Golongan Darah,Nama,JK,Agama,Tgl Lahir,NIK,Catatan
            1,O,Budi Santoso,L,Islam,17-08-1985,\(budi),baik
            """)
        let person = try #require(reading.people.first)
        #expect(person.nik == budi)
        #expect(person.birth == "1985-08-17")
        #expect(person.sex == .male)
        #expect(reading.rejects == [])
    }

    @Test func `the first of two columns of one meaning counts`() throws {
        let reading = try Reading("NIK,Nama,NIK,Nama\n\(budi),Budi,3275014507900003,Siti\n")
        #expect(reading.people.map(\.nik) == [budi])
        #expect(reading.people.map(\.name) == ["Budi"])
    }

    @Test func `a word inside another word is no heading`() throws {
        let reading = try Reading("Nama,Teknik,Mekanik\nBudi Santoso,las,ya\nSiti Aminah,cat,ya\n")
        #expect(reading.people.map(\.name) == ["Budi Santoso", "Siti Aminah"])
        #expect(reading.rejects == [])
    }

    @Test func `more cells than headings and fewer cells than headings are no harm`() throws {
        let reading = try Reading(
            """
            NIK,Nama,JK
            \(budi),Budi Santoso
            3275014507900003,Siti Aminah,P,lebih,dari,cukup
            3275014507900004
            """)
        #expect(reading.people.map(\.nik) == [budi, "3275014507900003", "3275014507900004"])
        #expect(reading.people.map(\.sex) == [nil, .female, nil])
        #expect(reading.rejects == [])
    }

    @Test(.timeLimit(.minutes(5)))
    func `rows of a million cells are rows`() throws {
        let wide = String(repeating: ",", count: 1_000_000)
        let many = [String](repeating: wide, count: 40).joined(separator: "\n")
        for text in [
            "\(wide)\nNIK,Nama\n\(budi),Budi\n", "NIK,Nama\n\(budi),Budi\n\(wide)x\n",
            "NIK,Nama\n\(budi),Budi\n\(many)",
        ] {
            let reading = try Reading(text)
            #expect(reading.people.map(\.nik) == [budi])
            #expect(reading.counts.addUp)
        }
    }

    @Test func `names rejects by the heading or the letter of the column`() throws {
        let reading = try Reading("NIK,Nama,JK\n12,Budi,X\n")
        #expect(reading.rejects == ["2 NIK nik-length", "2 JK sex"])
        #expect(reading.rejectedValues == ["12", "X"])
        let bare = try Reading(
            """
            3275011708850001,Budi Santoso,L
            3275014507900003,Siti Aminah,P
            3275014507900004,Ani Lestari,P
            32750145079,Eko Prasetyo,L
            """)
        #expect(bare.rejects == ["4 A nik-length"])
    }
}
