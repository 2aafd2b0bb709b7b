package import Civic

/// `/kerja/pencocokan`: how the rows of the lists were linked to people, how sure that is, and what
/// each agreement weighs. Figures only, nobody's data.
package struct LinkagePage: Page {
    package static let template = "linkage"
    package static let room = Room.work
    package var section: NavigationItem? { .linkage }

    package let asOf: Day
    package let totals: Totals
    /// From sure to doubtful.
    package let thresholds: [Threshold]
    package let weights: [WeightBand]
    package let lists: [List]
    /// By field, strongest level first.
    package let fields: [Field]
    /// Empty when there was no earlier run.
    package let drift: [Drift]

    package init(
        asOf: Day, totals: Totals, thresholds: [Threshold], weights: [WeightBand], lists: [List],
        fields: [Field], drift: [Drift]
    ) {
        self.asOf = asOf
        self.totals = totals
        self.thresholds = thresholds
        self.weights = weights
        self.lists = lists
        self.fields = fields
        self.drift = drift
    }

    package func view(_ say: Speech) -> View {
        let longest = weights.map(\.pairs).max() ?? 0
        return [
            "title": .text(
                say(
                    "linkage-title",
                    ["baris": say.number(totals.rows), "orang": say.number(totals.people)])),
            "sourceLine": .text(say("linkage-source", ["tanggal": say.day(asOf)])),
            "figures": .list(figures(say)),
            "thresholds": .list(thresholds.map { $0.view(say) }),
            "weights": .list(weights.map { $0.view(longest: longest, say) }),
            "lists": .list(lists.map { $0.view(say) }),
            "fields": .list(fields.map { $0.view(say) }),
            "hasDrift": .flag(!drift.isEmpty),
            "drift": .list(drift.map { $0.view(say) }),
            "jsonHref": .text(Address.linkageJSON),
        ]
    }

    private func figures(_ say: Speech) -> [View] {
        [
            (totals.rows, say("linkage-rows"), say("linkage-rows-means")),
            (totals.people, say("linkage-people"), say("linkage-people-means")),
            (totals.pairs, say("linkage-pairs"), say("linkage-pairs-means")),
            (totals.reviews, say("linkage-reviews"), say("linkage-reviews-means")),
        ].map { value, name, meaning in
            [
                "value": .text(say.number(value)), "name": .text(name),
                "meaning": .text(meaning),
            ]
        }
    }
}
