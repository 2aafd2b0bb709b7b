import Civic
import Foundation
import Pages

/// The templates and words as they are shipped.
enum PageFiles {
    static let project = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let data = project.appending(path: "Data")

    static func text(_ path: String) -> String? {
        try? String(contentsOf: data.appending(path: path), encoding: .utf8)
    }

    static func template(_ name: String) -> String? { text("pages/\(name).mustache") }

    /// Names of all template files.
    static func templateNames() throws -> Set<String> {
        let folder = data.appending(path: "pages").path(percentEncoded: false)
        return Set(
            try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(9)) })
    }

    static func words() throws -> Words {
        try Words(Table(name: "pages.tsv", text: text("words/pages.tsv") ?? ""))
    }

    static func statuses() throws -> StatusWords {
        try StatusWords(Table(name: "status.tsv", text: text("words/status.tsv") ?? ""))
    }

    static func templates() throws -> PageTemplates {
        try PageTemplates(words: words(), statuses: statuses()) { name in template(name) }
    }
}
