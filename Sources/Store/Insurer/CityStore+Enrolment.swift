package import Civic
import Programme

/// Asking the insurer to enrol those whom decrees determined.
extension CityStore {
    /// Who waits for files of this kind, by fund: to be enrolled, or to be told of as ended.
    package func enrolmentQueues(
        _ kind: InsurerFile.Kind = .enrol
    ) async throws(Problem) -> [EnrolmentQueue] {
        try await engine.read { reader throws(Problem) in try EnrolmentTable.queues(kind, reader) }
    }

    /// Who of a fund waits for a file of this kind, in the order of the file.
    package func enrolments(
        waitingFor fund: String, _ kind: InsurerFile.Kind = .enrol
    ) async throws(Problem) -> [Enrolment] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            try EnrolmentTable.waiting(for: fund, kind, try sealer.named(by: reader), reader)
        }
    }

    /// Keeps a file that asks for `numbers`, in this order; they count as sent from then on.
    ///
    /// - Returns: the id of the file, also when the request is repeated.
    /// - Throws: `insurer-moved` when one of them does not wait any more.
    package func enrol(
        _ numbers: [String], in file: NewInsurerFile, by act: Act
    ) async throws(Problem) -> Int {
        try await keepOutFile(file, numbers, "insurer.enrol", by: act) {
            id, writer throws(Problem) in
            let count = try writer.execute(
                """
                UPDATE member SET state = 'enrolled', version = version + 1
                WHERE state = 'determined'
                AND number IN (SELECT l.number FROM insurer_line l WHERE l.file_id = $1)
                """, [SQLValue(id)])
            guard count == numbers.count else { throw InsurerFault.moved() }
            let document = InsurerFileTable.subject(id)
            try MemberEvents.append(
                "enrol",
                numbers.map { MemberEvents.Line(number: $0, state: .enrolled, document: document) },
                by: act, writer)
        }
    }

    /// Keeps a file that tells the insurer of `people` whose cover ends, in this order; each end is
    /// told once.
    ///
    /// - Returns: the id of the file, also when the request is repeated.
    /// - Throws: `insurer-moved` when one of them does not wait any more.
    package func tellEnds(
        _ people: [Enrolment], in file: NewInsurerFile, by act: Act
    ) async throws(Problem) -> Int {
        let (sealer, fund) = (sealer, file.fund ?? "")
        return try await keepOutFile(file, people.map(\.number), "insurer.end", by: act) {
            id, writer throws(Problem) in
            let waiting = try EnrolmentTable.waiting(
                for: fund, .end, try sealer.named(by: writer), writer)
            guard Set(people).isSubset(of: waiting) else { throw InsurerFault.moved() }
            let document = InsurerFileTable.subject(id)
            try MemberEvents.append(
                MemberEvents.tellEnd,
                people.map {
                    MemberEvents.Line(
                        number: $0.number, state: .ended, cause: $0.cause, document: document)
                }, by: act, writer)
        }
    }

    /// Keeps a file with its lines, then does what follows for the people in it.
    private func keepOutFile(
        _ file: NewInsurerFile, _ numbers: [String], _ verb: String, by act: Act,
        _ follow: @escaping @Sendable (Int, any SQLWriter) throws(Problem) -> Void
    ) async throws(Problem) -> Int {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            let known = try InsurerFileTable.id(.out, file.digest, writer)
            guard try RequestKeys.claim(act, verb, writer) else {
                guard let known else { throw InsurerFault.moved() }
                return known
            }
            if let known { return known }
            let id = try InsurerFileTable.insert(
                file, .out, lines: numbers.count, by: act, writer)
            var lines = InsurerLineTable(file: id, expected: numbers.count)
            for (index, number) in numbers.enumerated() {
                lines.add(.init(line: index + 1, effect: .sent, number: number))
            }
            try lines.insert(writer)
            try follow(id, writer)
            try journal.append(
                verb, InsurerFileTable.subject(id),
                ["people": String(numbers.count), "digest": file.digest], by: act, to: writer)
            return id
        }
    }

    /// Whom a file asked for, with their full numbers; that they were read is noted. Nil unless
    /// there is such a file that went out.
    package func reopenInsurerFile(
        _ id: Int, by act: Act
    ) async throws(Problem) -> (file: InsurerFile, people: [Enrolment])? {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            guard let file = try InsurerFileTable.file(id, writer), file.way == .out else {
                return nil
            }
            let people = try EnrolmentTable.sent(in: id, try sealer.named(by: writer), writer)
            try journal.append(
                "insurer.download", InsurerFileTable.subject(id), by: act, to: writer)
            return (file, people)
        }
    }

    /// Notes that a file reached the insurer, once; false unless there is such a file.
    package func handOver(
        _ id: Int, _ manner: String, over channel: InsurerFile.Channel, by act: Act
    ) async throws(Problem) -> Bool {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard let file = try InsurerFileTable.file(id, writer), file.way == .out else {
                return false
            }
            guard file.handover == nil else { return true }
            try writer.execute(
                """
                UPDATE insurer_file SET delivered_at = $2, delivered_by = $3, delivery = $4,
                channel = $5 WHERE id = $1
                """,
                [
                    SQLValue(id), .integer(act.at.milliseconds), .text(act.actor), .text(manner),
                    .text(channel.rawValue),
                ])
            try journal.append(
                "insurer.hand-over", InsurerFileTable.subject(id),
                ["channel": channel.rawValue, "digest": file.digest], by: act, to: writer)
            return true
        }
    }

    /// Counts an attempt to send a file, before it is made.
    package func noteInsurerTry(_ id: Int) async throws(Problem) {
        try await engine.write { writer throws(Problem) in
            try writer.execute(
                "UPDATE insurer_file SET tries = tries + 1 WHERE id = $1 AND way = 'out'",
                [SQLValue(id)])
        }
    }
}
