import Civic
import Papers
import Testing

@Suite struct DocumentTests {
    private static let end = [
        "Cek keaslian", "sigap.contoh.go.id/v/7K4M92QX", "Kode ini bukan tanda tangan.",
        "Sidik data SHA-256: \(Samples.digest)",
    ]

    // MARK: Cards

    /// Front and back must lie on each other when the paper is turned over its long edge.
    @Test func `backs change sides`() throws {
        let read = try ReadPaper(try Samples.cards(13).pdf())
        #expect(read.pages.count == 4)
        func lines(_ page: Int, _ pattern: Regex<Substring>) -> [[String]] {
            read.pages[page].split(separator: "\n").map {
                $0.matches(of: pattern).map { String($0.output) }
            }.filter { !$0.isEmpty }
        }
        let numbers = /BKS-[0-9A-Z]{4}-\d\d/
        let phones = /0812-0000-\d+/
        func numbersOf(_ serials: [Int]) -> [String] { serials.map(Samples.number) }
        func phonesOf(_ serials: [Int]) -> [String] { serials.map { "0812-0000-0\(100 + $0)" } }
        let pairs = [[0, 1], [2, 3], [4, 5], [6, 7], [8, 9]]
        #expect(lines(0, numbers) == pairs.map(numbersOf))
        #expect(lines(1, phones) == pairs.map { phonesOf($0.reversed()) })
        #expect(lines(2, numbers) == [[10, 11], [12]].map(numbersOf))
        #expect(lines(3, phones) == [[11, 10], [12]].map(phonesOf))
        // The last card lies on the left, so its back on the right.
        let last = try #require(read.pages[3].split(separator: "\n").last { $0.contains("0112") })
        let row = try #require(read.pages[3].split(separator: "\n").first { $0.contains("0110") })
        func column(_ text: String, _ line: Substring) -> Int? {
            line.firstRange(of: text).map {
                line.distance(from: line.startIndex, to: $0.lowerBound)
            }
        }
        #expect(column("0812-0000-0112", last) == column("0812-0000-0110", row))
    }

    @Test func `a card tells what it must and no NIK`() throws {
        let sheets = Samples.cards(10)
        let read = try ReadPaper(try sheets.pdf())
        for card in sheets.cards { #expect(read.drawn[0].contains(ReadPaper.squeezed(card.name))) }
        for text in ["Berlaku sampai", "31 Desember 2026", "Siap Jaga Pekerja Informal"] {
            #expect(read.pages[0].contains(text))
        }
        for text in ["Kecelakaan?", "Telepon 175 dalam 2 hari", "Gratis. Tidak ada petugas"] {
            #expect(read.pages[1].contains(text))
        }
        #expect(read.running.firstMatch(of: /\d{16}/) == nil)
        #expect(try read.info()["Page size"]?.contains("(A4)") == true)
    }

    @Test func `no cards are no paper`() {
        let problem = #expect(throws: Problem.self) { try Samples.cards(0).pdf() }
        #expect(problem?.code == "paper-empty")
    }

    // MARK: Lists

    @Test(arguments: [1, 20, 21, 40, 500])
    func `twenty people a page sign for their cards`(people: Int) throws {
        let paper = Samples.handover(people)
        let read = try ReadPaper(try paper.pdf())
        let pages = TablePages(
            opening: ["TANDA TERIMA KARTU SIGAP"],
            heading: ["No", "Nama", "No. SIGAP", "RT/RW", "Tanggal", "Tanda tangan/cap jempol"],
            group: "KECAMATAN BEKASI TIMUR – KELURAHAN BEKASI JAYA",
            rows: paper.lines.enumerated().map {
                [NumberText.grouped($0 + 1), $1.name, $1.number, $1.neighbourhood]
            },
            closing: [
                "Jumlah: \(people) kartu", "Bekasi Jaya, ……………… 2026", "Yang menyerahkan,",
                "Petugas Contoh", "Lurah Bekasi Jaya,", "Lurah Contoh, S.Sos.",
            ] + Self.end, number: paper.facts.number)
        let rows = try pages.rowsByPage(read)
        let full = Array(repeating: 20, count: people / 20)
        #expect(rows == full + (people % 20 > 0 ? [people % 20] : []))
    }

    @Test(arguments: [1, 20, 21, 500])
    func `what is attached to an order to pay adds up`(people: Int) throws {
        let paper = Samples.payment(people * 2)
        #expect(paper.amount == Rupiah(16_800) * (people * 2))
        let read = try ReadPaper(try paper.pdf())
        let text = read.drawn.joined()
        for line in paper.parts.flatMap(\.lines) {
            let cells = [line.number, line.name, line.participant, line.village, "Rp16.800"]
            #expect(text.contains(ReadPaper.squeezed(cells)))
        }
        for part in paper.parts {
            let count = NumberText.grouped(people)
            #expect(
                text.contains(
                    ReadPaper.squeezed(
                        [part.fund, "Maret 2026", count, "Rp16.800", part.amount.description])))
        }
        let total = "Jumlah seluruhnya: \(NumberText.grouped(people * 2)) orang \(paper.amount)"
        #expect(text.contains(ReadPaper.squeezed(total)))
        let words = "\(NumberWords.text(people * 33_600)) rupiah"
        #expect(text.contains(ReadPaper.squeezed(words)))
    }

    @Test func `a change of a decree lists whom it adds, takes out and changes`() throws {
        let paper = Samples.amendment(14)
        let text = try ReadPaper(try paper.pdf()).drawn.joined()
        #expect(paper.peopleAfter == 11_666)
        for (heading, lines) in [
            ("A. Ditambahkan: 14 orang", paper.added), ("B. Dikeluarkan: 14 orang", paper.removed),
            ("C. Diubah: 7 orang", paper.changed),
        ] {
            #expect(text.contains(ReadPaper.squeezed(heading)))
            for (index, line) in lines.enumerated() {
                let cells = [
                    "\(index + 1)", line.number, line.name, line.nik?.revealed() ?? "",
                    line.village, line.before, line.after,
                ]
                #expect(text.contains(ReadPaper.squeezed(cells)))
            }
        }
    }

    // MARK: Money and minutes

    @Test(arguments: ReceiptPaper.Kind.allCases)
    func `a receipt spells its amount out on one page of A5`(kind: ReceiptPaper.Kind) throws {
        let read = try ReadPaper(try Samples.receipt(kind).pdf())
        #expect(read.pages.count == 1)
        let title = kind == .money ? "KUITANSI Nomor" : "TANDA TERIMA BUKTI BAYAR Nomor"
        for text in [
            title, "Uang sejumlah : Rp5.292.000",
            "Terbilang : Lima juta dua ratus sembilan puluh dua ribu rupiah",
            "Contoh, 12 Maret 2026", "Dra. Contoh Kepala, M.Si.",
        ] { #expect(read.running.contains(text), "\(text)") }
        #expect(read.running.contains("tidak menerima uang") == (kind == .proof))
        #expect(try read.info()["Page size"]?.hasPrefix("595.276 x 419.528") == true)
    }

    @Test func `minutes begin with the day in words`() throws {
        let text = try ReadPaper(try Samples.verification.pdf()).running
        for part in [
            "Pada hari ini, Kamis tanggal dua belas bulan Maret tahun dua ribu dua puluh enam, kami yang bertanda tangan di bawah ini:",
            "1. Nama : Operator Contoh Jabatan : Operator Kelurahan Bekasi Jaya",
            "a. diperiksa 252 orang; b. memenuhi syarat 210 orang; c. tidak memenuhi syarat 42 orang, karena: – Di luar batas usia: 20 orang",
            "d. status aktif bekerja dikonfirmasi oleh Ketua RW dan petugas Pamor.",
            "RW 010 18 15 3", "Jumlah 252 210 42",
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test func `a reconciliation names both totals, the four piles and both hashes`() throws {
        let read = try ReadPaper(try Samples.reconciliation(38).pdf())
        for part in [
            "a. jumlah dalam keputusan 11.666 orang; b. jumlah dalam berkas BPJS 11.640 orang;",
            "Cocok: 11.628 orang – Ditolak BPJS: 38 orang – Ada di BPJS tetapi tidak di keputusan: 2 orang",
            "Ada di keputusan tetapi belum di BPJS: 0 orang",
            "Sidik lampiran keputusan SHA-256: \(Samples.digest)",
            "Sidik berkas BPJS SHA-256: \(String(Samples.digest.reversed()))",
        ] { #expect(read.running.contains(part), "\(part)") }
        for serial in 0..<38 {
            #expect(read.drawn.joined().contains(ReadPaper.squeezed(Samples.name(serial))))
        }
    }

    // MARK: Letters and reports

    @Test(arguments: [1, 5, 9])
    func `a letter has one page, whatever the number of reasons`(reasons: Int) throws {
        let read = try ReadPaper(try Samples.letter(reasons).pdf())
        #expect(read.pages.count == 1)
        #expect(read.running.matches(of: /Yang dapat dilakukan:/).count == reasons)
        #expect(read.running.contains("Tembusan: 1. Lurah Bekasi Jaya 2. Arsip"))
        #expect(read.running.contains("Kepada Yth. Ibu \(Samples.name(3)) RT 003 RW 011"))
    }

    @Test func `a report has its four pages`() throws {
        let read = try ReadPaper(try Samples.report.pdf())
        #expect(read.pages.count == 4)
        for (page, texts) in [
            ["1. Ringkasan", "Rp195.938.400", "orang menunggu pembiaya."],
            ["2. Peserta per kecamatan", "Contoh 12"], ["3. Uang per sumber dana", "01234/SP2D"],
            ["4. Klaim", "Tidak ada", "SIPD gangguan tiga hari", "Kepala Dinas Tenaga Kerja,"],
        ].enumerated() {
            for text in texts { #expect(read.pages[page].contains(text), "\(text)") }
        }
    }

    @Test func `a decree is in the form of legal products`() throws {
        let text = try ReadPaper(try Samples.decreePaper.pdf()).running
        for part in [
            "KEPUTUSAN WALI KOTA CONTOH NOMOR : 500.15.1/Kep.655-Disnaker/X/2025 TENTANG PENETAPAN",
            "Menimbang : a. bahwa setiap", "Mengingat : 1. Undang-Undang Nomor 1", "MEMUTUSKAN:",
            "Menetapkan : KEPUTUSAN WALI KOTA", "KESATU : Menetapkan penerima",
            "Ditetapkan di Contoh pada tanggal 29 Oktober 2025 WALI KOTA CONTOH,",
        ] { #expect(text.contains(part), "\(part)") }
    }

    // MARK: Workbooks

    @Test func `lists are workbooks too, with the same lines`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("daftar.xlsx")
        let payment = Samples.payment(30)
        try payment.xlsx(to: path)
        var sheets = try ReadSheets(path)
        #expect(sheets.names == ["Ringkasan", "Penerima", "Keterangan"])
        #expect(sheets.rows[0][1] == ["APBD", "2026-03", "15", "16800", "252000"])
        #expect(sheets.rows[1].count == 31)
        #expect(
            sheets.rows[1][2] == [
                "2", Samples.number(1), Samples.name(1), "25001000001", "Bekasi Jaya", "16800",
                "APBD", "2026-03",
            ])
        try Samples.handover(21).xlsx(to: path)
        sheets = try ReadSheets(path)
        #expect(sheets.rows[0].count == 22)
        #expect(
            Array(sheets.rows[0][21].prefix(3)) == ["21", Samples.name(20), Samples.number(20)])
        try Samples.amendment(14).xlsx(to: path)
        sheets = try ReadSheets(path)
        #expect(sheets.names == ["Ditambahkan", "Dikeluarkan", "Diubah", "Keterangan"])
        #expect(sheets.rows.map(\.count).dropLast() == [15, 15, 8])
    }
}
