/// Where estimation starts: how often each level is met in each class of pairs.
///
/// Rough shares, by what the classes mean. They
/// give each class its meaning and stand in for levels that a small sample does not show; a sample
/// of a few hundred pairs outweighs them (``Estimation``). A share of 0 says what a class is not, and
/// stays 0 whatever the sample: two people of one household do not share one number unless one
/// lends it to the other.
enum StartingShares {
    static let classes = ClassVector { pairClass in
        switch pairClass {
        case .tidy: 0.28
        case .hasty: 0.07
        case .moved: 0.04
        case .borrower: 0.01
        case .strangers: 0.235
        case .birthmates: 0.10
        case .doubles: 0.005
        case .neighbours: 0.05
        case .namesakes: 0.10
        case .household: 0.08
        case .twins: 0.01
        case .lender: 0.01
        case .sharers: 0.01
        }
    }

    /// By field and level; level 0 is never looked up.
    static func levels(_ field: Field) -> [ClassVector] {
        let byClass = PairClass.allCases.map { normalised(shares(field, $0)) }
        let missing = ClassVector(repeating: 1)
        return [missing]
            + (1..<field.levelCount).map { level in
                ClassVector { byClass[$0.rawValue][level - 1] }
            }
    }

    private static func normalised(_ shares: [Double]) -> [Double] {
        let sum = shares.reduce(0, +)
        return shares.map { $0 / sum }
    }

    private static func shares(_ field: Field, _ pairClass: PairClass) -> [Double] {
        switch field {
        case .lists: lists(pairClass)
        case .nik: nik(pairClass)
        case .name: name(pairClass)
        case .birth: birth(pairClass)
        case .sex: sex(pairClass)
        case .mother: mother(pairClass)
        case .card: card(pairClass)
        case .phone: phone(pairClass)
        case .place: place(pairClass)
        case .address: address(pairClass)
        case .extra1, .extra2, .extra3, .extra4, .extra5, .extra6: value(pairClass)
        }
    }

    private static func lists(_ pairClass: PairClass) -> [Double] {
        // registryAndOther, sameListOnce, sameList, otherLists
        pairClass.isOnePerson ? [45, 2, 8, 45] : [35, 20, 15, 30]
    }

    private static func nik(_ pairClass: PairClass) -> [Double] {
        // equal, equalUnchecked, equalButForeign, slip, slipInSerial, damagedAgrees,
        // damagedAgreesButForeign, damagedPlaceAgrees, sameBirthBlock, different,
        // differentUnchecked, damagedDiffers, damagedDiffersUnchecked, differentAndForeign,
        // twoRegistered
        // A borrowed number contradicts the borrower's own birth date, where that is written.
        switch pairClass {
        case .tidy, .moved: [87, 6, 0.5, 1, 0.3, 3, 0.01, 1, 0, 0, 0, 0, 0.1, 0.1, 0]
        case .hasty: [70, 8, 1, 5, 2, 6, 0.1, 3, 0.5, 0.5, 0.5, 0.2, 1, 1, 0]
        case .borrower: [0, 0, 0, 0, 0, 0, 0, 0.5, 0.5, 0, 15, 0, 7, 77, 0]
        // A wrong digit now and then makes a number that another person has.
        case .strangers: [0.001, 0.001, 0.004, 0.05, 0.05, 0.1, 0.1, 2, 1.5, 64, 4, 5, 2, 10, 12]
        case .birthmates: [0.1, 0.01, 0.02, 0.05, 0.05, 0.1, 0.1, 2, 1.5, 64, 4, 5, 2, 10, 12]
        case .namesakes, .doubles, .neighbours, .household, .sharers:
            [0, 0, 0, 0.05, 0.05, 0.1, 0.1, 2, 1.5, 64, 4, 5, 2, 10, 12]
        case .twins: [0, 0, 0, 0.1, 12, 1, 1, 2, 50, 3, 1, 1, 1, 2, 27]
        case .lender: [4, 20, 72, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0]
        }
    }

    private static func name(_ pairClass: PairClass) -> [Double] {
        // same, soundsSame, slip, contained, partly, different
        let kinds: [Double] =
            switch pairClass {
            case .tidy, .moved, .borrower: [80, 8, 3, 6, 1, 0.3]
            case .hasty: [35, 20, 18, 20, 5, 1]
            case .namesakes, .doubles: [80, 12, 1, 5, 1, 0.5]
            case .strangers, .birthmates: [1, 1, 1, 3, 44, 50]
            case .neighbours, .household: [0.3, 0.3, 0.5, 2, 25, 72]
            case .twins: [0.5, 0.5, 4, 3, 40, 52]
            case .lender, .sharers: [1, 1, 1, 2, 15, 80]
            }
        // From frequent to rare words.
        let rarities: [Double] =
            pairClass.isOnePerson ? [4, 10, 20, 26, 22, 18] : [22, 28, 22, 14, 8, 6]
        return kinds.dropLast().flatMap { kind in rarities.map { kind * $0 / 100 } } + [kinds[5]]
    }

    private static func birth(_ pairClass: PairClass) -> [Double] {
        // same, sameDefault, swapped, oneDigitDiffers, onePartDiffers, sameYear, different
        switch pairClass {
        case .tidy, .moved, .borrower: [93, 2.5, 0.8, 1, 0.5, 2, 0.3]
        case .hasty: [75, 3, 5, 6, 4, 5, 2]
        case .strangers, .neighbours, .household, .sharers: [1, 0.5, 0.2, 1, 1, 2, 94]
        case .birthmates: [90, 5, 5, 0.5, 0.3, 0.5, 0.5]
        case .doubles: [90, 5, 5, 0, 0, 0, 0]
        case .namesakes: [12, 2, 1, 4, 6, 8, 67]
        case .twins: [96, 3, 0.5, 0.3, 0.1, 0.5, 0.1]
        case .lender: [2, 1, 0.3, 1, 1, 2, 93]
        }
    }

    private static func sex(_ pairClass: PairClass) -> [Double] {
        // same, different
        switch pairClass {
        case .tidy, .moved, .borrower: [99.5, 0.5]
        case .hasty: [97, 3]
        case .strangers, .birthmates, .neighbours: [60, 40]
        case .household: [48, 52]
        case .namesakes, .doubles: [93, 7]
        case .twins: [65, 35]
        case .lender, .sharers: [20, 80]
        }
    }

    private static func mother(_ pairClass: PairClass) -> [Double] {
        // sameRare, sameFrequent, similar, partly, different
        switch pairClass {
        case .tidy, .moved, .borrower: [50, 40, 7, 2, 1]
        case .hasty: [35, 30, 20, 10, 5]
        case .strangers, .birthmates, .namesakes, .doubles, .neighbours: [0.3, 3, 1, 10, 86]
        case .household: [15, 15, 4, 6, 60]
        case .twins: [48, 38, 8, 3, 3]
        case .lender, .sharers: [6, 6, 3, 6, 79]
        }
    }

    private static func card(_ pairClass: PairClass) -> [Double] {
        // same, slip, different
        switch pairClass {
        case .tidy, .borrower: [95, 1, 4]
        case .hasty: [85, 3, 12]
        case .moved: [15, 1, 84]
        case .strangers, .birthmates, .namesakes, .doubles, .neighbours: [1, 0.2, 98.8]
        case .household, .twins, .lender, .sharers: [92, 1, 7]
        }
    }

    private static func phone(_ pairClass: PairClass) -> [Double] {
        // same, slip, different
        switch pairClass {
        case .tidy, .hasty, .borrower: [80, 2, 18]
        case .moved: [20, 2, 78]
        case .strangers, .birthmates, .namesakes, .doubles, .neighbours: [2, 0.5, 97.5]
        case .household, .twins, .lender: [15, 0.5, 84.5]
        case .sharers: [100, 0, 0]
        }
    }

    private static func place(_ pairClass: PairClass) -> [Double] {
        // sameBlock, sameVillage, sameDistrict, different
        switch pairClass {
        case .tidy, .hasty, .borrower: [78, 18, 2, 2]
        case .moved: [5, 50, 12, 33]
        case .strangers, .birthmates, .namesakes, .doubles: [6, 18, 12, 64]
        case .neighbours: [25, 55, 18, 2]
        case .household, .twins, .lender, .sharers: [80, 14, 3, 3]
        }
    }

    private static func address(_ pairClass: PairClass) -> [Double] {
        // same, mostly, partly, different
        switch pairClass {
        case .tidy, .borrower: [72, 20, 5, 3]
        case .hasty: [50, 32, 12, 6]
        case .moved: [3, 6, 20, 71]
        case .strangers, .birthmates, .namesakes, .doubles: [0.5, 1.5, 14, 84]
        case .neighbours: [20, 30, 45, 5]
        case .household, .twins, .lender, .sharers: [72, 18, 6, 4]
        }
    }

    private static func value(_ pairClass: PairClass) -> [Double] {
        // sameRare, sameFrequent, slip, elsewhere, similar, different
        switch pairClass {
        case .tidy, .borrower: [50, 37, 6, 1, 3, 3]
        case .hasty: [35, 25, 12, 4, 8, 16]
        case .moved: [15, 15, 4, 1, 4, 61]
        case .strangers, .birthmates, .namesakes, .doubles, .lender: [1, 14, 2, 0.2, 5, 77.8]
        case .household, .twins, .sharers, .neighbours: [10, 20, 3, 0.5, 5, 61.5]
        }
    }
}
