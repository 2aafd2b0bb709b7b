import Civic
import Foundation
import Intake

/// The city in which the tests read lists: the places, trades and headings of the shipped data, and
/// an office of each kind.
enum City {
    static let today = Day(iso: "2025-11-05") ?? Day(number: 0)

    static let context: IntakeContext = {
        do throws(Problem) {
            return IntakeContext(
                headings: try Headings(table("national/columns")),
                words: try CellWords(table("national/cell-words")), places: try places(),
                region: RegionSpellings(
                    name: "Kota Bekasi", shortName: "Bekasi", others: ["Bekasi Kota"],
                    code: code("32.75")),
                occupations: try occupations(), agencies: Array(offices.values), asOf: today)
        } catch {
            preconditionFailure(error.sentence(.english))
        }
    }()

    static let offices: [Agency.Role: Agency] = [
        .civilRegistry: office("dukcapil", .civilRegistry, ["jenis_klmin"]),
        .welfareRegistry: office("dtsen", .welfareRegistry, ["desil"]),
        .insurer: office("bpjs", .insurer, ["kpj"]),
        .sectorList: office("organda", .sectorList, ["trayek"], occupation: "angkot_driver"),
        .stateEmployer: office("bkpsdm", .stateEmployer, ["nip"]),
        .nomination: office("kelurahan", .nomination, ["tgl_usulan"]),
    ]

    static func office(
        _ id: String, _ role: Agency.Role, _ headerWords: [String], occupation: String? = nil
    ) -> Agency {
        Agency(
            id: id, name: Phrase(id, en: id), role: role, fileWords: [id], headerWords: headerWords,
            occupation: occupation, listsEachPersonOnce: false)
    }

    static func table(_ name: String) -> Table {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Data").standardized
        let file = folder.appending(path: "\(name).tsv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            preconditionFailure("no table \(name) in the data folder")
        }
        return Table(name: "\(name).tsv", text: text)
    }

    static func code(_ text: String) -> PlaceCode {
        guard let code = PlaceCode(text) else { preconditionFailure("\(text) is no place") }
        return code
    }

    private static func places() throws(Problem) -> PlaceDirectory {
        var rows: [(code: PlaceCode, name: String, aliases: [String])] = []
        for row in table("regions/bekasi/places").rows {
            rows.append((code(try row.text("code")), try row.text("name"), row.list("aliases")))
        }
        return PlaceDirectory(regency: code("32.75"), rows: rows)
    }

    private static func occupations() throws(Problem) -> OccupationCatalogue {
        var rows: [(occupation: Occupation, spellings: [String])] = []
        for row in table("regions/bekasi/occupations").rows {
            let occupation = Occupation(
                code: try row.text("code"),
                name: Phrase(try row.text("name_id"), en: try row.text("name_en")),
                standing: Occupation.Standing(rawValue: try row.text("standing")) ?? .none,
                sector: .other, hazard: Int(try row.integer("hazard")))
            rows.append((occupation, row.list("spellings")))
        }
        return OccupationCatalogue(rows)
    }
}
