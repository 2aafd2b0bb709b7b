package import Civic
package import Programme

/// By what rules cases are judged, and until when they should be done.
package struct VerificationTerms: Sendable {
    package let policy: VerificationPolicy
    /// The last day for cases that are opened now.
    package let due: Day

    package init(policy: VerificationPolicy, due: Day) {
        self.policy = policy
        self.due = due
    }
}

/// Makes the cases of a run out of its people and of everything that was said about them before.
struct CaseBook {
    static let columns = [
        "number", "name_key", "district", "village", "rw", "occupation", "lane", "state",
        "standing", "work", "version", "maker", "decider", "decided_at", "opened", "due",
    ]

    /// What stays of a case when people come anew.
    fileprivate struct Kept {
        var history = CaseHistory.none
        var opened: Int?
        var due: Int?
        var maker: String?
        var confirmations: [Confirmation] = []
    }

    private let terms: VerificationTerms?
    private let today: Day
    private var kept: [String: Kept] = [:]

    init(
        _ terms: VerificationTerms?, on instant: Instant, _ reader: any SQLReader
    ) throws(Problem) {
        self.terms = terms
        today = .jakarta(at: instant)
        guard terms != nil else { return }
        var kept: [String: Kept] = [:]
        try reader.scan("SELECT number, opened, due, maker FROM verification_case", []) {
            row throws(Problem) in
            var fields = SQLFields(row)
            kept[fields.text(), default: Kept()].keep(&fields)
        }
        for (number, history) in try CaseEvents.latest(reader) {
            kept[number, default: Kept()].history = history
        }
        for (number, word) in try ConfirmationTable.all(reader) {
            kept[number, default: Kept()].confirmations.append(word)
        }
        self.kept = kept
    }

    /// For people who are all new: nothing was said about them.
    init(new terms: VerificationTerms?, on instant: Instant) {
        self.terms = terms
        today = .jakarta(at: instant)
    }

    /// The row of the person's case; nothing for somebody whom nobody checks and never did.
    func rows(of person: ImportedPerson, nameKey: String) -> [SQLValue] {
        guard let terms else { return [] }
        let number = person.number.text
        let before = kept[number]
        guard let lane = person.lane ?? (before?.history.version ?? 0 > 0 ? .no : nil) else {
            return []
        }
        let history = before?.history ?? .none
        let facts = CaseFacts(
            state: history.state, work: history.work, occupation: person.occupation,
            maker: before?.maker, decider: history.decider,
            confirmations: before?.confirmations ?? [])
        let village = person.place?.level == .village ? person.place?.description : nil
        return [
            .text(number), .text(nameKey), SQLValue(person.place?.district.description),
            SQLValue(village), SQLValue(person.rw), SQLValue(person.occupation),
            .text(lane.rawValue), .text(history.state.rawValue),
            .text(terms.policy.standing(facts).rawValue), SQLValue(history.work?.rawValue),
            SQLValue(history.version), SQLValue(before?.maker), SQLValue(history.decider),
            SQLValue(history.decidedAt.map { Int($0.milliseconds) }),
            SQLValue(before?.opened ?? Int(today.number)),
            SQLValue(before?.due ?? Int(terms.due.number)),
        ]
    }
}

extension CaseBook.Kept {
    fileprivate mutating func keep(_ fields: inout SQLFields) {
        (opened, due, maker) = (fields.int(), fields.int(), fields.optionalText())
    }
}
