package import Civic
package import Programme

/// The results of one run over all lists: everything the city knows about its people afterwards.
package struct ImportRun: Sendable {
    package let settings: RunSettings
    package let deliveries: [ImportedDelivery]
    /// Hands every person to its argument, one after the other, so that a million people need not
    /// be held twice. Must be repeatable: the store may ask again when a transaction is retried.
    package let people:
        @Sendable (_ add: (ImportedPerson) throws(Problem) -> Void) throws(Problem) -> Void
    package let pairs: [ImportedPair]
    /// Nil for a run whose people nobody checks.
    package let verification: VerificationTerms?
    /// The last decision about links that the run took into account; nil when it asked for none.
    package var decidedThrough: Int?
    /// By what rules people are judged again whose data were corrected; nil corrects nobody.
    package let rejudging: Rejudging?

    package init(
        settings: RunSettings, deliveries: [ImportedDelivery], pairs: [ImportedPair],
        verification: VerificationTerms? = nil, rejudging: Rejudging? = nil,
        people:
            @escaping @Sendable (_ add: (ImportedPerson) throws(Problem) -> Void) throws(Problem) ->
            Void
    ) {
        self.settings = settings
        self.deliveries = deliveries
        self.pairs = pairs
        self.verification = verification
        self.rejudging = rejudging
        self.people = people
    }
}

/// One list as it was read.
package struct ImportedDelivery: Sendable {
    /// Name of the file without its ending; unique in a run.
    package let source: String
    package let file: String
    /// Id of the agency.
    package let agency: String
    /// SHA-256 of the file, hexadecimal.
    package let digest: String
    /// All records of the file: `read` is the sum of the other three.
    package let read: Int
    package let linked: Int
    package let rejected: Int
    /// Headers, totals and blank rows.
    package let idle: Int
    /// The day of the data, where the file tells it.
    package let dataDay: Day?
    /// How many values could not be used, by code.
    package let faults: [String: Int]
    /// Faults of the list as a whole.
    package let warnings: [DeliveryWarning]

    package init(
        source: String, file: String, agency: String, digest: String, read: Int, linked: Int,
        rejected: Int, idle: Int, dataDay: Day?, faults: [String: Int],
        warnings: [DeliveryWarning]
    ) {
        self.source = source
        self.file = file
        self.agency = agency
        self.digest = digest
        self.read = read
        self.linked = linked
        self.rejected = rejected
        self.idle = idle
        self.dataDay = dataDay
        self.faults = faults
        self.warnings = warnings
    }
}

/// A fault of a list as a whole, such as a column cut by a spreadsheet: what is wrong and what to do.
package struct DeliveryWarning: Sendable, Hashable {
    package let code: String
    package let sentence: Phrase

    package init(code: String, sentence: Phrase) {
        self.code = code
        self.sentence = sentence
    }
}

/// Two people who may be one, for somebody to judge.
package struct ImportedPair: Sendable {
    /// Positions of the two in the order in which people were added, from 0.
    package let first: Int
    package let second: Int
    /// Weight of evidence in thousandths of a bit.
    package let weight: Int
    /// Probability in thousandths, 0 to 1000.
    package let probability: Int
    package let evidence: [PairFinding]
    package let state: ReviewState

    package init(
        first: Int, second: Int, weight: Int, probability: Int, evidence: [PairFinding],
        state: ReviewState = .open
    ) {
        self.first = first
        self.second = second
        self.weight = weight
        self.probability = probability
        self.evidence = evidence
        self.state = state
    }
}

/// One thing that speaks for or against two people being one.
package struct PairFinding: Sendable, Hashable {
    /// In rows of earlier versions the weight stands in the sentence.
    package let sentence: Phrase
    /// What was compared: `nik`, `name`, `birth`; nil in rows of earlier versions.
    package let field: String?
    /// Thousandths of a bit, for one person above zero; nil in rows of earlier versions.
    package let weight: Int?

    package init(_ sentence: Phrase, field: String? = nil, weight: Int? = nil) {
        self.sentence = sentence
        self.field = field
        self.weight = weight
    }

    /// As kept.
    var parts: [String?] {
        guard let field, let weight else { return [sentence.indonesian, sentence.english] }
        return [sentence.indonesian, sentence.english, field, String(weight)]
    }

    init?(parts: [String?]) {
        guard parts.count == 2 || parts.count == 4, let indonesian = parts[0],
            let english = parts[1]
        else { return nil }
        self.init(
            Phrase(indonesian, en: english), field: parts.count == 4 ? parts[2] : nil,
            weight: parts.count == 4 ? parts[3].flatMap { Int($0) } : nil)
    }

    static func all(_ text: String) throws(Problem) -> [PairFinding] {
        try StoredList.rows(text).map { row throws(Problem) in
            guard let finding = PairFinding(parts: row) else {
                throw Problem.storeDamaged("review_pair.evidence")
            }
            return finding
        }
    }

    /// The finding and what it adds, in bits: `NIK sama (+18,6)`.
    package var weighed: Phrase {
        guard let weight else { return sentence }
        let tenths = (abs(weight) + 50) / 100
        let bits = "\(weight < 0 && tenths > 0 ? "-" : "+")\(tenths / 10).\(tenths % 10)"
        let comma = String(bits.map { $0 == "." ? "," : $0 })
        return Phrase("\(sentence.indonesian) (\(comma))", en: "\(sentence.english) (\(bits))")
    }
}

/// What somebody decided about a pair.
package enum ReviewState: String, Sendable, CaseIterable {
    case open
    case same
    case different
    case unsure
}
