package import Civic

/// Somebody as the insurer is asked to enrol them.
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
}

/// People of one fund whom the insurer was not asked to enrol yet.
package struct EnrolmentQueue: Sendable, Hashable {
    package let fund: String
    package let people: Int
    /// The first month that somebody of them is promised.
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

    static func queues(_ reader: any SQLReader) throws(Problem) -> [EnrolmentQueue] {
        try reader.all(
            """
            SELECT c.fund, COUNT(*), MIN(m.first_month) \(waiting)
            GROUP BY c.fund ORDER BY c.fund
            """
        ) { fields in
            EnrolmentQueue(fund: fields.text(), people: fields.int(), month: fields.month())
        }
    }

    /// Who waits for this fund to be sent, in the order of a file.
    static func waiting(
        for fund: String, _ sealer: Sealer, _ reader: any SQLReader
    ) throws(Problem) -> [Enrolment] {
        try people(
            "\(waiting) AND c.fund = $1 ORDER BY m.village, m.name_key, m.number",
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
            m.rw, m.occupation, m.first_month, m.last_month \(rows)
            """, values
        ) { fields throws(Problem) in
            let id = fields.int()
            return Enrolment(
                number: fields.text(), name: fields.text(), birth: fields.day(),
                nik: try summaries.nik(fields.optionalBytes(), .memberNIK, id),
                district: fields.place(), village: fields.place(), rt: fields.optionalInt(),
                rw: fields.optionalInt(), occupation: fields.optionalText(),
                months: fields.month()...fields.month())
        }
    }
}
