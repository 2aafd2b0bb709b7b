package import Civic

extension CityStore {
    /// Records what somebody judges of two people in `scope`, and makes them one or keeps them
    /// apart at once.
    ///
    /// - Throws: `pair-unknown` when there is no such pair with both people in `scope`;
    ///   `second-person-needed` when the one who proposed it wants to confirm.
    package func decide(
        _ ruling: PairRuling, in scope: Scope, _ terms: LinkTerms, by act: Act
    ) async throws(Problem) -> LinkOutcome {
        try await deciding(in: scope, terms, by: act) { deciding throws(Problem) in
            try deciding.decide(ruling)
        }
    }

    /// Takes a decision back. Everybody whom it was about must be in `scope`.
    ///
    /// - Throws: `decision-unknown`; `decision-answered` when somebody took it back before;
    ///   `link-depends` when a later decision rests on it.
    package func undoLink(
        _ id: Int, in scope: Scope, _ terms: LinkTerms, by act: Act
    ) async throws(Problem) -> LinkOutcome {
        try await deciding(in: scope, terms, by: act) { deciding throws(Problem) in
            try deciding.undo(id)
        }
    }

    /// Makes a person of their own of the row at `record` of delivery `delivery`, together with rows
    /// of the same list that say the very same.
    ///
    /// - Throws: `person-unknown`; `row-unknown` when it is no row of that person; `row-alone` when
    ///   nothing would stay.
    package func split(
        _ number: PersonNumber, delivery: Int, record: Int, in scope: Scope, _ terms: LinkTerms,
        by act: Act
    ) async throws(Problem) -> LinkOutcome {
        try await deciding(in: scope, terms, by: act) { deciding throws(Problem) in
            try deciding.split(number, delivery: delivery, record: record)
        }
    }

    private func deciding(
        in scope: Scope, _ terms: LinkTerms, by act: Act,
        _ body: @escaping @Sendable (LinkDeciding) throws(Problem) -> LinkOutcome
    ) async throws(Problem) -> LinkOutcome {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            try body(
                LinkDeciding(
                    sealer: try sealer.named(by: writer), journal: journal, scope: scope,
                    terms: terms, act: act, writer: writer))
        }
    }
}
