package import Civic

extension LinkagePage {
    package struct Totals: Sendable {
        package let rows: Int
        package let people: Int
        /// Pairs of rows that were compared.
        package let pairs: Int
        /// Pairs of people that wait for somebody to judge.
        package let reviews: Int

        package init(rows: Int, people: Int, pairs: Int, reviews: Int) {
            self.rows = rows
            self.people = people
            self.pairs = pairs
            self.reviews = reviews
        }
    }

    /// What would have been found at another threshold, by the run's own probabilities.
    package struct Threshold: Sendable {
        /// Bits.
        package let weight: Int
        package let isUsed: Bool
        package let pairs: Int
        /// Shares in hundredths of a per cent.
        package let precision: Int
        package let recall: Int

        package init(weight: Int, isUsed: Bool, pairs: Int, precision: Int, recall: Int) {
            self.weight = weight
            self.isUsed = isUsed
            self.pairs = pairs
            self.precision = precision
            self.recall = recall
        }

        func view(_ say: Speech) -> View {
            [
                "weight": .text(signed(weight)), "isUsed": .flag(isUsed),
                "pairs": .text(say.number(pairs)),
                "precision": .text("\(say.hundredths(precision)) %"),
                "recall": .text("\(say.hundredths(recall)) %"),
            ]
        }
    }

    /// Pairs whose weight lies in a band.
    package struct WeightBand: Sendable {
        package let from: Int
        package let to: Int
        package let pairs: Int

        package init(from: Int, to: Int, pairs: Int) {
            self.from = from
            self.to = to
            self.pairs = pairs
        }

        func view(longest: Int, _ say: Speech) -> View {
            [
                "band": .text(say("linkage-band", ["dari": signed(from), "sampai": signed(to)])),
                "pairs": .text(say.number(pairs)),
                "length": .text(Bar.length(of: pairs, longest: longest)),
            ]
        }
    }

    package struct List: Sendable {
        package let name: String
        package let rows: Int
        /// Rows that say too little to be joined to anybody.
        package let unlinkable: Int

        package init(name: String, rows: Int, unlinkable: Int) {
            self.name = name
            self.rows = rows
            self.unlinkable = unlinkable
        }

        func view(_ say: Speech) -> View {
            [
                "name": .text(name), "rows": .text(say.number(rows)),
                "unlinkable": .text(say.number(unlinkable)),
                "share": .text(say.percent(unlinkable, of: rows)),
            ]
        }
    }

    /// What the agreements and differences of one field weigh.
    package struct Field: Sendable {
        package let name: String
        package let levels: [Level]

        package init(name: String, levels: [Level]) {
            self.name = name
            self.levels = levels
        }

        func view(_ say: Speech) -> View {
            [
                "name": .text(fieldName(name, say)),
                "levels": .list(levels.map { $0.view(say) }),
            ]
        }
    }

    package struct Level: Sendable {
        package let meaning: Phrase
        /// Tenths of a bit.
        package let weight: Int
        /// Shares among pairs of one person and of two, in hundredths of a per cent.
        package let ofOne: Int
        package let ofTwo: Int

        package init(meaning: Phrase, weight: Int, ofOne: Int, ofTwo: Int) {
            self.meaning = meaning
            self.weight = weight
            self.ofOne = ofOne
            self.ofTwo = ofTwo
        }

        func view(_ say: Speech) -> View {
            [
                "meaning": .text(say.text(meaning)),
                "weight": .text("\(weight < 0 ? "−" : "+")\(say.tenths(abs(weight)))"),
                "ofOne": .text("\(say.hundredths(ofOne)) %"),
                "ofTwo": .text("\(say.hundredths(ofTwo)) %"),
            ]
        }
    }

    /// How much a field differs from the lists before.
    package struct Drift: Sendable {
        package let field: String
        /// Hundredths of a per cent.
        package let distance: Int
        package let isLarge: Bool

        package init(field: String, distance: Int, isLarge: Bool) {
            self.field = field
            self.distance = distance
            self.isLarge = isLarge
        }

        func view(_ say: Speech) -> View {
            [
                "name": .text(fieldName(field, say)),
                "distance": .text("\(say.hundredths(distance)) %"), "isLarge": .flag(isLarge),
            ]
        }
    }
}

/// A whole number with its sign, as weights are written.
private func signed(_ value: Int) -> String {
    value < 0 ? "−\(-value)" : value > 0 ? "+\(value)" : "0"
}

/// A field of the comparison in the reader's words; as it is called where there are none.
private func fieldName(_ field: String, _ say: Speech) -> String {
    switch field {
    case "lists": say("linkage-field-lists")
    case "nik": say("linkage-field-nik")
    case "name": say("linkage-field-name")
    case "birth": say("linkage-field-birth")
    case "sex": say("linkage-field-sex")
    case "mother": say("linkage-field-mother")
    case "card": say("linkage-field-card")
    case "phone": say("linkage-field-phone")
    case "place": say("linkage-field-place")
    case "address": say("linkage-field-address")
    default: field
    }
}
