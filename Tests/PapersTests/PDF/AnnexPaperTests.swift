import Civic
import FoundationEssentials
import Intake
import Papers
import Testing

@Suite struct AnnexPaperTests {
    static let counts = [1, 20, 21, 500]

    private static let head = [
        "LAMPIRAN", "KEPUTUSAN WALI KOTA CONTOH",
        "NOMOR : 500.15.1/Kep.655-Disnaker/X/2025", "TANGGAL : 29 OKTOBER 2025",
        "TENTANG : PENETAPAN PENERIMA BANTUAN IURAN JAMINAN SOSIAL KETENAGAKERJAAN",
        "DAFTAR PEKERJA RENTAN PENERIMA BANTUAN IURAN JKK DAN JKM",
    ]
    private static let end = [
        "WALI KOTA CONTOH,", "NAMA WALI KOTA", "Cek keaslian", "sigap.contoh.go.id/v/7K4M92QX",
        "Kode ini bukan tanda tangan.", "Sidik data SHA-256: \(Samples.digest)",
    ]

    private func cells(_ line: AnnexLine, _ edition: AnnexEdition) -> [String] {
        let first = [NumberText.grouped(line.line), line.number, line.name]
        let secret = [line.nik?.revealed() ?? "", line.neighbourhood]
        return first + (edition == .restricted ? secret : []) + [line.occupation, line.fund]
    }

    private func pages(_ paper: AnnexPaper) -> TablePages {
        let secret = paper.edition == .restricted ? ["NIK", "RT/RW"] : []
        let people = NumberText.grouped(paper.people)
        return TablePages(
            opening: Self.head,
            heading: ["No", "Nomor SIGAP", "Nama"] + secret + ["Pekerjaan", "Sumber"],
            group: "KECAMATAN BEKASI TIMUR – KELURAHAN BEKASI JAYA",
            rows: paper.groups.flatMap(\.lines).map { cells($0, paper.edition) },
            closing: [
                "Jumlah kelurahan ini: \(people) orang", "Jumlah seluruhnya: \(people) orang",
            ] + Self.end, number: "500.15.1/Kep.655-Disnaker/X/2025")
    }

    @Test(arguments: counts, AnnexEdition.allCases)
    func `what is read from the pages is the data`(people: Int, edition: AnnexEdition) throws {
        let paper = Samples.annex(people, edition)
        let read = try ReadPaper(try paper.pdf())
        let rows = try pages(paper).rowsByPage(read)
        #expect(try read.info()["Pages"] == "\(read.drawn.count)")
        #expect(rows.reduce(0, +) == people)
        // A signature is never alone on its page.
        #expect(rows.allSatisfy { $0 > 0 })
    }

    /// The words as they stand on the page, but for the name that is too long for any cell.
    @Test func `every word is whole`() throws {
        var paper = Samples.annex(60)
        paper.groups[0].lines.removeAll { $0.name.contains("WIRJO") }
        let read = try ReadPaper(try paper.pdf())
        var rest = read.words
        for line in paper.groups[0].lines {
            // A line may end after a hyphen.
            let name = line.name.replacing("AL-FIKRI", with: "")
            for word in ReadPaper.words([line.number, name, line.nik?.revealed() ?? ""]) {
                let place = try #require(rest.firstIndex(of: word), "\(word)")
                rest.remove(at: place)
            }
        }
    }

    @Test func `without people it says so`() throws {
        let read = try ReadPaper(try Samples.annex(0).pdf())
        #expect(read.drawn.count == 1)
        #expect(read.running.contains("Tidak ada"))
        #expect(read.running.contains("Jumlah seluruhnya: 0 orang"))
    }

    @Test func `the open edition tells no NIK and no address`() throws {
        let paper = Samples.annex(60, .open)
        let read = try ReadPaper(try paper.pdf())
        for line in paper.groups[0].lines {
            #expect(read.drawn.joined().contains(line.number))
            if let nik = line.nik { #expect(!read.drawn.joined().contains(nik.revealed())) }
            if !line.neighbourhood.isEmpty { #expect(!read.running.contains(line.neighbourhood)) }
        }
        #expect(read.running.firstMatch(of: /\b\d{16}\b/) == nil)
    }

    @Test func `each kelurahan can begin a page`() throws {
        var paper = Samples.annex(30)
        let lines = paper.groups[0].lines
        paper.groups = (0..<3).map { group in
            AnnexGroup(
                place: PaperPlace(
                    district: "Contoh", village: "Desa \(group)", villageWord: "Desa"),
                lines: Array(lines[group * 10..<group * 10 + 10]))
        }
        paper.dividesPages = true
        let read = try ReadPaper(try paper.pdf())
        #expect(read.pages.count == 3)
        for (group, page) in read.pages.enumerated() {
            #expect(page.contains("KECAMATAN CONTOH – DESA DESA \(group)"))
            #expect(page.contains("Jumlah desa ini: 10 orang"))
            #expect(!page.contains("lanjutan"))
        }
    }

    @Test(arguments: AnnexEdition.allCases)
    func `the workbook has the same lines`(edition: AnnexEdition) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("lampiran.xlsx")
        let paper = Samples.annex(30, edition)
        try paper.xlsx(to: path)
        let sheets = try ReadSheets(path)
        let lines = sheets.rows[0].dropFirst()
        #expect(sheets.names == ["Lampiran", "Keterangan"])
        #expect(lines.count == 30)
        for (line, row) in zip(paper.groups[0].lines, lines) {
            #expect(row == cells(line, edition) + ["Bekasi Timur", "Bekasi Jaya"])
        }
        #expect(sheets.rows[1].contains(["Sidik data SHA-256", Samples.digest]))
    }
}
