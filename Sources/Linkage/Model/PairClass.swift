/// What two compared rows can be to each other. Fields depend on each other across all pairs (rows
/// of one household share card, address and mother; a row that was written long ago has an old card
/// *and* an old address), but hardly within one class, which is what the model rests on.
package enum PairClass: Int, CaseIterable, Sendable {
    /// One person, written with care both times.
    case tidy
    /// One person, one of the rows written hastily.
    case hasty
    /// One person, one of the rows from before a move: card, address, telephone.
    case moved
    /// One person, once with the number of a relative.
    case borrower
    /// Two people with little in common.
    case strangers
    /// Two people born on one day.
    case birthmates
    /// Two people of one name.
    case namesakes
    /// Two people of one name born on one day, who are otherwise strangers.
    case doubles
    /// Two people of one street.
    case neighbours
    /// Two people of one household.
    case household
    /// Two people of one household born on one day.
    case twins
    /// Two people who use one number.
    case lender
    /// Two people who use one telephone.
    case sharers

    package var isOnePerson: Bool { rawValue <= PairClass.borrower.rawValue }

    static let onePerson = allCases.filter(\.isOnePerson)
    static let twoPeople = allCases.filter { !$0.isOnePerson }
}

/// One number for each class of pairs; lanes beyond the classes are 0.
typealias ClassVector = SIMD16<Double>

extension ClassVector {
    init(_ value: (PairClass) -> Double) {
        self.init(repeating: 0)
        for pairClass in PairClass.allCases { self[pairClass.rawValue] = value(pairClass) }
    }

    subscript(_ pairClass: PairClass) -> Double {
        get { self[pairClass.rawValue] }
        set { self[pairClass.rawValue] = newValue }
    }

    /// 1 for classes of one person.
    static let onePerson = ClassVector { $0.isOnePerson ? 1 : 0 }
    static let twoPeople = ClassVector { $0.isOnePerson ? 0 : 1 }
}
