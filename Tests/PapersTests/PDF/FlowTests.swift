import Civic
import Papers
import Testing

@Suite struct FlowTests {
    private func flow(_ blocks: [Block]) -> Flow {
        var flow = Flow(
            properties: PaperProperties(title: "Uji", author: "Uji", created: Samples.day),
            text: TextStyle(.letter, 11), footer: Footer(number: "KAKI"))
        flow.add(blocks)
        return flow
    }

    private func numbered(_ count: Int, _ mark: String = "kata") -> String {
        (0..<count).map { "\(mark)\($0)" }.joined(separator: " ")
    }

    private let table = PaperTable(
        columns: [PaperColumn("Kepala", 1), PaperColumn("Isi", 1)],
        rows: (0..<200).map { ["baris\($0)", "isi\($0)"] })

    @Test func `text goes on over the page, word for word`() throws {
        let read = try ReadPaper(try flow([.paragraph(Paragraph(numbered(2000)))]).pdf())
        #expect(read.pages.count > 2)
        let text = read.drawn.enumerated().map { index, page in
            page.replacing("KAKIHalaman\(index + 1)dari\(read.drawn.count)", with: "")
        }
        #expect(text.joined() == ReadPaper.squeezed(numbered(2000)))
    }

    /// A paragraph of three lines after so many others, on every possible place of the page.
    @Test func `no line of a paragraph stands alone on a page`() throws {
        for before in 35..<48 {
            let lines = (0..<before).map { Block.paragraph(Paragraph("baris \($0)", before: 6)) }
            let text = numbered(34, "akhir")
            let read = try ReadPaper(try flow(lines + [.paragraph(Paragraph(text))]).pdf())
            for page in read.pages {
                let own = page.split(separator: "\n").count { $0.contains("akhir") }
                #expect(own != 1, "after \(before)")
            }
        }
    }

    @Test func `signatures stay whole and are never alone`() throws {
        let signers = [Signer(office: ["Jabatan,"], name: "PENANDATANGAN", below: ["NIP1"])]
        for rows in 40..<56 {
            let table = PaperTable(
                columns: [PaperColumn("Kepala", 1)], rows: (0..<rows).map { ["baris\($0)"] })
            let end = Signatures(opening: ["TEMPAT"], signers: signers)
            let read = try ReadPaper(try flow([.table(table), .signatures(end)]).pdf())
            let last = try #require(read.pages.last)
            for word in ["TEMPAT", "Jabatan,", "PENANDATANGAN", "NIP1", "baris\(rows - 1)"] {
                #expect(last.contains(word), "\(word) after \(rows) rows")
            }
        }
    }

    @Test func `a heading is never the last on its page`() throws {
        for before in 44..<56 {
            let lines = (0..<before).map { Block.paragraph(Paragraph("baris \($0)", before: 2)) }
            let blocks = lines + [.paragraph(.heading("JUDUL")), .table(table)]
            let read = try ReadPaper(try flow(blocks).pdf())
            let page = try #require(read.pages.first { $0.contains("JUDUL") })
            #expect(page.contains("Kepala") && page.contains("baris0"), "after \(before)")
        }
    }

    @Test func `a page may hold so many rows and no more`() throws {
        let table = table.with { $0.rowsPerPage = 20 }
        let read = try ReadPaper(try flow([.table(table)]).pdf())
        #expect(read.pages.count == 10)
        #expect(read.pages.allSatisfy { $0.matches(of: /baris\d/).count == 20 })
    }

    @Test func `a row that no page can hold is refused with its place`() {
        let problem = #expect(throws: Problem.self) {
            try flow([
                .table(PaperTable(columns: [PaperColumn("A", 1)], rows: [["a"], [numbered(4000)]]))
            ]).pdf()
        }
        #expect(problem?.code == "paper-row")
        #expect(problem?.spot?.row == 2)
    }

    @Test func `an emblem that is no picture is refused`() {
        let letterhead = Letterhead(.agency, government: "A", emblem: [1, 2, 3])
        let problem = #expect(throws: Problem.self) { try flow([.letterhead(letterhead)]).pdf() }
        #expect(problem?.code == "paper-emblem")
    }

    @Test(arguments: [Letterhead.Form.agency, .head])
    func `an emblem takes its room and no more`(form: Letterhead.Form) throws {
        // One dark point (PNG).
        let point: [UInt8] = [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48,
            0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00,
            0x00, 0x1F, 0x15, 0xC4, 0x89, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x44, 0x41, 0x54, 0x78,
            0x9C, 0x63, 0x60, 0x60, 0x60, 0xF8, 0x0F, 0x00, 0x01, 0x04, 0x01, 0x00, 0x5F, 0xE5,
            0xC3, 0x4B, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
        ]
        let letterhead = Letterhead(form, government: "PEMERINTAH", office: "DINAS", emblem: point)
        let plain = Letterhead(form, government: "PEMERINTAH", office: "DINAS")
        let bytes = try flow([.letterhead(letterhead)]).pdf()
        #expect(bytes != (try flow([.letterhead(plain)]).pdf()))
        #expect(try ReadPaper(bytes).running.hasPrefix("PEMERINTAH DINAS"))
    }

    @Test(arguments: [
        "satu\u{202E}dua", "satu\u{200F}dua", "satu\tdua", "satu\u{1}dua", "satu\0dua",
        "satu\u{85}dua", "satu\u{A0}dua", "satu\u{2028}dua",
    ])
    func `no sign of a list can turn or hide a line`(text: String) throws {
        let read = try ReadPaper(try flow([.paragraph(Paragraph(text))]).pdf())
        #expect(read.running == "satu dua KAKI Halaman 1 dari 1")
    }

    @Test func `a blank at the head of a page is dropped`() throws {
        let blocks: [Block] = [
            .paragraph(Paragraph("satu")), .newPage, .space(500), .space(500),
            .paragraph(Paragraph("dua")),
        ]
        let read = try ReadPaper(try flow(blocks).pdf())
        #expect(read.pages.count == 2)
        #expect(read.drawn[1].hasPrefix("dua"))
    }
}
