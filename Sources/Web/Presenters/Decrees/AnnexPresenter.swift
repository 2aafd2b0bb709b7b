import Civic
import Office
import Pages
import Programme
import Store

/// The annex of a decree, and what a code leads to.
enum AnnexPresenter {
    /// Of people of no known village, in addresses.
    static let noVillage = "-"

    static func overview(
        _ facts: CityFacts, _ decree: Decree, _ places: [(village: PlaceCode?, people: Int)]
    ) -> DecreeAnnexPage {
        DecreeAnnexPage(
            facts: DecreePresenter.summary(decree),
            places: places.map { place(facts, decree, $0.village, $0.people) }, current: nil,
            lines: [], nextHref: nil)
    }

    static func village(
        _ facts: CityFacts, _ decree: Decree, _ place: (village: PlaceCode?, people: Int),
        _ lines: [DecreeLine], funds: [String: String]
    ) -> DecreeAnnexPage {
        let shown = decree.digest == nil ? lines : Array(lines.prefix(CityStore.annexPageSize))
        let next = lines.count > shown.count ? shown.last?.line : nil
        return DecreeAnnexPage(
            facts: DecreePresenter.summary(decree), places: [],
            current: self.place(facts, decree, place.village, place.people),
            lines: shown.map { line(facts, $0, funds) },
            nextHref: next.map { line in
                Address.decreeAnnex(decree.id, village: slug(facts, place.village), after: line)
            })
    }

    private static func place(
        _ facts: CityFacts, _ decree: Decree, _ village: PlaceCode?, _ people: Int
    ) -> DecreeAnnexPage.Place {
        DecreeAnnexPage.Place(
            name: village.flatMap { DecreePresenter.name(facts, $0) },
            district: village.flatMap { DecreePresenter.name(facts, $0.district) },
            href: Address.decreeAnnex(decree.id, village: slug(facts, village)), people: people)
    }

    private static func slug(_ facts: CityFacts, _ village: PlaceCode?) -> String {
        village.map(PlaceSlugs(facts.region.places).slug(of:)) ?? noVillage
    }

    private static func line(
        _ facts: CityFacts, _ line: DecreeLine, _ funds: [String: String]
    ) -> DecreeAnnexPage.Line {
        let change: DecreeAnnexPage.Line.Change =
            switch line.change {
            case .add: .add
            case .remove: .remove
            case .alter: .alter
            }
        return DecreeAnnexPage.Line(
            line: line.line, number: line.number, name: line.name, nik: line.nik?.masked,
            neighbourhood: neighbourhood(line), occupation: facts.occupation(line.occupation)?.name,
            funds: line.funding.isEmpty
                ? "–" : line.funding.map { funds[$0.fund] ?? $0.fund }.joined(separator: ", "),
            change: change,
            cause: line.cause.map { facts.region.reasons[$0]?.short ?? .same($0) })
    }

    static func neighbourhood(_ line: DecreeLine) -> String? {
        guard line.rt != nil || line.rw != nil else { return nil }
        return [line.rt, line.rw].map { $0.map { NumberText.padded($0, to: 3) } ?? "–" }
            .joined(separator: "/")
    }

    static func sealed(_ paper: SealedPaper) -> PaperCheckPage.Sealed {
        let kind: PaperCheckPage.Sealed.Kind =
            switch paper.kind {
            case .payment: .payment
            case .receipt: .receipt
            case .minutes: .minutes
            case .ranking: .ranking
            }
        return PaperCheckPage.Sealed(
            kind: kind, standing: standing(paper.standing), month: paper.month, day: paper.day,
            people: paper.people, amount: paper.amount, digests: paper.digests)
    }

    private static func standing(
        _ standing: VerifiedPaper.Standing
    ) -> PaperCheckPage.Paper.Standing {
        switch standing {
        case .pending: .pending
        case .valid: .valid
        case .withdrawn: .withdrawn
        }
    }

    static func paper(_ paper: VerifiedPaper) -> PaperCheckPage.Paper {
        PaperCheckPage.Paper(
            standing: standing(paper.standing), facts: DecreePresenter.summary(paper.decree),
            publicDigest: paper.decree.publicDigest ?? "",
            amended: paper.amended.map(DecreePresenter.summary),
            amendments: paper.amendments.map(DecreePresenter.summary))
    }
}
