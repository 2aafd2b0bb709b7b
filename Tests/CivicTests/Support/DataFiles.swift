import Civic
import Foundation

/// The reference data that ships with the program.
enum DataFiles {
    static func table(_ name: String) -> Table {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Data").standardized
        guard
            let text = try? String(
                contentsOf: folder.appending(path: "\(name).tsv"), encoding: .utf8)
        else { preconditionFailure("no table \(name) in the data folder") }
        return Table(name: "\(name).tsv", text: text)
    }
}
