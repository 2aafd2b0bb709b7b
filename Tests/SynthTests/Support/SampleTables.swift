import Civic
import Foundation
import Synth

/// The tables that come with the program, and the city they describe.
enum SampleTables {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Data").standardized.path

    static func table(_ name: String) throws(Problem) -> Table {
        guard let text = try? String(contentsOfFile: "\(folder)/\(name).tsv", encoding: .utf8)
        else {
            throw Problem(
                .service, "missing", Phrase("Tidak ada.", en: "Missing."), at: Spot(file: name),
                do: Phrase("Pasang.", en: "Restore."))
        }
        return Table(name: name, text: text)
    }

    static func places() throws -> PlaceDirectory {
        var rows: [(code: PlaceCode, name: String, aliases: [String])] = []
        for row in try table("regions/bekasi/places").rows {
            guard let code = PlaceCode(try row.text("code")) else { throw row.wrong("code", "") }
            rows.append((code, try row.text("name"), row.list("aliases")))
        }
        guard let city = PlaceCode("32.75") else { preconditionFailure("a city code") }
        return PlaceDirectory(regency: city, rows: rows)
    }

    static func occupations() throws -> OccupationCatalogue {
        var rows: [(occupation: Occupation, spellings: [String])] = []
        for row in try table("regions/bekasi/occupations").rows {
            guard let standing = Occupation.Standing(rawValue: try row.text("standing")),
                let sector = Occupation.Sector(rawValue: try row.text("sector"))
            else { throw row.wrong("standing", "") }
            let name = Phrase(try row.text("name_id"), en: try row.text("name_en"))
            let occupation = Occupation(
                code: try row.text("code"), name: name, standing: standing, sector: sector,
                hazard: Int(try row.integer("hazard")))
            rows.append((occupation, row.list("spellings")))
        }
        return OccupationCatalogue(rows)
    }

    /// The tables as they are; `asText` has every list written as CSV, however few the people.
    static func data(asText: Bool) throws -> SynthData {
        try SynthData(places: try places(), occupations: try occupations()) {
            name throws(Problem) in
            guard asText, name == "synth/settings" else { return try table(name) }
            let text = (try? String(contentsOfFile: "\(folder)/\(name).tsv", encoding: .utf8)) ?? ""
            return Table(
                name: name,
                text: text.replacing("csv_people\t200000", with: "csv_people\t0"))
        }
    }
}
