package import Civic
package import Programme

/// Putting decrees to signature and in force.
extension CityStore {
    /// Freezes the annex of a draft and puts it to signature.
    ///
    /// `site` is the scheme and host that are printed on the paper with its code.
    ///
    /// - Throws: `decree-findings` as long as somebody on it cannot be determined; `store-busy` while
    ///   the key is being changed, as numbers are found by it.
    package func beginSigning(
        _ id: Int, site: String = "", _ policy: DecreePolicy, by act: Act
    ) async throws(Problem) {
        let (sealer, journal) = (sealer, journal)
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "decree.begin", writer) else { return }
            let decree = try DecreeTable.require(id, in: .draft, at: writer)
            try CityStore.requireOneKey(writer)
            let drafting = DecreeDrafting(writer: writer)
            try drafting.followMerges(id)
            try drafting.count(id)
            let check = try DecreeChecks(
                isVerifiedOnly: policy.verifiedOnly, reader: writer
            ).check(id)
            guard check.open.isEmpty else { throw Problem.decreeFindings(check) }
            let text = try DecreeReading(policy: policy, reader: writer).text(of: decree)
            let lines = try DecreeFreezing(
                sealer: try sealer.named(by: writer), writer: writer
            ).freeze(decree)
            try writer.execute(
                "UPDATE decree SET title = $2, body = $3, site = $4 WHERE id = $1",
                [
                    SQLValue(id), .text(text.about), .text(DecreeBody.text(text)),
                    .text(site),
                ])
            try DecreeTable.move(decree, to: .signing, writer)
            let digest = try DecreeTable.find(id, writer)?.digest
            try DecreeSteps.append(
                DecreeStep.Deed.begin.rawValue, to: id, digest: digest, by: act, writer)
            try journal.append(
                "decree.begin", DecreeTable.subject(id),
                ["digest": digest ?? "", "lines": String(lines.count)], by: act, to: writer)
        }
    }

    /// Does the next sign-off. `digest` is that of the annex that was looked at.
    ///
    /// - Throws: `sign-off-…` where somebody else must do it; `annex-changed`.
    package func signOff(
        _ id: Int, digest: String, note: String?, _ policy: DecreePolicy, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "decree.sign", writer) else { return }
            let decree = try DecreeTable.require(id, in: .signing, at: writer)
            guard decree.digest == digest else { throw Problem.annexChanged() }
            let record = try DecreeReading(policy: policy, reader: writer).record(id)
            guard let record else { throw Problem.decreeUnknown() }
            let signOff = policy.signOff(maker: record.maker, signed: record.signed)
            if let obstacle = signOff.obstacle(to: act.actor) { throw Problem.signOff(obstacle) }
            guard let step = signOff.next else { return }
            try DecreeSteps.append(step, to: id, note: note, digest: digest, by: act, writer)
            try journal.append(
                "decree.sign", DecreeTable.subject(id), ["step": step, "digest": digest], by: act,
                to: writer)
        }
    }

    /// Sends a decree back, and drafts it anew with the same people.
    ///
    /// - Returns: the new draft.
    package func sendBack(
        _ id: Int, note: String, _ policy: DecreePolicy, by act: Act
    ) async throws(Problem) -> Int {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "decree.send-back", writer) else {
                return try DecreeTable.id(drafted: act, writer)
            }
            let decree = try DecreeTable.require(id, in: .signing, .numbered, at: writer)
            try DecreeTable.move(decree, to: .withdrawn, writer)
            try DecreeSteps.append(
                DecreeStep.Deed.sendBack.rawValue, to: id, note: note, by: act, writer)
            try journal.append("decree.send-back", DecreeTable.subject(id), by: act, to: writer)
            let draft = NewDecree(
                kind: decree.kind, wave: decree.wave, amends: decree.amends, redrafts: id,
                months: decree.months)
            return try DecreeStarting(policy: policy, journal: journal, act: act, writer: writer)
                .start(draft) { new, drafting throws(Problem) in
                    try drafting.fill(new, fromDraft: id)
                }
        }
    }

    /// Notes number and date as they stand on the signed paper. Both may be put right as long as the
    /// decree is not in force.
    ///
    /// - Throws: `sign-off-incomplete`, `decree-date`, `decree-number-form`, `decree-number-used`.
    package func numberDecree(
        _ id: Int, number: String, signedOn day: Day, _ policy: DecreePolicy, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "decree.number", writer) else { return }
            let decree = try DecreeTable.require(id, in: .signing, .numbered, at: writer)
            let last = try CityStore.lastSignOff(id, policy, writer)
            guard day >= last, day <= .jakarta(at: act.at) else {
                throw Problem.signedOutOfTime(last)
            }
            guard policy.numbering.fits(number, on: day) else {
                throw Problem.numberPattern(policy.numbering.text(1, on: day))
            }
            let others = try writer.integer(
                "SELECT COUNT(*) FROM decree WHERE number = $1 AND id <> $2",
                [.text(number), SQLValue(id)])
            guard others == 0 else { throw Problem.numberUsed() }
            if decree.state == .signing { try DecreeTable.move(decree, to: .numbered, writer) }
            try writer.execute(
                "UPDATE decree SET number = $2, signed_on = $3 WHERE id = $1",
                [SQLValue(id), .text(number), SQLValue(day)])
            try DecreeSteps.append(
                DecreeStep.Deed.number.rawValue, to: id, note: number, by: act, writer)
            try journal.append(
                "decree.number", DecreeTable.subject(id), ["number": number, "date": day.iso],
                by: act, to: writer)
        }
    }

    /// The day of the last sign-off, once all are done.
    private static func lastSignOff(
        _ id: Int, _ policy: DecreePolicy, _ reader: any SQLReader
    ) throws(Problem) -> Day {
        guard let record = try DecreeReading(policy: policy, reader: reader).record(id) else {
            throw Problem.decreeUnknown()
        }
        let signOff = policy.signOff(maker: record.maker, signed: record.signed)
        let last = record.steps.last { $0.deed == nil } ?? record.steps.last
        guard signOff.next == nil, let last else { throw Problem.signOffIncomplete() }
        return .jakarta(at: last.at)
    }

    /// Determines whom the decree names and promises their months, all at once.
    ///
    /// - Throws: `signed-file-missing` or `signed-file-differs` where the signed paper must be there;
    ///   `decree-members-stand`; `decree-fund-short`.
    package func putInForce(
        _ id: Int, _ policy: DecreePolicy, _ prices: CoverPrices, by act: Act
    ) async throws(Problem) {
        let (sealer, journal) = (sealer, journal)
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "decree.in-force", writer) else { return }
            let decree = try DecreeTable.require(id, in: .numbered, at: writer)
            try CityStore.requireOneKey(writer)
            let paper = try DecreeSteps.files(of: id, writer).first
            if let paper, !paper.differences.isEmpty {
                throw Problem.signedFileDiffers(paper.differences)
            }
            guard paper != nil || policy.signedFile == .mayFollow else {
                throw Problem.signedFileMissing()
            }
            let book = CoverBook(act: act, journal: journal, writer: writer)
            try DecreeForce(
                decree: decree, prices: prices, sealer: try sealer.named(by: writer), book: book,
                writer: writer
            ).run()
            // The day first: without it no decree is in force.
            try writer.execute(
                "UPDATE decree SET in_force_at = $2 WHERE id = $1",
                [SQLValue(id), .integer(act.at.milliseconds)])
            try DecreeTable.move(decree, to: .inForce, writer)
            try DecreeSteps.append(
                DecreeStep.Deed.inForce.rawValue, to: id, digest: decree.digest, by: act, writer)
            try journal.append(
                "decree.in-force", DecreeTable.subject(id),
                [
                    "number": decree.number ?? "", "digest": decree.digest ?? "",
                    "lines": String(decree.lines),
                ], by: act, to: writer)
        }
    }

    /// Numbers are compared by fingerprints, which differ from key to key.
    private static func requireOneKey(_ reader: any SQLReader) throws(Problem) {
        guard try Setting.value(.keyRotation, reader) == nil else { throw Problem.storeBusy() }
    }
}
