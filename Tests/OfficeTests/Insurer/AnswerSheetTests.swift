import Civic
import Programme
import Store
import Testing

@testable import Office

/// Answers are read whatever the order of their columns.
@Suite struct AnswerSheetTests {
    private func read(
        _ text: String, _ kind: InsurerFile.Kind = .result
    ) throws -> [InsurerRow] {
        try sheet().read(Array(text.utf8), name: "jawaban.csv", kind)
    }

    private func bill(_ text: String) throws -> [InsurerRow] {
        try sheet().bill(Array(text.utf8), name: "tagihan.csv")
    }

    private func sheet() throws -> AnswerSheet {
        let region = try DataFolder.find(RepositoryData.path).region("bekasi")
        let today = try #require(Day(iso: "2026-01-20"))
        return AnswerSheet(
            template: region.insurer, today: today, prefix: region.personNumberPrefix)
    }

    @Test func `columns may stand in any order below some words`() throws {
        let rows = try read(
            """
            BPJS Ketenagakerjaan;;;;
            Alasan Tolak;Nomor KPJ;Tgl Efektif;No. KTP;Status
            ;26000000001;01/02/2026;3275011708850001;DITERIMA
            sudah peserta aktif;;;3275014507900003;DITOLAK
            """)
        #expect(rows.map(\.line) == [3, 4])
        let participant = try #require(ParticipantNumber("26000000001"))
        let start = try #require(Day(iso: "2026-02-01"))
        #expect(rows[0].word == .accepted(participant: participant, from: start))
        #expect(rows[0].nik == NIK("3275011708850001"))
        #expect(rows[1].word == .refused(cause: "A4"))
    }

    @Test(arguments: [
        ("01", "", "A4"), ("1", "", "A4"), ("A7", "", "A7"), ("", "NIK tidak padan Dukcapil", "A7"),
        ("02", "sudah peserta", "A7"),
    ])
    func `codes and remarks become our reasons`(
        _ code: String, _ remark: String, _ reason: String
    ) throws {
        let rows = try read(
            """
            NIK,Status,Kode,Keterangan
            3275011708850001,DITOLAK,\(code),\(remark)
            """)
        #expect(rows.map(\.word) == [.refused(cause: reason)])
    }

    @Test(arguments: [
        (",DITERIMA,26000000001,2026-01-01,,", "no-person"),
        ("32750117088500,DITERIMA,26000000001,2026-01-01,,", "nik-length"),
        ("3275011708850001,,,,,", "no-answer"),
        ("3275011708850001,mungkin,,,,", "unknown-answer"),
        ("3275011708850001,BELUM AKTIF,26000000001,2026-01-01,,", "unknown-answer"),
        ("3275011708850001,MENUNGGU,,,,", "pending"),
        ("3275011708850001,DITERIMA,123,2026-01-01,,", "no-participant"),
        ("3275011708850001,DITERIMA,26000000001,kelak,,", "no-start"),
        ("3275011708850001,DITOLAK,,,77,", "unknown-refusal"),
    ])
    func `a row that cannot be used says why`(_ row: String, _ fault: String) throws {
        let rows = try read("NIK,Status,KPJ,TMT,Kode,Keterangan\n\(row)\n")
        #expect(rows.map(\.fault) == [fault])
        #expect(rows[0].word == nil && AnswerFault.message(fault) != nil)
    }

    @Test func `lists of a month hold amounts`() throws {
        let rows = try read(
            """
            KPJ,Nama,Iuran
            26000000001,Budi,"Rp16.800,00"
            26-000-000002,Siti,16800
            """, .members)
        #expect(rows.map(\.amount) == [Rupiah(16_800), Rupiah(16_800)])
        let strange = try read("KPJ,Iuran\n26000000001,-16.800\n26000000002,12a\n", .members)
        #expect(strange.map(\.amount) == [nil, nil])
        #expect(rows.map { $0.participant?.text } == ["26000000001", "26000000002"])
        #expect(rows.allSatisfy { $0.word != nil })
    }

    @Test(arguments: [
        ("NONAKTIF", InsurerWord.ended), ("Berhasil", .ended),
        ("Tidak ditemukan di sistem", .unknown), ("DITOLAK", .unknown),
    ])
    func `answers to ends say that cover has ended or that nobody was found`(
        _ status: String, _ word: InsurerWord
    ) throws {
        let rows = try read("KPJ,Status\n26000000001,\(status)\n", .end)
        #expect(rows.map(\.word) == [word])
        let unclear = try read("KPJ,Status\n26000000001,AKTIF\n26000000002,MENUNGGU\n", .end)
        #expect(unclear.map(\.fault) == ["unknown-answer", "pending"])
    }

    @Test func `a bill is read whole, and the row of its sum is none of its own`() throws {
        let rows = try bill(
            "NIK,Nama,Iuran\n3275011708850001,Budi,16.800\n3275014507900003,Siti,8400\n"
                + ",JUMLAH,25.200\n")
        #expect(rows.map(\.amount) == [Rupiah(16_800), Rupiah(8_400)])
        #expect(rows.map(\.word) == [.listed(participant: nil), .listed(participant: nil)])
    }

    @Test(arguments: [
        ("3275011708850001,Budi,16800\n,Siti,16801", 3),
        ("3275011708850001,Budi,16800\n3275014507900003,Siti,", 3),
        ("32750117088500,Budi,16800\n3275014507900003,Siti,16800", 2),
    ])
    func `a bill with a row that hides money is refused with the row`(
        _ text: String, _ row: Int
    ) throws {
        let problem = #expect(throws: Problem.self) { try bill("NIK,Nama,Iuran\n\(text)\n") }
        #expect(problem?.code == "bill-file-row" && problem?.spot?.row == row)
        #expect(problem?.spot?.file == "tagihan.csv")
    }

    @Test func `a bill of nobody is refused`() {
        let problem = #expect(throws: Problem.self) { try bill("NIK,Nama,Iuran\n") }
        #expect(problem?.code == "bill-file")
    }

    @Test func `a file without such columns is refused with its name`() throws {
        let problem = #expect(throws: Problem.self) { try read("Tanggal,Jumlah\n1,2\n") }
        #expect(problem?.code == "insurer-columns" && problem?.spot?.file == "jawaban.csv")
    }
}
