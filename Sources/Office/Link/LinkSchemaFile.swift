package import Civic
import FoundationEssentials
package import Intake
import Yams

/// Reads the schema of lists that are no agency's:
///
///     name: [given_name, surname]
///     birth_date: date_of_birth
///     number: soc_sec_id
///     attributes: [street_number, suburb, postcode]
///     each_person_once: [register-a]
package enum LinkSchemaFile {
    private struct Document: Decodable {
        let name: [String]
        let birthDate: String?
        let number: String?
        let attributes: [String]?
        let eachPersonOnce: [String]?

        enum CodingKeys: String, CodingKey {
            case name, number, attributes
            case birthDate = "birth_date"
            case eachPersonOnce = "each_person_once"
        }
    }

    /// - Throws: a problem when the file is missing, is no such YAML, or names too many columns.
    package static func read(_ path: String) throws(Problem) -> ListSchema {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw LinkSchemaFile.unusable(path, "")
        }
        let document: Document
        do {
            document = try YAMLDecoder().decode(
                Document.self, from: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw unusable(path, "\(error)".split(separator: "\n").first.map(String.init) ?? "")
        }
        let attributes = document.attributes ?? []
        guard !document.name.isEmpty, attributes.count <= ListSchema.attributesMax else {
            throw unusable(path, "name: 1+, attributes: 0–\(ListSchema.attributesMax)")
        }
        return ListSchema(
            name: document.name, birthDate: document.birthDate, number: document.number,
            attributes: attributes, eachPersonOnce: Set(document.eachPersonOnce ?? []))
    }

    private static func unusable(_ path: String, _ detail: String) -> Problem {
        Problem(
            .input, "schema-unusable",
            Phrase(
                "Skema tidak dapat dipakai. \(detail)", en: "The schema cannot be used. \(detail)"),
            at: Spot(file: String(path.split(separator: "/").last ?? "")),
            do: Phrase(
                "Tulis name, birth_date, number, attributes (paling banyak enam), dan each_person_once seperti contoh di docs/linkage.md.",
                en:
                    "Write name, birth_date, number, attributes (six at most) and each_person_once as docs/linkage.md shows."
            ))
    }
}
