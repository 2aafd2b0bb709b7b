package import Civic
package import Programme

extension CityStore {
    /// Keeps what somebody said about candidates, as far as `scope` reaches, and what follows from
    /// it. Repeating the request changes nothing.
    ///
    /// - Returns: the numbers about whom it was kept.
    @discardableResult
    package func confirm(
        _ words: [NewConfirmation], in scope: Scope, _ policy: VerificationPolicy, by act: Act
    ) async throws(Problem) -> Set<String> {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            let histories = try CaseTable.histories(of: words.map(\.number), in: scope, writer)
            let known = words.filter { histories[$0.number.text] != nil }
            guard try RequestKeys.claim(act, "confirmation", writer) else {
                return Set(known.map(\.number.text))
            }
            try Confirming(policy: policy, journal: journal, writer: writer).keep(known, by: act)
            return Set(known.map(\.number.text))
        }
    }

    /// The latest word of each source about a candidate in `scope`.
    package func confirmations(
        about number: PersonNumber, in scope: Scope
    ) async throws(Problem) -> [Confirmation] {
        try await engine.read { reader throws(Problem) in
            let isKnown = try !CaseTable.histories(of: [number], in: scope, reader).isEmpty
            guard isKnown else { return [] }
            return try ConfirmationTable.all(about: [number.text], reader).map(\.word)
        }
    }
}

/// Keeps words about candidates that are known to lie in the scope, inside a transaction.
struct Confirming {
    let policy: VerificationPolicy
    let journal: JournalWriter
    let writer: any SQLWriter

    func keep(_ words: [NewConfirmation], by act: Act) throws(Problem) {
        try ConfirmationTable.append(words, by: act, writer)
        try CaseTable.refresh(words.map(\.number.text), policy, writer)
        for word in words {
            try journal.append(
                "confirmation", word.number.text,
                [
                    "source": word.source, "answer": word.answer.rawValue,
                    "channel": word.channel.rawValue,
                ], by: act, to: writer)
        }
    }
}
