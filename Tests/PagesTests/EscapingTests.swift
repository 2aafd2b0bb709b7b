import Civic
import Pages
import Testing

@Suite struct EscapingTests {
    /// Ends of attributes and elements, with marks that stick to them.
    static let nasty = [
        "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' autofocus onfocus='x",
        "\"\u{301} onclick=alert(1) x=\u{301}\"", "<\u{338}img src=x>", "a&b&amp;c", "{{token}}",
        "\u{0}<b>", "</title><script>",
    ]

    private static func page(named name: String) throws -> String {
        let row = PeoplePage.Row(
            number: "BKS-7K4M-92", name: name, nik: nil, village: name,
            occupation: Phrase(name, en: name), decile: nil, status: "terpilih", rank: nil,
            reasons: [Phrase(name, en: name)])
        let page = PeoplePage(
            filter: PeopleFilter(district: name), choices: Samples.choices, searched: name,
            total: 1, rows: [row], previousHref: nil, nextHref: nil)
        return try PageFiles.templates().render(page, in: Samples.work())
    }

    @Test(arguments: nasty)
    func `text never leaves its place`(text: String) throws {
        let calm = try Self.page(named: "Siti")
        let html = try Self.page(named: text)
        // The structure of a page does not depend on what it shows.
        func skeleton(_ html: String) -> [UInt8] {
            html.utf8.filter { "<>\"'".utf8.contains($0) }
        }
        #expect(skeleton(html) == skeleton(calm))
        #expect(!html.utf8.contains(0))
    }

    @Test func `no page has inline scripts, styles or event handlers`() throws {
        let templates = try PageFiles.templates()
        for page in Samples.pages {
            let html = try templates.html(of: page)
            let own = /<script src="\/aset\/[a-z]+\.js(\?v=[0-9a-z]+)?" defer><\/script>/
            #expect(!html.replacing(own, with: "").contains("<script"))
            #expect(!html.contains(" style="))
            #expect(!html.contains("javascript:"))
            #expect(!html.contains("{{"))
            #expect(html.firstRange(of: /<[^>"]*("[^"]*"[^>"]*)*\son[a-z]+=/) == nil)
            // Only links the reader chooses lead elsewhere.
            #expect(html.firstRange(of: /(src|action)="https?:/) == nil)
        }
    }
}

extension PageTemplates {
    /// The page in the frame it belongs to.
    func html<P: Page>(of page: P, in language: Language = .indonesian) throws -> String {
        try render(page, in: P.room == .work ? Samples.work(language) : Samples.open(language))
    }
}
