import Civic
import Intake
import Testing

/// Lists without a header, or with headings that nobody would guess.
struct BareListTests {
    @Test func `columns are told by what they hold`() throws {
        let reading = try Reading(
            """
            1,3275011708850001,Budi Santoso,17-08-1985,L,081234567890
            2,3275014507900003,Siti Aminah,05-07-1990,P,081234567891
            3,3275014507900004,Ani Lestari,05-07-1990,P,081234567892
            """)
        let first = try #require(reading.people.first)
        #expect(reading.people.map(\.row) == [1, 2, 3])
        #expect(first.nik == "3275011708850001")
        #expect(first.name == "Budi Santoso")
        #expect(first.birth == "1985-08-17")
        #expect(first.sex == .male)
        #expect(first.phone == "081234567890")
        #expect(reading.counts.read == 3)
        #expect(reading.rejects == [])
    }

    @Test func `sixteen digits below an unknown heading are the number`() throws {
        let reading = try Reading(
            """
            Kolom 1,Kolom 2
            3275011708850001,Budi Santoso
            3275014507900003,Siti Aminah
            3275014507900004,Ani Lestari
            """)
        #expect(reading.people.map(\.nik).compactMap(\.self).count == 3)
        #expect(reading.people.map(\.name) == ["Budi Santoso", "Siti Aminah", "Ani Lestari"])
        #expect(reading.counts.repeatedOrEmpty == 1)
        #expect(reading.delivery.headings == ["Kolom 1", "Kolom 2"])
    }

    @Test func `of two columns of sixteen digits the one that repeats is the family card`() throws {
        let reading = try Reading(
            """
            3275010101200001;3275011708850001;Budi Santoso
            3275010101200001;3275014507900003;Siti Aminah
            3275010101200001;3275014507900004;Ani Lestari
            3275010202200002;3275015507900005;Dewi Lestari
            """)
        #expect(
            reading.people.map(\.nik) == [
                "3275011708850001", "3275014507900003", "3275014507900004", "3275015507900005",
            ])
        #expect(reading.rows.map(\.familyCard).first == 3_275_010_101_200_001)
    }

    @Test func `a heading nobody knows is helped out by the cells`() throws {
        let reading = try Reading(
            """
            Nama,Identitas Warga Nomor
            Budi Santoso,3275011708850001
            Siti Aminah,3275014507900003
            """)
        #expect(reading.people.map(\.nik) == ["3275011708850001", "3275014507900003"])
    }

    @Test func `a table of anything else is refused with a remedy`() {
        let problem = #expect(throws: Problem.self) {
            try Reading("Kode,Harga\nA1,12000\nB2,13000\n").counts.read
        }
        #expect(problem?.code == "file-without-people")
        #expect(problem?.spot?.file == "usulan.csv")
    }

    @Test func `a header below the tenth row is no header`() throws {
        let title = (0..<100).map { "bagian \($0)\n" }.joined()
        #expect(throws: Problem.self) {
            try Reading("\(title)NIK,Nama\n3275011708850001,Budi\n").counts.read
        }
    }
}
