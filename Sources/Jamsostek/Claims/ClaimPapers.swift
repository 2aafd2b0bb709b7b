package import Civic

/// What a family or a worker asks for.
package enum ClaimKind: String, CaseIterable, Sendable {
    /// Treatment and disability after a work accident.
    case workAccident = "jkk"
    case temporaryIncapacity = "incapacity"
    case accidentalDeath = "jkk_death"
    case death = "jkm"
    case scholarship
}

/// When a paper is needed.
package enum PaperCondition: String, CaseIterable, Sendable {
    case always
    case roadAccident = "road_accident"
    /// Neither on the road nor at the place of work.
    case offSiteAccident = "off_site_accident"
    /// The worker paid for treatment first.
    case reimbursement
    case spouse
    case severalHeirs = "several_heirs"
    case will
    case heirOutsideList = "heir_outside_list"
}

/// One paper of a claim.
package struct ClaimPaper: Sendable {
    package let claim: ClaimKind
    /// Stable name of the paper, the same in every kind of claim.
    package let code: String
    /// The insurer's number of the form, `F4`; nil where any form will do.
    package let form: String?
    package let name: Phrase
    package let condition: PaperCondition
    package let period: Period
    let source: CitationSet
}

/// The papers of all claims.
struct ClaimPaperTable: Sendable {
    let papers: [ClaimPaper]

    init(_ table: Table, citations: CitationRegister) throws(Problem) {
        _ = try table.timelines { (row) throws(Problem) in
            "\(try row.text("claim")) \(try row.text("code"))"
        } reading: { (row) throws(Problem) in
            row.line
        }
        var papers: [ClaimPaper] = []
        for row in table.rows {
            papers.append(
                ClaimPaper(
                    claim: try row.choice("claim"), code: try row.text("code"),
                    form: row.optional("form"), name: try row.phrase("name"),
                    condition: try row.choice("condition"), period: try row.period(),
                    source: try citations.source(of: row)))
        }
        self.papers = papers
    }
}

extension Law {
    /// What a family or worker brings to a claim.
    /// - Parameters:
    ///   - claim: what is asked for.
    ///   - day: the day of the accident or death.
    ///   - conditions: what is true of this case, apart from `always`.
    /// - Returns: the papers, in the order of the table.
    package func papers(
        for claim: ClaimKind, on day: Day, where conditions: Set<PaperCondition> = []
    ) -> [ClaimPaper] {
        claimPapers.papers.filter { paper in
            paper.claim == claim && paper.period.contains(day)
                && (paper.condition == .always || conditions.contains(paper.condition))
        }
    }
}
