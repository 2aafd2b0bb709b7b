package import Civic

/// What a city says about proposals: data.
package struct ProposalPolicy: Sendable {
    /// Codes of reasons about which a proposal changes nothing.
    private let stopping: Set<String>
    private let prefixes: [PlaceCode: String]

    package init(reasons: Table, receipts: Table) throws(Problem) {
        var stops: Set<String> = []
        for row in reasons.rows {
            switch try row.text("effect") {
            case "stop": stops.insert(try row.text("code"))
            case "note": break
            case let other: throw row.wrong("effect", other)
            }
        }
        var prefixes: [PlaceCode: String] = [:]
        for row in receipts.rows {
            guard let code = PlaceCode(try row.text("code")) else {
                throw row.wrong("code", try row.text("code"))
            }
            let prefix = try row.text("prefix")
            if prefixes.values.contains(prefix) { throw row.wrong("prefix", prefix) }
            prefixes[code] = prefix
        }
        stopping = stops
        self.prefixes = prefixes
    }

    func stops(_ reason: String) -> Bool { stopping.contains(reason) }

    /// How the receipts of a place begin; those of `city` where it has none of its own.
    func receiptPrefix(of place: PlaceCode?, city: PlaceCode) -> String {
        place.flatMap { prefixes[$0] } ?? prefixes[city] ?? city.description
    }
}
