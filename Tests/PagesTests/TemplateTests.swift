import Civic
import Pages
import Testing

@Suite struct TemplateTests {
    /// Every sample page in every language, both ways.
    private static func rendered<P: Page>(
        _ page: P, _ language: Language, _ reading: TemplateReading
    ) throws -> (html: String, slow: SlowRendering, view: View) {
        let frame = P.room == .work ? Samples.work(language) : Samples.open(language)
        let html = try PageFiles.templates().render(page, in: frame)
        let say = Speech(
            try PageFiles.words(), try PageFiles.statuses(), of: frame.site, in: language)
        let view = page.view(say).with(frame.view(for: page, say))
        var slow = SlowRendering(reading, say)
        slow.render(P.template, [view])
        return (html, slow, view)
    }

    private static func reading() throws -> TemplateReading {
        let names = try PageFiles.templateNames()
        return TemplateReading(
            Dictionary(uniqueKeysWithValues: names.map { ($0, PageFiles.template($0) ?? "") }))
    }

    private static func withoutBlanks(_ text: String) -> String {
        text.filter { !$0.isWhitespace }
    }

    private static func names(in view: View) -> Set<String> {
        view.values.reduce(into: []) { names, pair in
            names.insert(pair.key)
            switch pair.value {
            case .list(let views):
                for view in views { names.formUnion(self.names(in: view)) }
            case .part(let view): names.formUnion(view.map(self.names) ?? [])
            case .text, .flag: break
            }
        }
    }

    @Test func `every tag is filled and every value is shown, as a second reading confirms`() throws
    {
        let reading = try Self.reading()
        var visited: Set<TemplateReading.Place> = []
        var given: Set<String> = []
        for language in Language.allCases {
            for page in Samples.pages {
                let result = try Self.rendered(page, language, reading)
                #expect(result.slow.unknown.isEmpty, "\(type(of: page))")
                #expect(
                    Self.withoutBlanks(result.html) == Self.withoutBlanks(result.slow.html),
                    "\(type(of: page))")
                visited.formUnion(result.slow.visited)
                given.formUnion(Self.names(in: result.view))
            }
        }
        #expect(reading.places.subtracting(visited).isEmpty, "tags that no sample reaches")
        let tags = try PageFiles.templateNames().reduce(into: Set<String>()) { tags, name in
            let all = try TemplateTag.all(in: PageFiles.template(name) ?? "", of: name)
            tags.formUnion(all.map(\.name))
        }
        #expect(given.subtracting(tags).isEmpty, "values that no template shows")
    }

    @Test func `every template file belongs to a page or is used by one`() throws {
        var used = Set(PageTemplates.pages.map { $0.template })
        for name in try PageFiles.templateNames() {
            for tag in try TemplateTag.all(in: PageFiles.template(name) ?? "", of: name)
            where tag.kind == .partial || tag.kind == .parent {
                used.insert(tag.name)
            }
        }
        #expect(try PageFiles.templateNames() == used)
        let sampled = Set(Samples.pages.map { type(of: $0).template })
        #expect(sampled == Set(PageTemplates.pages.map { $0.template }))
    }

    @Test(arguments: [
        "{{{name}}}", "{{&name}}", "{{=<% %>=}}", "{{a.b}}", "{{upper(name)}}", "{{>*name}}",
        "{{% CONTENT_TYPE:TEXT}}", "{{}}", "{{open", "{{na me}}",
    ])
    func `refuses what could show text raw or unchecked`(text: String) {
        #expect(throws: Problem.self) { try TemplateTag.all(in: "<p>\n\(text)", of: "x") }
    }

    @Test func `names template and line of a bad tag`() throws {
        let problem = #expect(throws: Problem.self) {
            try TemplateTag.all(in: "<p>\n<b>\n{{{x}}}", of: "home")
        }
        #expect(problem?.spot == Spot(file: "home.mustache", row: 3))
        #expect(problem?.code == "page-template")
    }

    @Test(arguments: ["{{no-such-word}}", "{{>no-such-template}}", "{{#open}}never closed"])
    func `fails at loading`(addition: String) throws {
        let words = try PageFiles.words()
        let statuses = try PageFiles.statuses()
        #expect(throws: Problem.self) {
            try PageTemplates(words: words, statuses: statuses) { name in
                PageFiles.template(name).map { $0 + addition }
            }
        }
    }

    @Test(arguments: [
        "{{misspelt}}", "{{#misspelt}}x{{/misspelt}}", "{{home-accident-more}}{{tile}}",
    ])
    func `fails at rendering instead of showing nothing`(addition: String) throws {
        let templates = try PageTemplates(
            words: PageFiles.words(), statuses: PageFiles.statuses()
        ) { name in
            PageFiles.template(name).map { name == "base" ? $0 + addition : $0 }
        }
        #expect(throws: Problem.self) {
            try templates.render(HelpPage(), in: Samples.open())
        }
    }

    @Test func `says which template is missing`() throws {
        let words = try PageFiles.words()
        let statuses = try PageFiles.statuses()
        let problem = #expect(throws: Problem.self) {
            try PageTemplates(words: words, statuses: statuses) { name in
                name == "badge" ? nil : PageFiles.template(name)
            }
        }
        #expect(problem?.spot?.file == "badge.mustache")
    }
}
