/// The model as a table that people can read, and that a later run can take up again.
extension LinkageModel {
    /// The model with these shares; nil when they are not one for each class, or not those of all
    /// levels in order.
    ///
    /// - Parameters:
    ///   - classShares: as ``classShares``.
    ///   - byClass: of each row of ``table``, in its order.
    package init?(classShares: [Double], byClass: [[Double]]) {
        let fields = Field.allCases
        let levelCount = fields.reduce(0) { $0 + $1.levelCount - 1 }
        let all = [classShares] + byClass
        guard byClass.count == levelCount,
            all.allSatisfy({ $0.count == PairClass.allCases.count }),
            all.allSatisfy({ $0.allSatisfy { (0...1).contains($0) } })
        else { return nil }
        var next = 0
        classes = ClassVector { classShares[$0.rawValue] }
        levels = fields.map { field in
            var levels = [ClassVector(repeating: 1)]
            for _ in 1..<field.levelCount {
                let shares = byClass[next]
                levels.append(ClassVector { shares[$0.rawValue] })
                next += 1
            }
            return levels
        }
    }

    /// How often one level of one field is met.
    package struct Level: Sendable {
        package let field: String
        package let level: String
        /// 0 for frequent words of a name, up to 5 for rare ones; nil for other fields.
        package let rarity: Int?
        /// Share among pairs of one person and among candidate pairs of two.
        package let ofOne: Double
        package let ofTwo: Double
        /// By class, in the order of ``PairClass``.
        package let byClass: [Double]

        /// Bits that the level alone is worth.
        package var weight: Double {
            ofOne > 0 && ofTwo > 0 ? Bits.log2(ofOne / ofTwo) : ofOne > 0 ? 100 : -100
        }
    }

    /// Share of each class among candidate pairs, in the order of ``PairClass``.
    package var classShares: [Double] { PairClass.allCases.map { classes[$0] } }

    /// All levels of all fields that were met.
    package var table: [Level] {
        Field.allCases.flatMap { field in
            levels[field.rawValue].indices.dropFirst().map { level($0, of: field) }
        }
    }

    func level(_ level: Int, of field: Field) -> Level {
        let shares = levels[field.rawValue][level]
        func share(_ kinds: [PairClass]) -> Double {
            let all = kinds.reduce(0) { $0 + classes[$1] }
            return all > 0 ? kinds.reduce(0) { $0 + classes[$1] * shares[$1] } / all : 0
        }
        let isRanked = field == .name && NameLevel.kind(of: level) != .different
        return Level(
            field: "\(field)", level: Evidence.levelName(field, level),
            rarity: isRanked ? NameLevel.rarity(of: level) : nil,
            ofOne: share(PairClass.onePerson), ofTwo: share(PairClass.twoPeople),
            byClass: PairClass.allCases.map { shares[$0] })
    }
}
