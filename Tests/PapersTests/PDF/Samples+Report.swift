import Civic
import Papers

extension Samples {
    static let report = MonthlyReportPaper(
        facts: facts("Laporan bulanan"), letterhead: letterhead,
        title: "LAPORAN PELAKSANAAN PROGRAM", month: month,
        figures: [
            Figure(
                "11.663",
                "orang terlindungi pada bulan ini, 3 orang lebih sedikit daripada Februari."),
            Figure("Rp195.938.400", "iuran dibayar dari semua sumber dana."),
            Figure("89,3%", "dari penerima yang ditetapkan sudah memegang kartu."),
            Figure("1.746", "orang menunggu pembiaya."),
            Figure("4", "klaim kematian dibayar, rata-rata dalam dua hari."),
            Figure("0", "orang kehilangan perlindungan karena iuran terlambat."),
        ],
        districts: ReportTable(
            "Peserta per kecamatan",
            sentence: "Cakupan tertinggi di Kecamatan Contoh 1 dan terendah di Contoh 12.",
            PaperTable(
                columns: [
                    PaperColumn("Kecamatan", 50), PaperColumn("Ditetapkan", 27, .right),
                    PaperColumn("Aktif", 27, .right), PaperColumn("Menunggu", 27, .right),
                    PaperColumn("Cakupan", 27, .right),
                ],
                rows: (1...12).map {
                    ["Contoh \($0)", "\(900 + $0)", "\(890 + $0)", "\(100 + $0)", "89,\($0 % 10)%"]
                }, totals: [PaperTotal("Jumlah", ["11.666", "11.663", "1.746", "89,3%"])]
            ).with { $0.size = 9.5 }),
        money: ReportTable(
            "Uang per sumber dana", sentence: "Tagihan dan hitungan sama; selisih Rp0.",
            PaperTable(
                columns: [
                    PaperColumn("Sumber", 40), PaperColumn("Hitungan", 30, .right),
                    PaperColumn("Tagihan", 30, .right), PaperColumn("Selisih", 22, .right),
                    PaperColumn("SP2D", 38),
                ],
                rows: [
                    [
                        "APBD", "Rp166.605.600", "Rp166.605.600", "Rp0",
                        "01234/SP2D/2026, 18 Maret 2026",
                    ],
                    ["CSR", "Rp29.332.800", "Rp29.332.800", "Rp0", "–"],
                ],
                totals: [PaperTotal("Jumlah", ["Rp195.938.400", "Rp195.938.400", "Rp0", ""])]
            ).with { $0.size = 9.5 }),
        cases: [
            ReportTable(
                "Klaim", sentence: "Empat klaim selesai, satu berjalan.",
                PaperTable(
                    columns: [PaperColumn("Jenis", 60), PaperColumn("Jumlah", 30, .right)],
                    rows: [["Kematian", "4"], ["Kecelakaan kerja", "1"]]
                ).with { $0.size = 9.5 }),
            ReportTable(
                "Sanggahan", sentence: "Tidak ada sanggahan baru.",
                PaperTable(
                    columns: [PaperColumn("Alasan", 60), PaperColumn("Jumlah", 30)], rows: [])),
        ],
        matters: [
            ReportMatter(
                "SIPD gangguan tiga hari sehingga SP2D terlambat.",
                action: "Nomor tagihan dicatat lebih dahulu; dibayar sebelum batas aman.")
        ], opening: ["Contoh, 5 April 2026"], signer: head)
}
