import Civic
import Foundation
import Office
import Testing

/// The table `pages.tsv` beside this file: every route of the site and who may use it.
struct PageTable {
    enum Need: Hashable, CustomStringConvertible {
        case open, watch, signedIn, step, half
        case action(Action)

        init?(_ text: String) {
            switch text {
            case "open": self = .open
            case "watch": self = .watch
            case "signed-in": self = .signedIn
            case "step": self = .step
            case "half": self = .half
            default:
                guard let action = Action(rawValue: text) else { return nil }
                self = .action(action)
            }
        }

        var description: String {
            switch self {
            case .open: "open"
            case .watch: "watch"
            case .signedIn: "signed-in"
            case .step: "step"
            case .half: "half"
            case .action(let action): action.rawValue
            }
        }
    }

    struct Line: Hashable, CustomStringConvertible {
        let method: String
        let path: String
        let need: Need
        let sample: String

        var route: String { "\(method) \(path)" }
        var description: String { route }
    }

    let lines: [Line]

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "pages.tsv")
        let table = Table(name: "pages.tsv", text: try String(contentsOf: file, encoding: .utf8))
        lines = try table.rows.map { row in
            let path = try row.text("path")
            let need = try row.text("needs")
            return Line(
                method: try row.text("method"), path: path,
                need: try #require(Need(need), "\(path) needs \"\(need)\", which is nothing"),
                sample: row.optional("sample") ?? path)
        }
    }
}
