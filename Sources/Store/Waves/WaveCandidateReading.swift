import Civic
import Programme

/// Finds whoever can be in a wave: allowed by the rules, with a NIK, as far verified as the city
/// wants, insured by nobody of ours, not reported dead, and chosen in no other wave that waits for
/// its decree.
///
/// Whoever stands among those allowed lives, by the civil registry; a death that was reported to us
/// meanwhile stands with the claims.
struct WaveCandidateReading {
    let requirement: WaveRequirement
    let reader: any SQLReader

    /// Of a person called `p`.
    private static let isFree = """
        p.nik_index IS NOT NULL AND p.standing IN ('selected', 'waiting')
        AND NOT EXISTS (SELECT 1 FROM member m WHERE m.number = p.number
            AND m.state IN (\(standing)))
        AND NOT EXISTS (SELECT 1 FROM member m WHERE m.nik_index = p.nik_index
            AND m.state IN (\(standing)))
        AND NOT EXISTS (SELECT 1 FROM claim d LEFT JOIN member_change x ON x.id = d.change_id
            WHERE d.number = p.number AND d.kind = 'death'
            AND (x.state IS NULL OR x.state <> 'taken-back'))
        """

    private static let isNotChosen = """
        NOT EXISTS (SELECT 1 FROM wave_place o JOIN wave v ON v.id = o.wave_id
        WHERE o.number = p.number AND o.standing = 'chosen' AND v.state = 'frozen')
        """

    private static var standing: String {
        MemberState.allCases.filter(\.isStanding).map { "'\($0.rawValue)'" }
            .joined(separator: ", ")
    }

    /// Tables `p` and `c`, the person and the case.
    private var source: String {
        switch requirement {
        case .eligible: "person p LEFT JOIN verification_case c ON c.number = p.number"
        case .approved, .verified: "verification_case c JOIN person p ON p.number = c.number"
        }
    }

    private var isVerified: String {
        switch requirement {
        case .eligible: "(c.state IS NULL OR c.state NOT IN ('refused', 'merged'))"
        case .approved: "c.state = 'approved' AND c.standing IN ('confirming', 'verified')"
        case .verified: "c.standing = 'verified'"
        }
    }

    /// `hazards` are those of the occupations by code; others have the lowest.
    func all(hazards: [String: Int]) throws(Problem) -> [WaveCandidate] {
        var places: [String: PlaceCode] = [:]
        func place(_ text: String?) -> PlaceCode? {
            guard let text else { return nil }
            if let known = places[text] { return known }
            let code = PlaceCode(text)
            places[text] = code
            return code
        }
        return try reader.all(
            """
            SELECT p.number, p.district, p.village, p.occupation, p.decile, p.proposed
            FROM \(source) WHERE \(isVerified) AND \(WaveCandidateReading.isFree)
            AND \(WaveCandidateReading.isNotChosen)
            """
        ) { fields in
            let number = fields.text()
            let (district, village) = (fields.optionalText(), fields.optionalText())
            let occupation = fields.optionalText()
            return WaveCandidate(
                number: number, district: place(district), village: place(village),
                occupation: occupation, decile: fields.optionalInt(),
                hazard: occupation.flatMap { hazards[$0] } ?? WaveCandidate.lowestHazard,
                proposed: fields.day())
        }
    }

    /// One look at everybody whom the rules let in, as a city's people are many.
    func supply() throws(Problem) -> WaveSupply {
        let allowed = WaveCandidateReading(requirement: .eligible, reader: reader)
        var total = 0
        let cells = try reader.all(
            """
            SELECT p.village, p.decile, p.occupation, COUNT(*),
            COUNT(CASE WHEN \(isVerified) THEN 1 END) FROM \(allowed.source)
            WHERE \(allowed.isVerified) AND \(WaveCandidateReading.isFree)
            AND \(WaveCandidateReading.isNotChosen)
            GROUP BY p.village, p.decile, p.occupation
            """
        ) { fields in
            let (village, decile) = (fields.place(), fields.optionalInt())
            let occupation = fields.optionalText()
            total += fields.int()
            return WaveSupply.Cell(
                village: village, decile: decile, occupation: occupation, count: fields.int())
        }
        return WaveSupply(cells: cells.filter { $0.count > 0 }, allowed: total)
    }

    /// At most `limit` of those who wait in `wave`, can still be insured and are not named by a
    /// change or a decree under way; first place first. `condition` is on the place, called `w`.
    func waiting(
        in wave: Int, where condition: String, _ sql: SQLText, limit: Int
    ) throws(Problem) -> [(place: Int, number: String, village: PlaceCode?)] {
        var sql = sql
        let isThis = "w.wave_id = \(sql.bind(SQLValue(wave))) AND w.standing = 'waiting'"
        return try reader.all(
            """
            SELECT w.place, w.number, w.village FROM wave_place w
            JOIN person p ON p.number = w.number
            LEFT JOIN verification_case c ON c.number = p.number
            WHERE \(isThis) AND \(condition) AND \(isVerified)
            AND \(WaveCandidateReading.isFree) AND \(WaveCandidateReading.isNotChosen)
            AND NOT EXISTS (SELECT 1 FROM member_change y
                WHERE y.replaced_by = w.number AND y.state = 'noted')
            AND NOT EXISTS (SELECT 1 FROM decree_line l JOIN decree e ON e.id = l.decree_id
                WHERE l.number = w.number AND l.change = 'add'
                AND e.state IN ('draft', 'signing', 'numbered'))
            ORDER BY w.place LIMIT \(limit)
            """, sql.values
        ) { fields in
            (place: fields.int(), number: fields.text(), village: fields.place())
        }
    }
}
