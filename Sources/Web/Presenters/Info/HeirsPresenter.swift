import Civic
import Jamsostek
import Office
import Pages

enum HeirsPresenter {
    /// By the law in force on `day`; throws a problem of kind input when there was none.
    static func page(_ facts: CityFacts, on day: Day) throws(Problem) -> HeirsPage {
        let law = facts.law
        let papers = law.papers(for: .death, on: day, where: Set(PaperCondition.allCases))
        return HeirsPage(
            benefit: try benefit(law, day),
            papers: papers.map { paper in
                HeirsPage.Paper(name: name(of: paper), condition: words(for: paper.condition))
            },
            heirs: heirs(try law.heirOrder(on: day)))
    }

    private static func benefit(
        _ law: Law, _ day: Day
    ) throws(Problem) -> HeirsPage.Benefit {
        let terms = try DeathTerms(law, on: day)
        return HeirsPage.Benefit(
            full: terms.full, early: terms.early, fullAfterMonths: terms.fullAfterMonths,
            scholarships: terms.scholarships, scholarshipChildren: terms.scholarshipChildren,
            scholarshipAfterMonths: terms.scholarshipAfterMonths,
            paidWithinDays: try law.workingDays(of: .death, on: day),
            lapsesAfterYears: try law.years(of: .death, on: day), sources: terms.sources)
    }

    private static func name(of paper: ClaimPaper) -> Phrase {
        guard let form = paper.form else { return paper.name }
        return Phrase("\(paper.name.indonesian) (\(form))", en: "\(paper.name.english) (\(form))")
    }

    private static func words(for condition: PaperCondition) -> Phrase? {
        switch condition {
        case .always: nil
        case .roadAccident: Phrase("bila kecelakaan di jalan", en: "after an accident on the road")
        case .offSiteAccident:
            Phrase("bila di luar tempat kerja", en: "after an accident away from the place of work")
        case .reimbursement:
            Phrase("bila biaya dibayar dulu", en: "if treatment was paid for first")
        case .spouse: Phrase("bila ahli waris suami atau istri", en: "if the heir is the spouse")
        case .severalHeirs:
            Phrase("bila ahli waris beberapa orang", en: "if there are several heirs")
        case .will: Phrase("bila ada wasiat", en: "if there is a will")
        case .heirOutsideList:
            Phrase("bila ahli waris di luar urutan ini", en: "if the heir is not in this order")
        }
    }

    /// One line for each rank: all of its relations share.
    private static func heirs(_ order: [HeirRule]) -> [Phrase] {
        let relations = order.filter { $0.relation != .nobody }
        return Set(relations.map(\.rank)).sorted().map { rank in
            let names = relations.filter { $0.rank == rank }.map(\.name)
            let others = names.dropFirst().map { name in
                Phrase(lowered(name.indonesian), en: lowered(name.english))
            }
            return .joined(names.prefix(1) + others)
        }
    }

    /// With a small first letter, as in the middle of a sentence.
    private static func lowered(_ text: String) -> String {
        text.prefix(1).lowercased() + text.dropFirst()
    }
}
