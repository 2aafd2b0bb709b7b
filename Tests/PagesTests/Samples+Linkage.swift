import Civic
import Pages

extension Samples {
    static let linkage = linkage(drift: [
        LinkagePage.Drift(field: "phone", distance: 2140, isLarge: true),
        LinkagePage.Drift(field: "name", distance: 31, isLarge: false),
    ])

    /// Without an earlier run there is nothing to differ from.
    static let firstLinkage = linkage(drift: [])

    private static func linkage(drift: [LinkagePage.Drift]) -> LinkagePage {
        LinkagePage(
            asOf: day,
            totals: LinkagePage.Totals(
                rows: 48_211, people: 31_204, pairs: 318_204, reviews: 318),
            thresholds: [
                LinkagePage.Threshold(
                    weight: 10, isUsed: false, pairs: 40_211, precision: 9999, recall: 9870),
                LinkagePage.Threshold(
                    weight: 3, isUsed: true, pairs: 41_032, precision: 9996, recall: 9991),
                LinkagePage.Threshold(
                    weight: -1, isUsed: false, pairs: 41_544, precision: 9920, recall: 9999),
            ],
            weights: [
                LinkagePage.WeightBand(from: 36, to: 40, pairs: 30_114),
                LinkagePage.WeightBand(from: -4, to: 0, pairs: 0),
            ],
            lists: [LinkagePage.List(name: "kelurahan", rows: 4021, unlinkable: 17)],
            fields: [
                LinkagePage.Field(
                    name: "nik",
                    levels: [
                        LinkagePage.Level(
                            meaning: Phrase("NIK sama", en: "same NIK"), weight: 186, ofOne: 9210,
                            ofTwo: 1),
                        LinkagePage.Level(
                            meaning: Phrase("NIK berbeda", en: "different NIK"), weight: -78,
                            ofOne: 30, ofTwo: 6820),
                    ])
            ], drift: drift)
    }
}
