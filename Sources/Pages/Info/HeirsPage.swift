package import Civic

/// `/ahli-waris`: what the family of a dead member can claim, and how. Plain and quiet.
package struct HeirsPage: Page {
    package struct Benefit: Sendable {
        package let full: Rupiah
        /// Before the membership is old enough.
        package let early: Rupiah
        /// Months of membership after which the full benefit is due.
        package let fullAfterMonths: Int
        /// The most that all children together can get for school.
        package let scholarships: Rupiah
        package let scholarshipChildren: Int
        /// Months of contributions after which scholarships are due.
        package let scholarshipAfterMonths: Int
        /// Working days in which the insurer pays when the papers are complete.
        package let paidWithinDays: Int
        /// Years after which the claim lapses.
        package let lapsesAfterYears: Int
        package let sources: [Citation]

        package init(
            full: Rupiah, early: Rupiah, fullAfterMonths: Int, scholarships: Rupiah,
            scholarshipChildren: Int, scholarshipAfterMonths: Int, paidWithinDays: Int,
            lapsesAfterYears: Int, sources: [Citation]
        ) {
            self.full = full
            self.early = early
            self.fullAfterMonths = fullAfterMonths
            self.scholarships = scholarships
            self.scholarshipChildren = scholarshipChildren
            self.scholarshipAfterMonths = scholarshipAfterMonths
            self.paidWithinDays = paidWithinDays
            self.lapsesAfterYears = lapsesAfterYears
            self.sources = sources
        }
    }

    /// A paper to bring; `condition` says in which case only.
    package struct Paper: Sendable {
        package let name: Phrase
        package let condition: Phrase?

        package init(name: Phrase, condition: Phrase?) {
            self.name = name
            self.condition = condition
        }
    }

    package static let template = "heirs"
    package static let room = Room.open
    package var section: NavigationItem? { .heirs }

    package let benefit: Benefit
    package let papers: [Paper]
    /// Who inherits, in the order of the law.
    package let heirs: [Phrase]

    package init(benefit: Benefit, papers: [Paper], heirs: [Phrase]) {
        self.benefit = benefit
        self.papers = papers
        self.heirs = heirs
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("heirs-title")),
            "amounts": .list(amounts(say).map { ["amountText": .text($0)] }),
            "terms": .text(
                say(
                    "heirs-terms",
                    [
                        "hari": say.number(benefit.paidWithinDays),
                        "tahun": say.number(benefit.lapsesAfterYears),
                    ])),
            "sources": .text(benefit.sources.map(\.title).joined(separator: "; ")),
            "papers": .list(papers.map { paperView($0, say) }),
            "heirs": .list(heirs.map { ["heir": .text(say.text($0))] }),
            "hasHeirs": .flag(!heirs.isEmpty),
            "checkHref": .text(Address.check),
        ]
    }

    private func amounts(_ say: Speech) -> [String] {
        let months = say.number(benefit.fullAfterMonths)
        return [
            say("heirs-full", ["jumlah": say.money(benefit.full), "bulan": months]),
            say("heirs-early", ["jumlah": say.money(benefit.early), "bulan": months]),
            say(
                "heirs-scholarship",
                [
                    "jumlah": say.money(benefit.scholarships),
                    "anak": say.number(benefit.scholarshipChildren),
                    "bulan": say.number(benefit.scholarshipAfterMonths),
                ]),
        ]
    }

    private func paperView(_ paper: Paper, _ say: Speech) -> View {
        [
            "paperName": .text(say.text(paper.name)),
            "onlyIf": .part(paper.condition.map { ["conditionText": .text(say.text($0))] }),
        ]
    }
}
