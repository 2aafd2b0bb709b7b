import Civic
import Programme

/// Rows of the tables of places and of what villages have. Both are written once.
enum WavePlaceTable {
    private static let batch = 4000
    private static let columns = [
        "wave_id", "place", "number", "district", "village", "occupation", "decile", "hazard",
        "proposed", "draw", "standing", "village_place",
    ]

    static func insert(_ order: WaveOrder, of wave: Int, _ writer: any SQLWriter) throws(Problem) {
        var names: [PlaceCode: SQLValue] = [:]
        func name(_ place: PlaceCode?) -> SQLValue {
            guard let place else { return .null }
            if let known = names[place] { return known }
            let text = SQLValue.text(place.description)
            names[place] = text
            return text
        }
        for start in stride(from: 0, to: order.places.count, by: batch) {
            var values: [SQLValue] = []
            values.reserveCapacity(batch * columns.count)
            for place in order.places[start..<min(start + batch, order.places.count)] {
                let person = place.candidate
                values += [SQLValue(wave), SQLValue(place.place), .text(person.number)]
                values += [name(person.district), name(person.village)]
                values += [SQLValue(person.occupation), SQLValue(person.decile)]
                values += [SQLValue(person.hazard)]
                values.append(SQLValue(person.proposed.map { Int($0.number) }))
                values.append(.text(WaveText.hexadecimal(place.draw)))
                values.append(.text(WaveText.standing(place.isChosen)))
                values.append(SQLValue(place.villagePlace))
            }
            try writer.insert(into: "wave_place", columns, values)
        }
        var values: [SQLValue] = []
        for share in order.shares {
            values += [SQLValue(wave), .text(share.village?.description ?? "")]
            values += [SQLValue(share.eligible), SQLValue(share.places)]
        }
        try writer.insert(
            into: "wave_quota", ["wave_id", "village", "eligible", "places"], values)
    }

    /// In order of codes, people without a village first.
    static func shares(of wave: Int, _ reader: any SQLReader) throws(Problem) -> [WaveShare] {
        try reader.all(
            """
            SELECT village, eligible, places FROM wave_quota WHERE wave_id = $1
            ORDER BY village
            """, [SQLValue(wave)]
        ) { fields in
            WaveShare(
                village: fields.place(), eligible: fields.int(), places: fields.int())
        }
    }

    /// Places that `condition` on `w` describes, first place first.
    static func places(
        where condition: String, _ values: [SQLValue], limit: Int? = nil,
        _ reader: any SQLReader
    ) throws(Problem) -> [WavePlace] {
        var names: [String: PlaceCode] = [:]
        func code(_ text: String?) -> PlaceCode? {
            guard let text else { return nil }
            if let known = names[text] { return known }
            let place = PlaceCode(text)
            names[text] = place
            return place
        }
        let end = limit.map { " LIMIT \($0)" } ?? ""
        return try reader.all(
            """
            SELECT w.place, w.number, w.district, w.village, w.occupation, w.decile, w.hazard,
            w.proposed, w.draw, w.standing, w.village_place FROM wave_place w
            WHERE \(condition) ORDER BY w.place\(end)
            """, values
        ) { fields throws(Problem) in
            let place = fields.int()
            let candidate = WaveCandidate(
                number: fields.text(), district: code(fields.optionalText()),
                village: code(fields.optionalText()), occupation: fields.optionalText(),
                decile: fields.optionalInt(), hazard: fields.int(), proposed: fields.day())
            guard let draw = UInt64(fields.text(), radix: 16) else {
                throw Problem.storeDamaged("wave_place.draw")
            }
            return WavePlace(
                place: place, candidate: candidate, draw: draw,
                isChosen: fields.text() == WaveText.standing(true), villagePlace: fields.int())
        }
    }
}
