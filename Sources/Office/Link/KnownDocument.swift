import Civic
import FoundationEssentials
import Linkage

/// What an incremental run did, as `linkage.json`.
struct KnownDocument: Encodable {
    let lists: [List]
    let people: Int
    let steps: [Step]

    struct List: Encodable {
        let name: String
        let rows: Int
        let isWithdrawn: Bool
    }

    struct Step: Encodable {
        let list: String
        let isWithdrawal: Bool
        let rows: Int
        let pairsCompared: Int
        /// Rows known before that are another person's now.
        let rowsMoved: Int
        let milliseconds: Int
    }

    init(_ run: KnownRun) {
        lists = run.known.lists.map {
            List(name: $0.name, rows: $0.rows.count, isWithdrawn: $0.isWithdrawn)
        }
        people = run.known.personCount
        steps = run.steps.map { step in
            Step(
                list: step.list, isWithdrawal: step.isWithdrawal, rows: step.change.rows,
                pairsCompared: step.change.pairsCompared,
                rowsMoved: step.change.moves.count { $0.before != 0 && $0.after != 0 },
                milliseconds: Int((step.seconds * 1000).rounded()))
        }
    }

    func text() throws(Problem) -> String { try SnakeJSON.text(self, file: "linkage.json") }
}

/// JSON in the form of our result files: sorted keys in snake case, one value a line.
enum SnakeJSON {
    static func text(_ value: some Encodable, file: String) throws(Problem) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
        } catch {
            throw Problem(
                .service, "json-write",
                Phrase("Hasil tidak dapat ditulis.", en: "The result cannot be written."),
                at: Spot(file: file),
                do: Phrase("Coba lagi.", en: "Try again."))
        }
    }
}
