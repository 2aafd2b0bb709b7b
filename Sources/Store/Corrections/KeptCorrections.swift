import Civic
import Programme

/// Accepted corrections, to be made again in whatever lists bring: lists go on saying what was wrong
/// until their agency has put it right.
struct KeptCorrections: Sendable {
    private struct Kept {
        let receipt: String
        let datum: CorrectedDatum
        let day: Day
    }

    /// Nothing was ever corrected.
    static let none = KeptCorrections()

    private let rejudging: Rejudging?
    /// By the number of the person, or of the one into whom that person was merged.
    private var byNumber: [String: [Kept]] = [:]
    private var survivors: [String: String] = [:]

    private init() { rejudging = nil }

    /// Nothing is corrected in a run that does not say by which rules to judge.
    init(_ rejudging: Rejudging?, _ sealer: Sealer, _ reader: any SQLReader) throws(Problem) {
        self.rejudging = rejudging
        guard rejudging != nil else { return }
        let boxes = CorrectionBoxes(sealer: sealer)
        let found = try reader.all(
            """
            SELECT number, id, receipt, field, closed, decided_sealed FROM correction
            WHERE state = 'accepted' AND decided_sealed IS NOT NULL ORDER BY id
            """
        ) { fields throws(Problem) -> (String, Kept)? in
            let (number, id, receipt) = (fields.text(), fields.int(), fields.text())
            let field = try fields.correctionField()
            guard let day = fields.day(),
                let datum = try boxes.datum(fields.optionalBytes(), field, .decided, id)
            else { return nil }
            return (number, Kept(receipt: receipt, datum: datum, day: day))
        }
        survivors = try PersonAlias.survivors(reader)
        for case (let number, let kept)? in found {
            byNumber[living(number), default: []].append(kept)
        }
    }

    private func living(_ number: String) -> String {
        var seen: Set<String> = []
        var number = number
        while let next = survivors[number], seen.insert(number).inserted { number = next }
        return number
    }

    /// The person, whose number is known, with everything that was corrected so far.
    func corrected(_ person: ImportedPerson) -> ImportedPerson {
        guard let rejudging, let kept = byNumber[living(person.number.text)] else { return person }
        return kept.reduce(person) { person, correction in
            person.corrected(
                correction.datum, source: RuleVerdict.source(ofCorrection: correction.receipt),
                on: correction.day, rejudging)
        }
    }

    /// By what people were known before their identity was corrected.
    static func identities(
        _ sealer: Sealer, _ reader: any SQLReader
    ) throws(Problem) -> [(number: String, before: IdentityBefore)] {
        try reader.all(
            """
            SELECT number, id, before_sealed FROM correction WHERE before_sealed IS NOT NULL
            ORDER BY id
            """
        ) { fields throws(Problem) in
            let (number, id) = (fields.text(), fields.int())
            let plain = try sealer.open(fields.bytes(), .before, row: id)
            return (number, try IdentityBefore(String(decoding: plain, as: UTF8.self)))
        }
    }
}
