package import Civic
import Papers

/// A city of invented people as the lists of its agencies show it, and the truth beside them.
///
/// The same arguments give the same bytes on every machine. Memory grows with the number of people,
/// about 150 bytes each; the lists themselves are written as they arise.
package struct SyntheticCity {
    private let data: SynthData
    private let seed: UInt64
    private let dirt: Double
    private let asOf: Day
    private let asText: Bool
    private var population: Population
    private var hearsay: Hearsay
    private var meter: ProgressMeter
    /// People who showed the identity number of somebody in their family.
    private var borrowers: Set<Int> = []

    /// Writes the lists of the agencies to `folder` and the truth to `folder/truth`.
    ///
    /// `truth` holds `links.csv` (which row is whom; rows are counted from 1 as a spreadsheet shows
    /// them, headers and empty rows included), `persons.csv`, `hard-pairs.csv` and `eligible.csv`.
    ///
    /// - Parameters:
    ///   - people: how many persons to invent, 1 to 10,000,000.
    ///   - seed: any number; another one gives another city.
    ///   - dirt: 0 for clean lists, 1 for ordinary damage, 2 for twice as much; up to 10.
    ///   - asOf: the day on which the lists were made; ages are counted on it.
    ///   - data: the tables of names, streets, work, lists and mistakes.
    ///   - folder: appears when everything is done; nothing or an empty folder may be there before.
    ///   - progress: hears the finished part of the work, rising from 0 to 1.
    /// - Throws: a ``Problem`` for a folder that holds files, a number out of range, a full disk.
    package static func write(
        people: Int, seed: UInt64, dirt: Double, asOf: Day, data: SynthData, to folder: String,
        progress: @escaping (Double) -> Void
    ) throws(Problem) {
        try check(people: people, dirt: dirt)
        let draft = try DraftFolder(folder)
        do {
            var city = try SyntheticCity(
                people: people, seed: seed, dirt: dirt, asOf: asOf, data: data, progress: progress)
            try city.write(to: draft)
            try draft.publish()
        } catch {
            draft.discard()
            throw error
        }
        progress(1)
    }

    private init(
        people: Int, seed: UInt64, dirt: Double, asOf: Day, data: SynthData,
        progress: @escaping (Double) -> Void
    ) throws(Problem) {
        self.data = data
        self.seed = seed
        self.dirt = dirt
        self.asOf = asOf
        asText = people > (try data.settings.number("csv_people"))
        population = CityBuilder(data: data, people: people, seed: seed, asOf: asOf).build()
        hearsay = Hearsay(people: people)
        meter = ProgressMeter(rows: people * 5 / 2, report: progress)
    }

    private mutating func write(to draft: DraftFolder) throws(Problem) {
        let truth = TruthFiles(folder: try draft.folder("truth"))
        var links = try truth.links()
        for number in data.lists.indices { try writeList(number, to: draft.path, &links) }
        try links.finish()
        for person in borrowers.sorted() {
            let lender = Int(population.persons[person].lender)
            population.pairs.append(HardPair(kind: .borrowedNIK, first: person, second: lender))
        }
        try truth.writePersons(population, data: data)
        try truth.writePairs(population.pairs)
        try truth.writeEligible(
            population, hearsay, rules: try EligibilityRules(data.settings), asOf: asOf)
    }

    private mutating func writeList(
        _ number: Int, to folder: String, _ links: inout CSVWriter
    ) throws(Problem) {
        let layout = data.lists[number]
        let purpose = UInt64(16 + number)
        let rates = layout.dirt.scaled(by: dirt)
        let roll = Roll(
            layout, population, data: data, rates: rates, seed: seed, purpose: purpose, asOf: asOf)
        let clerk = Clerk(
            data: data, layout: layout, rates: rates, seed: seed, purpose: purpose, asOf: asOf)
        var writer = ListWriter(population: population, clerk: clerk)
        let sink: any RowSink =
            asText || layout.format == .csv
            ? try CSVList("\(folder)/\(layout.id).csv", layout)
            : try SheetList("\(folder)/\(layout.id).xlsx", layout)
        try writer.write(roll, to: sink, links: &links, hearsay: &hearsay, meter: &meter)
        borrowers.formUnion(writer.borrowers)
    }

    private static func check(people: Int, dirt: Double) throws(Problem) {
        guard (1...10_000_000).contains(people) else {
            throw Problem(
                .usage, "synth-people",
                Phrase(
                    "Jumlah orang harus 1 sampai 10.000.000.",
                    en: "The number of people must be 1 to 10,000,000."),
                do: Phrase("Ubah --people.", en: "Change --people."))
        }
        guard (0...10).contains(dirt) else {
            throw Problem(
                .usage, "synth-dirt",
                Phrase("Kadar kerusakan harus 0 sampai 10.", en: "Dirt must be 0 to 10."),
                do: Phrase("Ubah --dirt.", en: "Change --dirt."))
        }
    }
}
