import Civic

/// What lists say besides the person: businesses, routes, stands, plates and the days of proposals.
struct Extras: Sendable {
    struct Business: Sendable {
        let kind: [UInt8]
        /// A star stands for the owner's name.
        let names: [[UInt8]]
    }

    let businesses: [Business]
    let businessChoice: WeightedChoice
    let routes: [[UInt8]]
    let stands: [[UInt8]]
    let plateArea: [UInt8]
    let plateSeries: [UInt8]
    let consentDays: Int
    let proposalDays: Int
    let falseClaim: Share

    init(
        settings: Settings, _ table: (String) throws(Problem) -> Table
    ) throws(Problem) {
        var businesses: [Business] = []
        var choice = WeightedChoice()
        for row in try table("synth/businesses").rows {
            businesses.append(
                Business(
                    kind: Array(try row.text("kind").utf8),
                    names: row.list("names").map { Array($0.utf8) }))
            choice.add(try row.number("weight"))
        }
        self.businesses = businesses
        businessChoice = choice
        routes = try Extras.texts(try table("synth/routes"), "route")
        stands = try Extras.texts(try table("synth/ojek-stands"), "stand")
        plateArea = try settings.words("plate_area").first ?? []
        plateSeries = try settings.words("plate_series").first ?? []
        consentDays = try settings.number("consent_days")
        proposalDays = try settings.number("proposal_days")
        falseClaim = try settings.share("false_claim_share")
    }

    private static func texts(_ table: Table, _ column: String) throws(Problem) -> [[UInt8]] {
        var texts: [[UInt8]] = []
        for row in table.rows { texts.append(Array(try row.text(column).utf8)) }
        return texts
    }
}
