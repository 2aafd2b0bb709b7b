import Civic
import Foundation
import Pages
import Testing

@Suite struct WordsTests {
    /// Text between quotes in the module's own files that could be a key.
    private static func literals() throws -> Set<String> {
        let folder = PageFiles.project.appending(path: "Sources/Pages")
            .resolvingSymlinksInPath()
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var literals: Set<String> = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            literals.formUnion(text.matches(of: /"([a-z]+(?:-[a-z0-9]+)+)"/).map { String($0.1) })
        }
        return literals
    }

    private static func tags() throws -> Set<String> {
        try PageFiles.templateNames().reduce(into: []) { tags, name in
            let all = try TemplateTag.all(in: PageFiles.template(name) ?? "", of: name)
            tags.formUnion(all.filter { $0.kind == .variable }.map(\.name))
        }
    }

    @Test func `every word is used and every word used exists`() throws {
        let words = try PageFiles.words()
        let literals = try Self.literals()
        let tags = try Self.tags()
        #expect(words.keys.subtracting(literals).subtracting(tags).sorted() == [])
        #expect(tags.filter(Words.isKey).subtracting(words.keys).sorted() == [])
        // Keys begin with the name of a feature; other literals with hyphens are names of
        // templates, looks and codes.
        let features = Set(words.keys.compactMap { $0.split(separator: "-").first })
        let strays = literals.subtracting(words.keys).filter { literal in
            literal.split(separator: "-").first.map(features.contains) == true
        }
        #expect(try strays.subtracting(PageFiles.templateNames()).sorted() == [])
    }

    @Test(arguments: [
        "key\tid\ten\nhome-title\tJudul\t", "key\tid\ten\nhome-title\t\tTitle",
        "key\tid\ten\nhome-title\tA\tB\nhome-title\tC\tD", "key\tid\ten\nhome\tA\tB",
        "key\tid\ten\nhome-title\tAda {jumlah}\tThere are {number}",
    ])
    func `refuses a table with gaps, doubles or other placeholders`(text: String) {
        #expect(throws: Problem.self) { try Words(Table(name: "pages.tsv", text: text)) }
    }

    @Test(arguments: [
        "draf\tDraf\tDraft\t\t\tungu\tbulat", "draf\tDraf\tDraft\t\t\tabu\tbintang",
        "draf\tDraf\tDraft\tDraf\t\tabu\tbulat", "draf\tDraf\tDraft\t{a}\t{b}\tabu\tbulat",
        "draf\t\tDraft\t\t\tabu\tbulat",
    ])
    func `refuses a status with an unknown look or a missing translation`(row: String) {
        let head = "code\tstaff_id\tstaff_en\tpublic_id\tpublic_en\tlook\ticon\n"
        #expect(throws: Problem.self) { try StatusWords(Table(name: "s", text: head + row)) }
    }

    private func speech(_ language: Language = .indonesian) throws -> Speech {
        Speech(
            try PageFiles.words(), try PageFiles.statuses(), of: Samples.site, in: language)
    }

    @Test func `remembers unknown keys, missing values and values too many`() throws {
        let say = try speech()
        #expect(say("as-of", ["tanggal": "hari ini"]) == "Data per hari ini.")
        #expect(say.faults.isEmpty)
        _ = say("no-such-key")
        _ = say("as-of")
        _ = say("home-title", ["tanggal": "x"])
        _ = say.badge("nonsense")
        #expect(say.faults.count == 4)
    }

    @Test func `every status has words, and no status word is lost`() throws {
        let codes: Set = [
            "draf", "diusulkan", "diperiksa", "cek_lapangan", "perbaiki", "terpilih",
            "tunggu_kuota", "ditetapkan", "aktif", "peserta_lain", "tertunda", "berhenti",
            "tidak", "sanggah", "klaim",
        ]
        #expect(try PageFiles.statuses().codes == codes)
    }

    /// Sentences for citizens stay short enough to be read aloud once.
    @Test func `no sentence has more than fifteen words`() throws {
        let words = try PageFiles.words()
        let long = words.keys.sorted().filter { key in
            (words[key]?.indonesian ?? "").split(whereSeparator: { ".?!:".contains($0) })
                .contains { $0.split(separator: " ").count > 15 }
        }
        #expect(long == [])
    }

    /// "Peserta" is who is covered; the word for the welfare rank is for staff only.
    @Test func `the public never reads of deciles`() throws {
        let templates = try PageFiles.templates()
        for page in Samples.publicPages {
            #expect(try !templates.html(of: page).localizedCaseInsensitiveContains("desil"))
            #expect(
                try !templates.html(of: page, in: .english)
                    .localizedCaseInsensitiveContains("decile"))
        }
    }
}
