/// The estimated evidence of levels: how often each is met in each class of pairs.
///
/// Fellegi and Sunter (1969) weigh a pair by the ratio of two probabilities of what is observed: for
/// one person and for two. Here each of the two is a mixture of classes (``PairClass``) in which the
/// fields are independent, so that what relatives share, or what one old address spoils at once,
/// counts once and not field by field (Larsen and Rubin 2001). All shares are estimated from the
/// pairs at hand, see ``Estimation``.
package struct LinkageModel: Sendable, Equatable {
    /// Share of each class among candidate pairs.
    var classes: ClassVector
    /// By field, then level: its share in each class. Level 0 (missing) is 1 everywhere, so that
    /// what a row does not say speaks neither for nor against.
    var levels: [[ClassVector]]

    /// Log-odds in bits that the pair is one person.
    func weight(_ pattern: Pattern) -> Float {
        LinkageModel.logOdds(joint(pattern, upTo: Field.allCases.count))
    }

    /// Probability of the first `count` fields together with each class.
    @inline(__always)
    func joint(_ pattern: Pattern, upTo count: Int) -> ClassVector {
        var joint = classes
        for field in Field.allCases.prefix(count) {
            let level = pattern.level(field)
            if level > 0 { joint *= levels[field.rawValue][level] }
        }
        return joint
    }

    static func logOdds(_ joint: ClassVector) -> Float {
        let one = (joint * .onePerson).sum()
        let two = (joint * .twoPeople).sum()
        // Bounds of what a Double can hold of a ratio; no pair is surer than 100 bits.
        guard two > 0 else { return one > 0 ? 100 : 0 }
        guard one > 0 else { return -100 }
        return Float(min(max(Bits.log2(one / two) - caution, -100), 100))
    }

    /// Bits taken off every pair. Estimation without known answers gives doubtful pairs too high
    /// odds: where it cannot tell a class of one person from one of two, it shares such pairs out
    /// between them. On cities whose truth is known, the odds are too high by one and a half to two
    /// bits from even odds up to a thousand to one; the calibration that `make bench-linkage` prints
    /// shows what is left of that.
    static let caution = 1.7

    /// Log-odds of any candidate pair before it is compared.
    var prior: Float { LinkageModel.logOdds(classes) }

    /// How likely each class is for this pair.
    func classShares(_ pattern: Pattern) -> ClassVector {
        let joint = joint(pattern, upTo: Field.allCases.count)
        return joint / joint.sum()
    }
}
