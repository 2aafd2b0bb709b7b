import Civic
import Office
import Pages
import Store

/// What a run said of its linking, in the figures that staff look at.
enum LinkagePresenter {
    /// Thresholds shown: from near certainty to even odds, in steps that change something.
    private static let shownWeights = [12, 10, 8, 6, 5, 4, 3, 2, 1, 0]
    /// Width of the bands of weights, in bits.
    private static let band = 4
    /// A field that differs by more than this in one pair of twenty is pointed out.
    private static let largeDrift = 0.05

    static func page(_ document: LinkageDocument, settings: RunSettings) -> LinkagePage {
        LinkagePage(
            asOf: settings.asOf,
            totals: LinkagePage.Totals(
                rows: document.rows, people: document.people, pairs: document.pairsCompared,
                reviews: document.reviewPairs),
            thresholds: thresholds(document), weights: bands(document.weights),
            lists: document.unlinkableRows.map {
                LinkagePage.List(name: $0.source, rows: $0.rows, unlinkable: $0.unlinkable)
            },
            fields: fields(document.model.levels),
            drift: (document.drift ?? []).filter { $0.distance > 0 }.map {
                LinkagePage.Drift(
                    field: $0.field, distance: share($0.distance),
                    isLarge: $0.distance > largeDrift)
            })
    }

    private static func thresholds(_ document: LinkageDocument) -> [LinkagePage.Threshold] {
        document.thresholds.filter { shownWeights.contains($0.weight) }.map {
            LinkagePage.Threshold(
                weight: $0.weight, isUsed: $0.weight == Int(document.joinsFromWeight),
                pairs: $0.pairs, precision: share($0.precision), recall: share($0.recall))
        }
    }

    private static func bands(
        _ weights: [LinkageDocument.WeightCount]
    ) -> [LinkagePage.WeightBand] {
        // The last weight stands for all beyond it and joins the band before.
        stride(from: 0, to: weights.count - 1, by: band).compactMap { start in
            let end = start + band + 1 < weights.count ? start + band : weights.count
            let part = weights[start..<end]
            guard let first = part.first, let last = part.last else { return nil }
            return LinkagePage.WeightBand(
                from: first.weight, to: last.weight + 1, pairs: part.reduce(0) { $0 + $1.pairs })
        }.reversed()
    }

    /// Levels that were met, names of every rarity together: people read kinds of agreement.
    private static func fields(_ levels: [LinkageDocument.Level]) -> [LinkagePage.Field] {
        var fields: [(name: String, levels: [LinkagePage.Level])] = []
        var start = 0
        while start < levels.count {
            var end = start + 1
            while end < levels.count, levels[end].field == levels[start].field,
                levels[end].level == levels[start].level
            {
                end += 1
            }
            if let level = level(levels[start..<end]) {
                if fields.last?.name != levels[start].field {
                    fields.append((levels[start].field, []))
                }
                fields[fields.count - 1].levels.append(level)
            }
            start = end
        }
        return fields.map { LinkagePage.Field(name: $0.name, levels: $0.levels) }
    }

    private static func level(
        _ parts: ArraySlice<LinkageDocument.Level>
    ) -> LinkagePage.Level? {
        let (one, two) = parts.reduce((0.0, 0.0)) {
            ($0.0 + $1.shareOfOnePerson, $0.1 + $1.shareOfTwoPeople)
        }
        // What was hardly ever met says nothing; columns without a name here are of other lists.
        guard let first = parts.first, one > 0.000_001 || two > 0.000_001,
            !first.field.hasPrefix("extra")
        else { return nil }
        // The strongest of the parts that were met, as the sum of shares would hide the rare names.
        let weight = parts.max { $0.shareOfOnePerson < $1.shareOfOnePerson }?.weight ?? 0
        return LinkagePage.Level(
            meaning: Phrase(first.meaningId, en: first.meaningEn),
            weight: Int((min(max(weight, -100), 100) * 10).rounded()), ofOne: share(one),
            ofTwo: share(two))
    }

    /// Hundredths of a per cent.
    private static func share(_ value: Double) -> Int { Int((value * 10_000).rounded()) }
}
