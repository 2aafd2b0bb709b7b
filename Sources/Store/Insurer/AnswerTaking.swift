import Civic
import Programme

/// Takes the rows of one file of the insurer in: judges each, keeps them all, and changes members by
/// sets.
struct AnswerTaking {
    /// In what the row says otherwise than we do. Raw values stand in the note of a line.
    enum Difference: String { case name, nik, participant }

    let file: Int
    let kind: InsurerFile.Kind
    let act: Act
    let sealer: Sealer
    let journal: JournalWriter
    let writer: any SQLWriter

    private var matching: AnswerMatching
    private var lines: InsurerLineTable
    private var strangers: StrangerTable
    private var accepted: [MemberEvents.Line] = []
    private var refused: [MemberEvents.Line] = []
    private var ended: [EndAnswer: [MemberEvents.Line]] = [:]
    private(set) var counts: [LineEffect: Int] = [:]

    init(
        file: Int, _ kind: InsurerFile.Kind, expected: Int, act: Act, sealer: Sealer,
        journal: JournalWriter, writer: any SQLWriter
    ) throws(Problem) {
        self.file = file
        self.kind = kind
        self.act = act
        self.sealer = sealer
        self.journal = journal
        self.writer = writer
        matching = AnswerMatching(sealer: sealer, reader: writer)
        lines = InsurerLineTable(file: file, expected: expected)
        strangers = try StrangerTable(file: file, sealer: sealer, writer)
    }

    mutating func take(_ rows: [InsurerRow]) throws(Problem) {
        try matching.load(rows)
        if kind == .end { try matching.loadEndAnswers() }
        for row in rows { try take(row) }
        try strangers.insert(writer)
        try lines.insert(writer)
        try changeMembers()
    }

    private mutating func take(_ row: InsurerRow) throws(Problem) {
        guard let word = row.word else { return add(row, .unread, note: row.fault) }
        let byNIK = row.nik.flatMap { matching.number(of: $0) }
        let byNumber = row.number.flatMap { matching.members[$0] == nil ? nil : $0 }
        let byParticipant = row.participant.flatMap { matching.byParticipant[$0.text] }
        // Where no number of a person is given, the insurer's own has to do.
        let isBare = row.nik == nil && row.number == nil
        guard let number = byNIK ?? byNumber ?? (isBare ? byParticipant : nil),
            let member = matching.members[number]
        else { return try addStranger(row) }
        var differences: [Difference] = []
        if !row.name.isEmpty, NameSpelling.canonical(row.name) != member.nameKey {
            differences.append(.name)
        }
        if byNIK == nil, row.nik != nil { differences.append(.nik) }
        if case .listed = word {
            if let participant = row.participant, participant.text != member.standing.participant {
                differences.append(.participant)
            }
            return keep(row, .list, of: number, differences)
        }
        let isSomebodyElse = byNIK != nil && byNumber != nil && byNIK != byNumber
        let effect =
            isSomebodyElse
            ? AnswerEffect.conflict(.twoPeople)
            : AnswerJudging.effect(
                of: word, on: member.standing,
                isTaken: byParticipant != nil && byParticipant != number)
        matching.note(AnswerJudging.after(word, effect, on: member.standing), of: number)
        follow(effect, of: row, on: number, differences)
    }

    private mutating func follow(
        _ effect: AnswerEffect, of row: InsurerRow, on number: String,
        _ differences: [Difference]
    ) {
        let document = InsurerFileTable.subject(file)
        switch effect {
        case .accept:
            accepted.append(
                .init(number: number, state: .active, day: row.day, document: document))
            keep(row, .accept, of: number, differences)
        case .refuse:
            refused.append(
                .init(number: number, state: .refused, cause: row.cause, document: document))
            keep(row, .refuse, of: number, differences)
        case .end(let answer):
            ended[answer, default: []].append(
                .init(
                    number: number, state: .ended,
                    cause: matching.members[number]?.standing.cause, document: document))
            keep(row, answer == .ended ? .accept : .refuse, of: number, differences)
        case .known: keep(row, .known, of: number, differences)
        case .conflict(let kind):
            keep(row, .conflict, of: number, differences, first: kind.rawValue)
        }
    }

    private mutating func keep(
        _ row: InsurerRow, _ effect: LineEffect, of number: String, _ differences: [Difference],
        first: String? = nil
    ) {
        let notes = (first.map { [$0] } ?? []) + differences.map(\.rawValue)
        add(row, effect, of: number, note: notes.isEmpty ? nil : notes.joined(separator: " "))
    }

    private mutating func addStranger(_ row: InsurerRow) throws(Problem) {
        if let nik = row.nik, let id = matching.stranger(nik) {
            return add(row, .stranger, stranger: id)
        }
        let id = try strangers.add(row)
        if let nik = row.nik { matching.note(stranger: id, nik) }
        add(row, .stranger, stranger: id)
    }

    private mutating func add(
        _ row: InsurerRow, _ effect: LineEffect, of number: String? = nil, stranger: Int? = nil,
        note: String? = nil
    ) {
        counts[effect, default: 0] += 1
        lines.add(
            InsurerLineTable.Line(
                line: row.line, effect: effect, number: number, stranger: stranger,
                answer: row.answer, participant: row.participant?.text, day: row.day,
                amount: row.amount, code: row.code, cause: row.cause, note: note))
    }

    /// Every change is made from the lines as they were kept, in one statement for each kind.
    private func changeMembers() throws(Problem) {
        if !accepted.isEmpty {
            try writer.execute(
                """
                UPDATE member SET state = 'active', participant = l.participant,
                active_from = l.day, version = member.version + 1 FROM insurer_line l
                WHERE l.file_id = $1 AND l.effect = 'accept' AND l.number = member.number
                """, [SQLValue(file)])
            try MemberEvents.append("accept", accepted, by: act, writer)
        }
        try MemberEvents.append(MemberEvents.endConfirmed, ended[.ended] ?? [], by: act, writer)
        try MemberEvents.append(MemberEvents.endUnknown, ended[.unknown] ?? [], by: act, writer)
        guard !refused.isEmpty else { return }
        try writer.execute(
            """
            UPDATE member SET state = 'refused', cause = l.cause, version = member.version + 1
            FROM insurer_line l
            WHERE l.file_id = $1 AND l.effect = 'refuse' AND l.number = member.number
            """, [SQLValue(file)])
        try MemberEvents.append("refuse", refused, by: act, writer)
        try CoverBook(act: act, journal: journal, writer: writer).release(
            refused.map(\.number), by: InsurerFileTable.subject(file))
    }
}

extension InsurerRow {
    /// The answer as the store keeps it.
    fileprivate var answer: String? {
        switch word {
        case .accepted: "accepted"
        case .refused: "refused"
        case .listed: "listed"
        case .ended: "accepted"
        case .unknown: "refused"
        case nil: nil
        }
    }

    /// The city's own reason of a refusal.
    fileprivate var cause: String? {
        if case .refused(let cause) = word { cause } else { nil }
    }
}
