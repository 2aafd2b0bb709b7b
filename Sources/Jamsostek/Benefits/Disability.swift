package import Civic

/// A part of the body and the share of the benefit its loss is worth.
package struct DisabilityShare: Sendable {
    package let code: String
    package let part: Phrase
    package let right: PerMille
    package let left: PerMille
    /// Where the doctor sets a figure: the highest one; `right` is then the lowest.
    package let upTo: PerMille?
    /// Where the share counts once for every step: the step, in words.
    package let each: String?
    package let confidence: Confidence
    let source: CitationSet

    /// The share of the given side; for left-handed people the sides change places.
    package func share(ofRightSide isRight: Bool, leftHanded: Bool = false) -> PerMille {
        isRight != leftHanded ? right : left
    }
}

/// The table of partial permanent disabilities (PP 44/2015 Lampiran III).
package struct DisabilityTable: Sendable {
    private let timelines: [String: Timeline<DisabilityShare>]
    /// In the order of the table.
    private let codes: [String]

    init(_ table: Table, citations: CitationRegister) throws(Problem) {
        timelines = try table.timelines { (row) throws(Problem) in
            try row.text("code")
        } reading: { (row) throws(Problem) in
            DisabilityShare(
                code: try row.text("code"), part: try row.phrase("part"),
                right: PerMille(try row.perMille("right")),
                left: PerMille(try row.perMille("left")),
                upTo: row.optional("up_to") == nil ? nil : PerMille(try row.perMille("up_to")),
                each: row.optional("each"), confidence: try row.confidence(),
                source: try citations.source(of: row))
        }
        var codes: [String] = []
        for row in table.rows {
            let code = try row.text("code")
            if !codes.contains(code) { codes.append(code) }
        }
        self.codes = codes
    }

    /// All shares in force on `day`, in the order of the law.
    package func shares(on day: Day) -> [DisabilityShare] {
        codes.compactMap { share(of: $0, on: day) }
    }

    package func share(of code: String, on day: Day) -> DisabilityShare? {
        timelines[code]?.value(on: day)
    }
}

extension Law {
    /// Permanent total disability: 70 % of 80 monthly incomes, and the periodic grant at once.
    /// - Parameters:
    ///   - declaredIncome: rupiah a month, as declared to the insurer.
    ///   - day: the day of the accident.
    ///   - children: those who may get a scholarship.
    /// - Returns: both amounts, and scholarships.
    /// - Throws: a problem of kind input when no law was in force.
    package func totalDisabilityBenefit(
        declaredIncome: Rupiah, on day: Day, children: [ScholarChild] = []
    ) throws(Problem) -> BenefitAward {
        var reading = LawReading(self, on: day)
        let base = try reading.base(of: declaredIncome)
        let share = try reading.number(.totalDisabilityPercent)
        let items = [
            BenefitItem(
                .totalDisability, try reading.accidentShare(of: base, share, over: 100)),
            BenefitItem(.accidentPeriodic, try periodicGrant(&reading)),
        ]
        let scholarship = try scholarship(for: children, &reading)
        return BenefitAward(items: items, scholarship: scholarship, rules: reading.rules)
    }

    /// Partial permanent disability: the table's share of 80 monthly incomes; where a part is there
    /// but works less, the lost part of that.
    /// - Parameters:
    ///   - share: from the ``DisabilityTable``, or several added up.
    ///   - functionLoss: how much of the function is lost; nil when the part itself is lost.
    ///   - declaredIncome: rupiah a month, as declared to the insurer.
    ///   - day: the day of the accident.
    /// - Returns: one amount, cut to whole rupiah.
    /// - Throws: a problem of kind input when no law was in force.
    package func partialDisabilityBenefit(
        _ share: PerMille, functionLoss: PerMille? = nil, declaredIncome: Rupiah, on day: Day
    ) throws(Problem) -> BenefitAward {
        var reading = LawReading(self, on: day)
        reading.cite(disabilities.source(on: day))
        let base = try reading.base(of: declaredIncome)
        let lost = functionLoss ?? .whole
        let amount = try reading.accidentShare(
            of: base, share.thousandths * lost.thousandths, over: 1_000_000)
        let code: BenefitCode = functionLoss == nil ? .partialAnatomical : .partialFunctional
        return BenefitAward(items: [BenefitItem(code, amount)], rules: reading.rules)
    }
}

extension DisabilityTable {
    /// Where the table as a whole comes from.
    fileprivate func source(on day: Day) -> CitationSet {
        shares(on: day).reduce(.none) { $0.union($1.source) }
    }
}
