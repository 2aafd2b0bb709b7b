import Civic
import Pages
import Testing

/// What a validator would say, as far as it matters here.
@Suite struct MarkupTests {
    private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img"]

    /// Names of elements that are closed wrongly or not at all.
    private static func unbalanced(_ html: String) -> [String] {
        var open: [String] = []
        var wrong: [String] = []
        for match in html.matches(of: /<(\/?)([a-zA-Z0-9]+)[^<>]*?(\/?)>/) {
            let name = String(match.2)
            if !match.1.isEmpty {
                if open.popLast() != name { wrong.append(name) }
            } else if match.3.isEmpty, !void.contains(name) {
                open.append(name)
            }
        }
        return wrong + open
    }

    @Test func `elements are balanced, ids unique and references kept`() throws {
        let templates = try PageFiles.templates()
        for page in Samples.pages {
            let html = try templates.html(of: page)
            #expect(Self.unbalanced(html).isEmpty, "\(type(of: page))")
            let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count, "\(type(of: page))")
            let wanted =
                html.matches(of: /\s(?:for|aria-labelledby)="([^"]+)"/).map { String($0.1) }
                + html.matches(of: /href="#([^"]+)"/).map { String($0.1) }
                + html.matches(of: /aria-describedby="([^"]+)"/).flatMap {
                    $0.1.split(separator: " ").map(String.init)
                }
            #expect(Set(wanted).subtracting(ids).isEmpty, "\(type(of: page))")
        }
    }

    @Test func `every page has one heading, a language, a skip link and the help panel`() throws {
        let templates = try PageFiles.templates()
        for language in Language.allCases {
            for page in Samples.pages {
                let html = try templates.html(of: page, in: language)
                #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
                #expect(html.matches(of: /<h1/).count == 1)
                #expect(html.contains("<a class=\"lompat\" href=\"#utama\">"))
                #expect(html.contains("id=\"perlu-bantuan\""))
                #expect(html.contains("href=\"tel:175\""))
            }
        }
    }

    @Test func `every field has a label and every form that changes something its token`() throws {
        let templates = try PageFiles.templates()
        for page in Samples.pages {
            let html = try templates.html(of: page)
            let fields = html.matches(of: /<(?:input|select)[^>]*>/).map { String($0.0) }
                .filter { !$0.contains("type=\"hidden\"") }
            for field in fields {
                let id = field.firstMatch(of: /\sid="([^"]+)"/)?.1
                // A label names its field, or holds it.
                let isNamed = id.map { html.contains("for=\"\($0)\"") } ?? false
                #expect(isNamed || html.contains("<label>\(field)"), "\(field)")
            }
            if type(of: page).room == .work {
                let forms = html.matches(of: /<form[^>]*method="post"/).count
                #expect(html.matches(of: /name="csrf" value="dGVz-dA"/).count == forms)
            }
        }
    }

    @Test func `answers about a person are not listed by search engines`() throws {
        let templates = try PageFiles.templates()
        let noindex = "<meta name=\"robots\" content=\"noindex\">"
        let answer = try templates.html(of: Samples.answer(.checking))
        #expect(answer.contains(noindex))
        #expect(try templates.html(of: Samples.people).contains(noindex))
        #expect(try !templates.html(of: HomePage(figures: nil)).contains(noindex))
    }

    /// Raw bytes; compressed they are about a quarter.
    @Test func `pages are light`() throws {
        let templates = try PageFiles.templates()
        for page in Samples.publicPages {
            let size = try templates.html(of: page).utf8.count
            #expect(size < 16_000, "\(type(of: page))")
        }
        #expect(try templates.html(of: CheckFormPage()).utf8.count < 6000)
        #expect(try templates.html(of: Samples.dashboard).utf8.count < 32_000)
        #expect((PageFiles.text("pages/assets/sigap.css") ?? "").utf8.count < 36_000)
        let hundred = PeoplePage(
            filter: PeopleFilter(), choices: Samples.choices, searched: nil, total: 31_204,
            rows: (0..<100).map { Samples.rows[$0 % Samples.rows.count] }, previousHref: nil,
            nextHref: nil)
        #expect(try templates.html(of: hundred).utf8.count < 100_000)
    }
}
