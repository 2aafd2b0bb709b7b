import Civic
import Foundation
import Synth

/// A small city on the disk, written once and read by many tests.
final class SampleCity: Sendable {
    let folder: String
    /// The truth, one dictionary for each person, person 1 first.
    let persons: [[String: String]]
    let pairs: [[String: String]]
    let eligible: [[String: String]]
    /// Person by list and row.
    let links: [String: [Int: Int]]

    static let asOf = "2025-11-05"

    /// A city with ordinary dirt, all lists as text.
    static let ordinary = Result { try SampleCity(people: 12_000, seed: 11) }
    /// The same without dirt.
    static let clean = Result { try SampleCity(people: 3000, seed: 11, dirt: 0) }

    init(people: Int, seed: UInt64, dirt: Double = 1, asText: Bool = true) throws {
        folder = NSTemporaryDirectory() + "synth-\(UUID().uuidString)"
        try SampleCity.write(people: people, seed: seed, dirt: dirt, asText: asText, to: folder)
        persons = try SampleCity.records("\(folder)/truth/persons.csv")
        pairs = try SampleCity.records("\(folder)/truth/hard-pairs.csv")
        eligible = try SampleCity.records("\(folder)/truth/eligible.csv")
        var links: [String: [Int: Int]] = [:]
        for link in try SampleCity.records("\(folder)/truth/links.csv") {
            guard let row = Int(link["row_id"] ?? ""), let person = Int(link["person_id"] ?? "")
            else { continue }
            links[link["source"] ?? "", default: [:]][row] = person
        }
        self.links = links
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static func write(
        people: Int, seed: UInt64, dirt: Double, asText: Bool, to folder: String
    ) throws {
        guard let asOf = Day(iso: asOf) else { preconditionFailure("a day") }
        try SyntheticCity.write(
            people: people, seed: seed, dirt: dirt, asOf: asOf,
            data: try SampleTables.data(asText: asText), to: folder
        ) { _ in }
    }

    /// The rows of a list, each with its number in the file; the first row that names a column
    /// `header` gives the keys.
    func rows(_ list: String) throws -> [(number: Int, cells: [String: String])] {
        let text = try CSVText.read("\(folder)/\(list).csv")
        let records = CSVText.records(text)
        guard let header = records.first(where: { $0.contains("NIK") || $0.contains("No. KTP") })
        else { return [] }
        return records.enumerated().map { index, record in
            (index + 1, Dictionary(zip(header, record)) { first, _ in first })
        }
    }

    private static func records(_ path: String) throws -> [[String: String]] {
        let records = CSVText.records(try CSVText.read(path))
        guard let header = records.first else { return [] }
        return records.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
    }
}
