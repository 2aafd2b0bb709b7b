package import Civic

/// What sending a list comes to: who is new, who is known, and who may be somebody known.
package struct ProposalSending: Sendable {
    /// A row about somebody whom the city knows.
    package struct Attached: Sendable {
        /// SIGAP number.
        package let number: String
        package let row: ImportedRow
        package let proposed: Day

        package init(number: String, row: ImportedRow, proposed: Day) {
            self.number = number
            self.row = row
            self.proposed = proposed
        }
    }

    /// Somebody new who may be somebody known.
    package struct Pair: Sendable {
        /// Position among the new people.
        package let person: Int
        package let known: String
        /// Weight of evidence in thousandths of a bit.
        package let weight: Int
        /// In thousandths.
        package let probability: Int
        package let evidence: [PairFinding]

        package init(
            person: Int, known: String, weight: Int, probability: Int, evidence: [PairFinding]
        ) {
            self.person = person
            self.known = known
            self.weight = weight
            self.probability = probability
            self.evidence = evidence
        }
    }

    /// The list as its one delivery, with everybody who is new.
    package let run: ImportRun
    package let attached: [Attached]
    package let pairs: [Pair]
    /// The rows that are sent, in the versions in which they were read.
    package let versions: [Int: Int]
    /// `KEL-BJ`.
    package let receiptPrefix: String
    package let year: Int

    package init(
        run: ImportRun, attached: [Attached], pairs: [Pair], versions: [Int: Int],
        receiptPrefix: String, year: Int
    ) {
        self.run = run
        self.attached = attached
        self.pairs = pairs
        self.versions = versions
        self.receiptPrefix = receiptPrefix
        self.year = year
    }
}

extension CityStore {
    /// Sends the ready rows of a list: makes candidates of them, counts them, gives a receipt. A list
    /// that was sent stays as it is.
    ///
    /// - Throws: `proposal-moved` when the list or one of its rows is no longer what was read.
    package func sendProposals(
        _ id: Int, _ sending: ProposalSending, in scope: Scope, by act: Act
    ) async throws(Problem) {
        let (sealer, journal) = (sealer, journal)
        try await engine.write { writer throws(Problem) in
            let sealer = try sealer.named(by: writer)
            let reading = ProposalReading(sealer: sealer, reader: writer)
            guard let list = try reading.list(id, scope) else { throw Problem.proposalMoved() }
            if list.state == .sent { return }
            guard list.state == .open || list.state == .sending else {
                throw Problem.proposalMoved()
            }
            let work = ProposalWriter(
                list: id, sending: sending, sealer: sealer, receivedAt: act.at, writer: writer)
            let receipt = try work.send(by: act)
            try journal.append(
                "proposal.send", CityStore.subject(id),
                [
                    "receipt": receipt.text, "rows": String(sending.versions.count),
                    "known": String(sending.attached.count),
                    "pairs": String(sending.pairs.count),
                ], by: act, to: writer)
        }
    }

    /// Leaves a large list to a node that sends it.
    package func queueSending(
        _ id: Int, in scope: Scope, by act: Act
    ) async throws(Problem) {
        try await engine.write { writer throws(Problem) in
            guard try CityStore.isOpen(id, scope, writer) else { throw Problem.proposalMoved() }
            try writer.execute(
                "UPDATE proposal_list SET state = 'sending' WHERE id = $1", [SQLValue(id)])
        }
    }
}
