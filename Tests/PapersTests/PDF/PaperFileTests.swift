import Civic
import FoundationEssentials
import Papers
import Testing

/// What holds for every paper, whatever it says.
@Suite struct PaperFileTests {
    /// One of each kind.
    private static let papers: [(name: String, paper: any FlowPaper)] = [
        ("annex", Samples.annex(70)), ("decree", Samples.decreePaper),
        ("amendment", Samples.amendment(14)), ("handover", Samples.handover(21)),
        ("receipt", Samples.receipt(.money)), ("proof", Samples.receipt(.proof)),
        ("payment", Samples.payment(40)), ("verification", Samples.verification),
        ("reconciliation", Samples.reconciliation(38)), ("letter", Samples.letter(3)),
        ("report", Samples.report),
    ]

    private static let pages = [
        "annex": 3, "decree": 2, "amendment": 3, "handover": 2, "receipt": 1, "proof": 1,
        "payment": 2, "verification": 2, "reconciliation": 3, "letter": 1, "report": 4,
    ]

    @Test func `the same values give the same bytes, in a file and in memory`() throws {
        let folder = try TemporaryFolder()
        for (name, paper) in Self.papers {
            let first = try paper.pdf()
            let path = folder.file("\(name).pdf")
            let pages = try paper.pdf(to: path)
            #expect(try [UInt8](Data(contentsOf: URL(filePath: path))) == first, "\(name)")
            #expect(pages == Self.pages[name], "\(name)")
        }
        let cards = Samples.cards(13)
        let path = folder.file("cards.pdf")
        #expect(try cards.pdf(to: path) == 4)
        #expect(try [UInt8](Data(contentsOf: URL(filePath: path))) == cards.pdf())
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count == Self.papers.count + 1)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `papers can be set beside each other`() async throws {
        let alone = try Samples.annex(200).pdf()
        let all = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 { group.addTask { try Samples.annex(200).pdf() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(all.count == 8 && all.allSatisfy { $0 == alone })
    }

    @Test func `each page tells its number and the paper's`() throws {
        for (name, paper) in Self.papers {
            let read = try ReadPaper(try paper.pdf())
            #expect(read.drawn.count == Self.pages[name], "\(name)")
            let number = ReadPaper.squeezed(paper.flow.footer.number)
            for (index, page) in read.drawn.enumerated() {
                let foot = "\(number)Halaman\(index + 1)dari\(read.drawn.count)"
                #expect(page.hasSuffix(foot), "\(name), page \(index + 1)")
            }
            let last = try #require(read.drawn.last)
            #expect(last.contains("Cekkeasliansigap.contoh.go.id/v/7K4M92QX"), "\(name)")
            #expect(last.contains(Samples.digest), "\(name)")
        }
    }

    @Test func `the file tells what it is and brings its letters`() throws {
        for (name, paper) in Self.papers {
            let read = try ReadPaper(try paper.pdf())
            let (info, fonts) = (try read.info(), try read.fonts())
            #expect(info["Title"] == paper.flow.properties.title, "\(name)")
            #expect(info["Author"] == "Dinas Contoh", "\(name)")
            #expect(info["CreationDate"]?.contains("2026") == true, "\(name)")
            #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains(" yes yes yes ") })
            let family = paper.flow.text.typeface == .legal ? "URWBookman" : "LiberationSans"
            #expect(fonts.allSatisfy { $0.contains(family) }, "\(name)")
            let size = paper.flow.size
            let shown = try #require(info["Page size"]).split(separator: " ")
            #expect(abs((Double(shown[0]) ?? 0) - size.width) < 0.1, "\(name)")
            #expect(abs((Double(shown[2]) ?? 0) - size.height) < 0.1, "\(name)")
        }
    }

    @Test func `a paper can be of A4`() throws {
        var paper = Samples.annex(3)
        paper.facts.size = .a4
        let size = try #require(try ReadPaper(try paper.pdf()).info()["Page size"])
        #expect(size.contains("(A4)"))
    }

    @Test func `says when the folder takes no file`() throws {
        let folder = try TemporaryFolder()
        let problem = #expect(throws: Problem.self) {
            try Samples.annex(1).pdf(to: folder.file("tiada/lampiran.pdf"))
        }
        #expect(problem?.code == "file-not-writable")
        #expect(problem?.spot?.file == "lampiran.pdf")
    }

    @Test func `the old file stays when the new one cannot be made`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("lampiran.pdf")
        try Data("lama".utf8).write(to: URL(filePath: path))
        var paper = Samples.annex(1)
        paper.facts.check?.address = String(repeating: "a", count: 300)
        let problem = #expect(throws: Problem.self) { try paper.pdf(to: path) }
        #expect(problem?.code == "paper-address")
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("lama".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    }
}
