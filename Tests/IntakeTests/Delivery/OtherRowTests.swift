import Civic
import Intake
import Testing

/// Rows that are no person: titles, headers of printed pages, column numbers, totals, blanks.
struct OtherRowTests {
    private func read(_ rows: String) throws -> Reading {
        try Reading("No,NIK,Nama,Alamat\n\(rows)\n1,3275011708850001,Budi Santoso,Jl. Mawar\n")
    }

    @Test(arguments: [
        "No,NIK,Nama,Alamat", "NO,NIK,NAMA,ALAMAT", "no.,nik,nama,alamat", "No,NIK,Nama,",
        "1,2,3,4", ",,,", "", " , ,\u{a0},", "-,-,-,-", ".,N/A,-,null", "TOTAL,,,125",
        ",Jumlah,,125",
        "JUMLAH : 125 orang,,,", ",,Total,125", ",,JUMLAH PESERTA,125", "Jumlah Peserta,,,125",
        ",,Grand Total,125", "Total peserta = 40,,,", ",,SUB TOTAL,12", "3,,JUMLAH,",
        "TOTAL KESELURUHAN,,,1.250", "Jumlah seluruhnya,,,",
    ])
    func `is no person`(_ row: String) throws {
        let reading = try read(row)
        #expect(reading.people.map(\.row) == [3])
        #expect(reading.counts.repeatedOrEmpty == 2)
        #expect(reading.counts.rejected == 0)
        #expect(reading.rejects == [])
        #expect(reading.counts.addUp)
    }

    @Test(arguments: [
        "2,3275014507900003,Siti Aminah,", ",,Siti Aminah,", "2,,TOTALIA SARI,", "2,,JUMLAHWATI,",
        "2,,GRANDI TOTALA,", "2,3275014507900003,,", "2,,Nama Saya,Alamat", "2,,Rekapita,",
        "2,3275014507900003,Jumlah Sari,Jl. Mawar",
    ])
    func `is a person all the same`(_ row: String) throws {
        let reading = try read(row)
        #expect(reading.people.map(\.row) == [2, 3])
        #expect(reading.counts.addUp)
    }

    @Test(arguments: ["2,,,Jl. Mawar", "2,123,,", "2,,123,", "x,,,"])
    func `says something, but not who`(_ row: String) throws {
        let reading = try read(row)
        #expect(reading.people.map(\.row) == [3])
        #expect(reading.counts.rejected == 1)
        #expect(reading.rejects.count == 1)
        #expect(reading.rejects.allSatisfy { $0.hasPrefix("2 ") })
        #expect(reading.counts.addUp)
    }

    @Test func `records are numbered as a spreadsheet shows them`() throws {
        let text = [
            "DAFTAR USULAN", "", "No;NIK;Nama;Alamat", "1;2;3;4",
            "1;3275011708850001;Budi;\"Jl. Mawar\nRT 3\n\nRW 4\"", "",
            "No;NIK;Nama;Alamat", "2;3275014507900003;Siti;Jl. Melati", "JUMLAH;;2;",
            "3;3275014507900004;Ani;",
        ].joined(separator: "\r\n")
        let reading = try Reading(text)
        #expect(reading.people.map(\.row) == [5, 8, 10])
        #expect(reading.counts.read == 10)
        #expect(reading.counts.linked == 3)
        #expect(reading.counts.repeatedOrEmpty == 7)
    }
}
