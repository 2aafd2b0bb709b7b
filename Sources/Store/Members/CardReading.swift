package import Civic
import Programme

/// For whom cards are printed: everybody, or those whom one decree determined, of one village or all.
package struct CardFilter: Sendable, Hashable {
    package var decree: Int?
    package var village: PlaceCode?

    package init(decree: Int? = nil, village: PlaceCode? = nil) {
        self.decree = decree
        self.village = village
    }
}

/// Somebody who gets a card: a standing member of the programme whom the insurer has given a number.
package struct CardHolder: Sendable, Hashable {
    /// SIGAP number.
    package let number: String
    package let name: String
    package let district: PlaceCode?
    package let village: PlaceCode?
    package let rt: Int?
    package let rw: Int?
    /// The last month that is promised.
    package let lastMonth: Month
}

/// How many people of a village get cards.
package struct CardPlace: Sendable, Hashable {
    /// Nil for people of no known village.
    package let village: PlaceCode?
    /// Whom the insurer has given a number.
    package let ready: Int
    /// Determined or sent, but without a number yet.
    package let waiting: Int
}

extension CityStore {
    /// Villages in `scope` with people who get cards or wait for them, in order of codes.
    package func cardPlaces(
        of decree: Int?, in scope: Scope
    ) async throws(Problem) -> [CardPlace] {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let condition = CardReading.condition(CardFilter(decree: decree), scope, &sql)
            return try reader.all(
                """
                SELECT m.village, SUM(CASE WHEN \(CardReading.isReady) THEN 1 ELSE 0 END),
                SUM(CASE WHEN \(CardReading.isReady) THEN 0 ELSE 1 END)
                FROM member m WHERE \(condition) AND m.state IN ('determined', 'enrolled', 'active')
                GROUP BY m.village ORDER BY COALESCE(m.village, 'x')
                """, sql.values
            ) { fields in
                CardPlace(village: fields.place(), ready: fields.int(), waiting: fields.int())
            }
        }
    }

    /// Everybody in `scope` who gets a card, village by village, as cards are handed out there: by RW,
    /// RT and name.
    package func cardHolders(
        _ filter: CardFilter, in scope: Scope
    ) async throws(Problem) -> [CardHolder] {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let condition = CardReading.condition(filter, scope, &sql)
            return try reader.all(
                """
                SELECT m.number, m.name, m.district, m.village, m.rt, m.rw, m.last_month
                FROM member m WHERE \(condition) AND \(CardReading.isReady)
                ORDER BY COALESCE(m.village, 'x'), COALESCE(m.rw, 9999), COALESCE(m.rt, 9999),
                m.name_key, m.number
                """, sql.values
            ) { fields in
                CardHolder(
                    number: fields.text(), name: fields.text(), district: fields.place(),
                    village: fields.place(), rt: fields.optionalInt(), rw: fields.optionalInt(),
                    lastMonth: fields.month())
            }
        }
    }
}

private enum CardReading {
    static let isReady = "m.state = 'active' AND m.participant IS NOT NULL"

    static func condition(_ filter: CardFilter, _ scope: Scope, _ sql: inout SQLText) -> String {
        var all = [
            "m.cohort = \(sql.bind(.text(Member.programmeCohort)))",
            scope.memberCondition(on: "m", &sql),
        ]
        if let decree = filter.decree { all.append("m.decree_id = \(sql.bind(SQLValue(decree)))") }
        if let village = filter.village {
            all.append("m.village = \(sql.bind(.text(village.description)))")
        }
        return all.joined(separator: " AND ")
    }
}
