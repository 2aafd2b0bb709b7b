import Civic
import Programme

/// Rows of the table of members.
enum MemberTable {
    /// In the order in which ``member(_:_:)`` reads them, of a table called `m`.
    static let columns = """
        m.id, m.number, m.cohort, m.name, m.birth, m.nik_sealed, m.district, m.village,
        m.occupation, m.state, m.decree_id, m.line, m.first_month, m.last_month, m.participant,
        m.active_from, m.ended_month, m.cause, m.version
        """

    /// Members that `condition` on `m` describes, in order of `order`.
    static func members(
        where condition: String, _ values: [SQLValue], order: String = "m.name_key, m.number",
        limit: Int? = nil, _ sealer: Sealer, _ reader: any SQLReader
    ) throws(Problem) -> [Member] {
        let end = limit.map { " LIMIT \($0)" } ?? ""
        return try reader.all(
            "SELECT \(columns) FROM member m WHERE \(condition) ORDER BY \(order)\(end)", values
        ) { fields throws(Problem) in try member(&fields, sealer) }
    }

    static func member(
        _ number: String, _ sealer: Sealer, _ reader: any SQLReader
    ) throws(Problem) -> Member? {
        try members(where: "m.number = $1", [.text(number)], sealer, reader).first
    }

    static func member(
        _ fields: inout SQLFields, _ sealer: Sealer
    ) throws(Problem) -> Member {
        let id = fields.int()
        return Member(
            number: fields.text(), cohort: fields.text(), name: fields.text(), birth: fields.day(),
            nik: try SummaryReading(sealer: sealer).nik(fields.optionalBytes(), .memberNIK, id),
            district: fields.place(), village: fields.place(), occupation: fields.optionalText(),
            state: try state(fields.text()), decree: fields.decreeLine(),
            months: fields.month()...fields.month(), participant: fields.optionalText(),
            activeFrom: fields.day(), endedMonth: fields.optionalMonth(),
            cause: fields.optionalText(), version: fields.int())
    }

    static func state(_ text: String) throws(Problem) -> MemberState {
        guard let state = MemberState(rawValue: text) else {
            throw Problem.storeDamaged("member.state")
        }
        return state
    }

    /// The months of a member, in order.
    static func months(
        of number: String, _ reader: any SQLReader
    ) throws(Problem) -> [CoverMonth] {
        try reader.all(
            """
            SELECT month, fund, decree_id, line, state, amount, bill_id FROM cover_month
            WHERE number = $1 ORDER BY month
            """, [.text(number)]
        ) { fields throws(Problem) in
            let (month, fund, decree) = (fields.month(), fields.text(), fields.decreeLine())
            guard let state = CoverState(rawValue: fields.text()) else {
                throw Problem.storeDamaged("cover_month.state")
            }
            return CoverMonth(
                month: month, fund: fund, decree: decree, state: state,
                amount: fields.optionalInt().map { Rupiah(Int64($0)) }, bill: fields.optionalInt())
        }
    }
}

extension SQLFields {
    mutating func month() -> Month { Month(number: Int32(truncatingIfNeeded: integer())) }

    mutating func optionalMonth() -> Month? {
        optionalInt().map { Month(number: Int32(truncatingIfNeeded: $0)) }
    }

    /// Two columns: a decree and a line.
    mutating func decreeLine() -> DecreeLineName? {
        let (decree, line) = (optionalInt(), optionalInt())
        guard let decree, let line else { return nil }
        return DecreeLineName(decree: decree, line: line)
    }
}

extension SQLValue {
    init(_ month: Month) { self.init(Int(month.number)) }
    init(_ day: Day) { self.init(Int(day.number)) }
    init(_ money: Rupiah) { self = .integer(money.amount) }
}
