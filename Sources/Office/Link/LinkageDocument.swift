package import Civic
import FoundationEssentials
package import Linkage

/// What linking did, as `linkage.json`: how sure pairs were, what other thresholds would have
/// found, which rows say too little, and the model, which a later run can take up again.
package struct LinkageDocument: Codable, Sendable {
    let rows: Int
    let people: Int
    let pairsCompared: Int
    let pairsKept: Int
    let reviewPairs: Int
    let joinsFromWeight: Int
    let unlinkableRows: [SourceCount]
    let weights: [WeightCount]
    let thresholds: [Threshold]
    /// How much the fields differ from an earlier run; nil when there was none to compare with.
    let drift: [Drift]?
    let model: Model

    struct SourceCount: Codable, Sendable {
        let source: String
        let rows: Int
        let unlinkable: Int
    }

    struct WeightCount: Codable, Sendable {
        let weight: Int
        let pairs: Int
    }

    struct Threshold: Codable, Sendable {
        let weight: Int
        let pairs: Int
        let precision: Double
        let recall: Double
    }

    struct Drift: Codable, Sendable {
        let field: String
        let distance: Double
    }

    struct Model: Codable, Sendable {
        let classes: [String]
        let classShares: [Double]
        let levels: [Level]
    }

    struct Level: Codable, Sendable {
        let field: String
        let level: String
        let rarity: Int?
        let weight: Double
        let shareOfOnePerson: Double
        let shareOfTwoPeople: Double
        let byClass: [Double]
    }

    /// - Parameters:
    ///   - result: of the run.
    ///   - sources: names of the lists and how many rows each has.
    ///   - earlier: the model of a run to compare with.
    package init(
        _ result: LinkageResult, sources: [(name: String, rows: Int)], earlier: LinkageModel?
    ) {
        let statistics = result.statistics
        rows = statistics.rows
        people = result.personCount
        pairsCompared = statistics.pairsCompared
        pairsKept = statistics.pairsKept
        reviewPairs = result.reviews.count
        joinsFromWeight = Int(Linkage.joinsFrom)
        unlinkableRows = zip(sources, statistics.unlinkable).map {
            SourceCount(source: $0.name, rows: $0.rows, unlinkable: $1)
        }
        weights = statistics.histogram.enumerated().map { bin, pairs in
            WeightCount(weight: bin + LinkageStatistics.weightMin, pairs: pairs)
        }
        thresholds = statistics.thresholds.map {
            Threshold(
                weight: $0.weight, pairs: $0.pairs, precision: $0.precision, recall: $0.recall)
        }
        drift = earlier.map { earlier in
            result.model.drift(from: earlier).map {
                Drift(field: $0.field, distance: $0.distance)
            }
        }
        model = Model(
            classes: PairClass.allCases.map { "\($0)" }, classShares: result.model.classShares,
            levels: result.model.table.map {
                Level(
                    field: $0.field, level: $0.level, rarity: $0.rarity, weight: $0.weight,
                    shareOfOnePerson: $0.ofOne, shareOfTwoPeople: $0.ofTwo, byClass: $0.byClass)
            })
    }

    /// The same bytes for the same run.
    package func text() throws(Problem) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        } catch {
            throw LinkageDocument.unusable("linkage.json")
        }
    }

    /// The model of an earlier run.
    ///
    /// - Throws: a problem when the file cannot be read or is of another version.
    package static func model(in path: String) throws(Problem) -> LinkageModel {
        let name = String(path.split(separator: "/").last ?? "")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let bytes = FileManager.default.contents(atPath: path),
            let document = try? decoder.decode(LinkageDocument.self, from: bytes),
            document.model.classes == PairClass.allCases.map({ "\($0)" }),
            let model = LinkageModel(
                classShares: document.model.classShares,
                byClass: document.model.levels.map(\.byClass))
        else { throw unusable(name) }
        return model
    }

    private static func unusable(_ file: String) -> Problem {
        Problem(
            .input, "linkage-model",
            Phrase(
                "Berkas ini bukan linkage.json dari versi program ini.",
                en: "This is no linkage.json of this version of the program."),
            at: Spot(file: file),
            do: Phrase(
                "Jalankan sekali tanpa pilihan ini; hasilnya memuat linkage.json yang baru.",
                en: "Run once without this option; its results hold a new linkage.json."))
    }
}
