import Civic
import Foundation

/// The law as the program reads it, from the repository.
enum LawTables {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Data/national").standardized

    static func table(_ name: String) throws(Problem) -> Table {
        let file = folder.appending(path: "\(name).tsv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw Problem(
                .service, "data-table", Phrase(file.path, en: file.path),
                do: Phrase("", en: ""))
        }
        return Table(name: name, text: text)
    }
}
