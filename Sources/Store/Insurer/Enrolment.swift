package import Civic

/// Somebody as the insurer is asked to enrol them, or told that their cover ends.
package struct Enrolment: Sendable, Hashable {
    package let number: String
    package let name: String
    package let birth: Day?
    package let nik: NIK?
    package let district: PlaceCode?
    package let village: PlaceCode?
    package let rt: Int?
    package let rw: Int?
    package let occupation: String?
    /// The months that are promised.
    package let months: ClosedRange<Month>
    /// The insurer's number (KPJ), where it gave one.
    package let participant: String?
    /// The first month that is not paid any more, and the code of the reason.
    package let ended: Month?
    package let cause: String?
}

/// People of one fund whom the insurer was not asked to enrol, or not told of, yet.
package struct EnrolmentQueue: Sendable, Hashable {
    package let fund: String
    package let people: Int
    /// The first month that somebody of them is promised, or is not paid any more.
    package let month: Month
}

/// Members as they go into files.
enum EnrolmentTable {
    /// Whoever waits to be sent belongs to the fund of the first promised month.
    private static let waiting = """
        FROM member m JOIN cover_month c ON c.number = m.number AND c.state = 'promised'
        AND c.month = (SELECT MIN(x.month) FROM cover_month x
        WHERE x.number = m.number AND x.state = 'promised')
        WHERE m.state = 'determined'
        """

    /// Whoever has ended belongs to the fund of the last month that was not let go of. The insurer
    /// is told of those whom it covers or was asked to cover, once for each end.
    private static let leaving = """
        FROM member m JOIN cover_month c ON c.number = m.number AND c.month = COALESCE(
        (SELECT MAX(x.month) FROM cover_month x WHERE x.number = m.number AND x.state <> 'void'),
        (SELECT MIN(x.month) FROM cover_month x WHERE x.number = m.number))
        WHERE m.state = 'ended' AND (m.participant IS NOT NULL OR EXISTS (
            SELECT 1 FROM insurer_line l WHERE l.number = m.number AND l.effect = 'sent'))
        AND NOT EXISTS (SELECT 1 FROM member_event t WHERE t.number = m.number
            AND t.event = '\(MemberEvents.tellEnd)' AND NOT EXISTS (
                SELECT 1 FROM member_event e WHERE e.number = m.number AND e.event = 'end'
                AND e.id > t.id))
        """

    /// `kind` is that of the file for which people wait.
    private static func rows(_ kind: InsurerFile.Kind) -> String {
        kind == .end ? leaving : waiting
    }

    static func queues(
        _ kind: InsurerFile.Kind, _ reader: any SQLReader
    ) throws(Problem) -> [EnrolmentQueue] {
        let month = kind == .end ? "m.ended_month" : "m.first_month"
        return try reader.all(
            """
            SELECT c.fund, COUNT(*), MIN(\(month)) \(rows(kind))
            GROUP BY c.fund ORDER BY c.fund
            """
        ) { fields in
            EnrolmentQueue(fund: fields.text(), people: fields.int(), month: fields.month())
        }
    }

    /// Who of this fund waits for a file of this kind, in the order of the file.
    static func waiting(
        for fund: String, _ kind: InsurerFile.Kind, _ sealer: Sealer, _ reader: any SQLReader
    ) throws(Problem) -> [Enrolment] {
        try people(
            "\(rows(kind)) AND c.fund = $1 ORDER BY m.village, m.name_key, m.number",
            [.text(fund)], sealer, reader)
    }

    /// Whom a file asked for, in its order, as they are known now.
    static func sent(
        in file: Int, _ sealer: Sealer, _ reader: any SQLReader
    ) throws(Problem) -> [Enrolment] {
        try people(
            """
            FROM insurer_line l JOIN member m ON m.number = l.number
            WHERE l.file_id = $1 AND l.effect = 'sent' ORDER BY l.line
            """, [SQLValue(file)], sealer, reader)
    }

    private static func people(
        _ rows: String, _ values: [SQLValue], _ sealer: Sealer, _ reader: any SQLReader
    ) throws(Problem) -> [Enrolment] {
        let summaries = SummaryReading(sealer: sealer)
        return try reader.all(
            """
            SELECT m.id, m.number, m.name, m.birth, m.nik_sealed, m.district, m.village, m.rt,
            m.rw, m.occupation, m.first_month, m.last_month, m.participant,
            m.ended_month, m.cause \(rows)
            """, values
        ) { fields throws(Problem) in
            let id = fields.int()
            return Enrolment(
                number: fields.text(), name: fields.text(), birth: fields.day(),
                nik: try summaries.nik(fields.optionalBytes(), .memberNIK, id),
                district: fields.place(), village: fields.place(), rt: fields.optionalInt(),
                rw: fields.optionalInt(), occupation: fields.optionalText(),
                months: fields.month()...fields.month(), participant: fields.optionalText(),
                ended: fields.optionalMonth(), cause: fields.optionalText())
        }
    }
}
