package import Civic
import FoundationEssentials
import Intake
package import Linkage

/// What linking did, as `linkage.json`: how sure pairs were, what other thresholds would have
/// found, which rows say too little, and the model, which a later run can take up again.
package struct LinkageDocument: Codable, Sendable {
    package let rows: Int
    package let people: Int
    package let pairsCompared: Int
    package let pairsKept: Int
    package let reviewPairs: Int
    package let joinsFromWeight: Double
    package let unlinkableRows: [SourceCount]
    package let weights: [WeightCount]
    package let thresholds: [Threshold]
    /// How much the fields differ from an earlier run; nil when there was none to compare with.
    package let drift: [Drift]?
    package let model: Model

    package struct SourceCount: Codable, Sendable {
        package let source: String
        package let rows: Int
        package let unlinkable: Int
    }

    package struct WeightCount: Codable, Sendable {
        package let weight: Int
        package let pairs: Int
    }

    package struct Threshold: Codable, Sendable {
        package let weight: Int
        package let pairs: Int
        package let precision: Double
        package let recall: Double
    }

    package struct Drift: Codable, Sendable {
        package let field: String
        package let distance: Double
    }

    package struct Model: Codable, Sendable {
        package let classes: [String]
        package let classShares: [Double]
        package let levels: [Level]
    }

    package struct Level: Codable, Sendable {
        package let field: String
        package let level: String
        /// The level in words.
        package let meaningId: String
        package let meaningEn: String
        package let rarity: Int?
        package let weight: Double
        package let shareOfOnePerson: Double
        package let shareOfTwoPeople: Double
        package let byClass: [Double]
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
        joinsFromWeight = Double((Linkage.joinsFrom * 10).rounded()) / 10
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
                let meaning = Evidence.sentence(field: $0.field, level: $0.level)
                return Level(
                    field: $0.field, level: $0.level, meaningId: meaning.indonesian,
                    meaningEn: meaning.english, rarity: $0.rarity, weight: $0.weight,
                    shareOfOnePerson: $0.ofOne, shareOfTwoPeople: $0.ofTwo, byClass: $0.byClass)
            })
    }

    /// Of a run over agencies' lists.
    init(_ run: CityRun) {
        self.init(
            run.linkage,
            sources: run.deliveries.map {
                (name: $0.delivery.source, rows: $0.delivery.roster.rows.count)
            }, earlier: run.request.earlier)
    }

    /// The same bytes for the same run.
    package func text() throws(Problem) -> String {
        try SnakeJSON.text(self, file: "linkage.json")
    }

    /// Takes up a text; nil when it is none of these, or of another version.
    package init?(text: String) {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let found = try? decoder.decode(LinkageDocument.self, from: Data(text.utf8)) else {
            return nil
        }
        self = found
    }

    /// The model, where this version of the program has the same classes and levels.
    package var usableModel: LinkageModel? {
        guard model.classes == PairClass.allCases.map({ "\($0)" }) else { return nil }
        return LinkageModel(
            classShares: model.classShares, byClass: model.levels.map(\.byClass))
    }

    /// The model of an earlier run.
    ///
    /// - Parameter path: of its `linkage.json`.
    /// - Returns: the model.
    /// - Throws: a problem when the file cannot be read or is of another version.
    package static func model(in path: String) throws(Problem) -> LinkageModel {
        guard let bytes = FileManager.default.contents(atPath: path),
            let model = LinkageDocument(text: String(decoding: bytes, as: UTF8.self))?.usableModel
        else { throw unusable(String(path.split(separator: "/").last ?? "")) }
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
