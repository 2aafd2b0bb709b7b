package import Civic
import Programme

extension CityStore {
    /// What waits for an agency, a page of at most `limit`. Makes the matches anew where the list,
    /// the people or the rules have changed since.
    package func questions(
        _ ask: AgencyAsk, _ filter: QuestionFilter, after number: String? = nil, limit: Int
    ) async throws(Problem) -> QuestionList {
        try await refreshMatches(ask)
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let sealer = try sealer.named(by: reader)
            let query = QuestionQuery(ask: ask, filter: filter)
            let (counts, due) = try query.counts(reader)
            let found = try query.page(after: number, limit: limit + 1, sealer, reader)
            let page = Array(found.prefix(limit))
            return QuestionList(
                questions: page, counts: counts, due: due,
                next: found.count > limit ? page.last?.number : nil,
                list: try ReferenceTable.lists(of: ask.agency, limit: 1, reader).first)
        }
    }

    private func refreshMatches(_ ask: AgencyAsk) async throws(Problem) {
        let table = ReferenceMatchTable(ask: ask)
        let isCurrent = try await engine.read { reader throws(Problem) in
            let list = try ReferenceTable.lists(of: ask.agency, limit: 1, reader).first?.id
            return try table.isCurrent(list, reader)
        }
        if isCurrent { return }
        try await engine.write { writer throws(Problem) in
            try Answering.freshen(ask, writer)
        }
    }

    /// Keeps an agency's answer about one candidate; with `isOld` it tells that it was given by a
    /// list that is old.
    package func answer(
        _ answer: AgencyAnswer, _ ask: AgencyAsk, isOld: Bool, by act: Act
    ) async throws(Problem) -> AnswerOutcome {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            let number = answer.number.text
            var sql = SQLText()
            let isAsked = ask.isAsked(ask.occupations, &sql)
            let known = try writer.integer(
                """
                SELECT COUNT(*) FROM verification_case c
                WHERE \(isAsked) AND c.number = \(sql.bind(.text(number)))
                """, sql.values)
            guard known == 1 else { return .unknown }
            guard try RequestKeys.claim(act, "answer", writer) else { return .kept }
            let before = try ConfirmationTable.all(about: [number], writer)
                .first { $0.word.source == ask.source && $0.word.answer != .withdrawn }
            if let before { return .answered(before.word.answer) }
            let found =
                try QuestionReading(ask: ask, sealer: try sealer.named(by: writer))
                .found(of: [number], writer)[number] ?? []
            let chosen = answer.row.flatMap { row in found.first { $0.row == row } }
            let only = found.count == 1 ? found.first : nil
            if answer.word == .yes, found.count > 1, chosen == nil { return .mustChoose }
            let row = answer.word == .yes ? chosen ?? only : nil
            try Answering(ask: ask, journal: journal, writer: writer).keep(
                [
                    Answering.Word(
                        number: number, answer: answer.word.answer, record: row?.record)
                ], .desk, basis: isOld ? NewConfirmation.oldReference : nil, by: act)
            return .kept
        }
    }

    /// Says yes to every candidate who waits and was found for certain on the agency's list, all in
    /// one act.
    ///
    /// `list` is the one that whoever asks for it has seen. With `isOld` the answers tell that they
    /// were given by a list that is old. Returned is how many; nil where the list is another one by
    /// now, and nothing was kept.
    package func acceptExact(
        _ ask: AgencyAsk, of list: Int, in district: PlaceCode?, isOld: Bool, by act: Act
    ) async throws(Problem) -> Int? {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            let current = try ReferenceTable.lists(of: ask.agency, limit: 1, writer).first
            guard current?.id == list else { return nil }
            guard try RequestKeys.claim(act, "answer.exact", writer) else { return 0 }
            try Answering.freshen(ask, writer)
            let query = QuestionQuery(ask: ask, filter: QuestionFilter(district: district))
            let words = try query.exact(writer).map { found in
                Answering.Word(number: found.number, answer: .yes, record: found.record)
            }
            try Answering(ask: ask, journal: journal, writer: writer).keep(
                words, .bulk, basis: isOld ? NewConfirmation.oldReference : NewConfirmation.exact,
                by: act)
            return words.count
        }
    }

    /// Takes back what whoever acts answered for the agency at `instant`: all of it, or what is
    /// about one number.
    ///
    /// - Returns: how many answers; nil where it is too late.
    package func withdrawAnswers(
        _ ask: AgencyAsk, givenAt instant: Instant, about number: PersonNumber? = nil, by act: Act
    ) async throws(Problem) -> Int? {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard act.at < Answering.limit(of: instant, ask) else { return nil }
            guard try RequestKeys.claim(act, "answer.withdraw", writer) else { return 0 }
            var sql = SQLText()
            let source = sql.bind(.text(ask.source))
            let at = sql.bind(.integer(instant.milliseconds))
            let actor = sql.bind(.text(act.actor))
            let isThis = number.map { " AND number = \(sql.bind(.text($0.text)))" } ?? ""
            let numbers = try writer.all(
                """
                SELECT number FROM confirmation_now WHERE source = \(source) AND at = \(at)
                AND actor = \(actor) AND answer <> 'withdrawn'\(isThis) ORDER BY number
                """, sql.values
            ) { fields in fields.text() }
            try Answering(ask: ask, journal: journal, writer: writer).keep(
                numbers.map { Answering.Word(number: $0, answer: .withdrawn, record: nil) },
                numbers.count > 1 ? .bulk : .desk, basis: nil, by: act)
            return numbers.count
        }
    }
}

/// Keeps an agency's answers inside a transaction.
struct Answering {
    struct Word {
        let number: String
        let answer: Confirmation.Answer
        /// Row of the agency's list that it rests on.
        let record: Int?
    }

    /// Cases are looked at anew so many at a time: engines limit the placeholders of a query.
    private static let blockSize = 1000

    let ask: AgencyAsk
    let journal: JournalWriter
    let writer: any SQLWriter

    func keep(
        _ words: [Word], _ channel: NewConfirmation.Channel, basis: String?, by act: Act
    ) throws(Problem) {
        let numbers = words.map(\.number)
        let given = words.map { word in
            ConfirmationTable.Row(
                number: word.number, source: ask.source, answer: word.answer, channel: channel,
                witness: nil, basis: word.answer == .withdrawn ? nil : basis)
        }
        for start in stride(from: 0, to: words.count, by: Answering.blockSize) {
            let block = start..<min(start + Answering.blockSize, words.count)
            try ConfirmationTable.append(Array(given[block]), by: act, writer)
            try CaseTable.refresh(Array(numbers[block]), ask.policy, writer)
        }
        try journal.append(
            "confirmation",
            words.map { word in
                var detail = ["source": ask.source, "answer": word.answer.rawValue]
                detail["channel"] = channel.rawValue
                detail["row"] = word.record.map { String($0) }
                detail["basis"] = basis
                return JournalEntry(subject: word.number, detail: detail)
            }, by: act, to: writer)
    }

    /// Makes the matches anew where they stand for something else than today's.
    static func freshen(_ ask: AgencyAsk, _ writer: any SQLWriter) throws(Problem) {
        let table = ReferenceMatchTable(ask: ask)
        let list = try ReferenceTable.lists(of: ask.agency, limit: 1, writer).first?.id
        guard let list, try !table.isCurrent(list, writer) else { return }
        try table.rebuild(list, writer)
    }

    /// Until when an answer can be taken back.
    static func limit(of instant: Instant, _ ask: AgencyAsk) -> Instant {
        instant + Int64(ask.policy.undoMinutes) * 60_000
    }
}
