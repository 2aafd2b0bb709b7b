/// Estimates the model by expectation maximisation (Dempster, Laird and Rubin 1977; Winkler 1988)
/// over candidate pairs, in all classes at once.
///
/// What is certain anchors it: two different numbers of the civil registry are never one person, so
/// such pairs teach what two people look like, whatever else agrees.
enum Estimation {
    /// Weight of ``StartingShares`` against the sample, in pairs for each class: enough that a class
    /// keeps its meaning, little against a sample of hundreds of thousands.
    private static let startPairs = 60.0
    private static let roundsMax = 60
    /// Rounds end when no class changes its share by more than this.
    private static let settled = 0.000_01

    static func model(of sample: PatternSample) -> LinkageModel {
        let start = LinkageModel(
            classes: StartingShares.classes, levels: Field.allCases.map(StartingShares.levels))
        let patterns = sample.ordered
        var model = start
        for _ in 0..<roundsMax where !patterns.isEmpty {
            let next = round(model, patterns, start)
            let change = next.classes - model.classes
            model = next
            if max(change.max(), -change.min()) < settled { break }
        }
        return model
    }

    private static func round(
        _ model: LinkageModel, _ patterns: [(pattern: Pattern, count: Int)], _ start: LinkageModel
    ) -> LinkageModel {
        var sums = start.levels.map { levels in levels.map { $0 * startPairs } }
        var classes = start.classes * startPairs
        for (pattern, count) in patterns {
            let shares = model.classShares(pattern) * Double(count)
            classes += shares
            for field in Field.allCases {
                let level = pattern.level(field)
                if level > 0 { sums[field.rawValue][level] += shares }
            }
        }
        return LinkageModel(
            classes: classes / classes.sum(),
            levels: Field.allCases.map { field in
                var levels = normalised(sums[field.rawValue].map { pooled($0, field) })
                if let bound = bounds[field] { hold(&levels, at: bound) }
                return levels
            })
    }

    /// The last level of a field, "different", and the share of it that no class of one person may
    /// exceed: a person's name, birth date, sex and mother may be written wrong, but hardly ever as
    /// somebody else's (convex constraints, Winkler 1993). Without them the class of hasty rows
    /// would take in the people who lend each other numbers.
    private static let bounds: [Field: Double] = [
        .name: 0.01, .birth: 0.015, .sex: 0.03, .mother: 0.05,
    ]

    private static func hold(_ levels: inout [ClassVector], at bound: Double) {
        guard let last = levels.indices.last else { return }
        for pairClass in PairClass.onePerson where levels[last][pairClass] > bound {
            let rest = (1 - bound) / (1 - levels[last][pairClass])
            for level in 1..<last { levels[level][pairClass] *= rest }
            levels[last][pairClass] = bound
        }
    }

    /// Gives classes that follow others in this field the sums of those.
    private static func pooled(_ sums: ClassVector, _ field: Field) -> ClassVector {
        ClassVector { pairClass in
            pairClass.classesAlike(in: field).reduce(0) { $0 + sums[$1] }
        }
    }

    /// Levels from 1 on sum up to 1 in each class.
    private static func normalised(_ sums: [ClassVector]) -> [ClassVector] {
        let total = sums.dropFirst().reduce(ClassVector(repeating: 0), +)
        let divisor = total.replacing(with: 1, where: total .== 0)
        return [ClassVector(repeating: 1)] + sums.dropFirst().map { $0 / divisor }
    }
}

extension PairClass {
    /// The classes whose pairs together say how this class compares in a field. A rare class takes
    /// from larger ones what it has in common with them by its meaning, which keeps that meaning
    /// whatever the sample.
    fileprivate func classesAlike(in field: Field) -> [PairClass] {
        switch (self, field) {
        // Which lists two rows come from does not tell kinds of one person, or of two, apart.
        case (_, .lists): isOnePerson ? PairClass.onePerson : PairClass.twoPeople
        // Whoever uses another's number is written down like anybody else.
        case (.borrower, .nik): [.borrower]
        case (.borrower, _): PairClass.onePerson
        // Numbers are lent at home, and names have no part in bringing such pairs together; their
        // addresses differ where an old one stands in a list, as anybody's do.
        case (.lender, .birth), (.lender, .mother): [.household, .lender]
        case (.lender, .card), (.lender, .place), (.lender, .address):
            PairClass.onePerson + [.lender]
        // Whatever brought name and date together, the rest is that of strangers.
        case (.doubles, .mother), (.doubles, .card), (.doubles, .phone), (.doubles, .place),
            (.doubles, .address):
            [.strangers, .doubles]
        case (.twins, .card), (.twins, .phone), (.twins, .place), (.twins, .address):
            [.household, .twins]
        default: [self]
        }
    }
}
