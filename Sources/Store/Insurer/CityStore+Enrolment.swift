package import Civic
import Programme

/// Asking the insurer to enrol those whom decrees determined.
extension CityStore {
    /// Who waits to be sent, by fund.
    package func enrolmentQueues() async throws(Problem) -> [EnrolmentQueue] {
        try await engine.read { reader throws(Problem) in try EnrolmentTable.queues(reader) }
    }

    /// Who of a fund waits to be sent, in the order of a file.
    package func enrolments(waitingFor fund: String) async throws(Problem) -> [Enrolment] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            try EnrolmentTable.waiting(for: fund, try sealer.named(by: reader), reader)
        }
    }

    /// Keeps a file that asks for `numbers`, in this order; they count as sent from then on.
    ///
    /// - Returns: the id of the file, also when the request is repeated.
    /// - Throws: `insurer-moved` when one of them does not wait any more.
    package func enrol(
        _ numbers: [String], in file: NewInsurerFile, by act: Act
    ) async throws(Problem) -> Int {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            let known = try InsurerFileTable.id(.out, file.digest, writer)
            guard try RequestKeys.claim(act, "insurer.enrol", writer) else {
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
            try journal.append(
                "insurer.enrol", document,
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
