package import Civic

/// One person as lists show people.
package struct PersonSummary: Sendable, Hashable {
    /// SIGAP number, `BKS-7K4M-92`.
    package let number: String
    package let name: String
    package let birth: Day?
    package let sex: Sex?
    /// Prints masked.
    package let nik: NIK?
    package let district: PlaceCode?
    package let village: PlaceCode?
    package let occupation: String?
    /// 1 to 10.
    package let decile: Int?
    package let standing: PersonStanding
    /// Codes, the first one first.
    package let reasons: [String]
    package let rank: Int?
    package let waitingPlace: Int?
    package let fund: String?
    /// The day of the oldest proposal.
    package let proposed: Day?
    /// How many rows of lists are about the person.
    package let sources: Int

    package var outcome: PersonOutcome { standing.outcome }
}

/// Reads what a list needs of a person.
struct SummaryReading {
    let sealer: Sealer

    /// In the order in which ``summary(_:)`` reads them, of a table called `p`.
    static let columns = """
        p.id, p.number, p.name, p.birth, p.sex, p.nik_sealed, p.district, p.village,
        p.occupation, p.decile, p.standing, p.reasons, p.rank, p.waiting_place, p.fund,
        p.proposed, p.sources
        """

    func summary(_ fields: inout SQLFields) throws(Problem) -> (id: Int, person: PersonSummary) {
        let id = fields.int()
        let person = PersonSummary(
            number: fields.text(), name: fields.text(), birth: fields.day(),
            sex: fields.optionalInt().flatMap { Sex(rawValue: UInt8(truncatingIfNeeded: $0)) },
            nik: try nik(fields.optionalBytes(), .nik, id), district: fields.place(),
            village: fields.place(), occupation: fields.optionalText(),
            decile: fields.optionalInt(), standing: try standing(fields.text()),
            reasons: fields.text().split(separator: ";").map(String.init),
            rank: fields.optionalInt(), waitingPlace: fields.optionalInt(),
            fund: fields.optionalText(), proposed: fields.day(), sources: fields.int())
        return (id, person)
    }

    func nik(_ box: [UInt8]?, _ column: Sealer.Column, _ id: Int) throws(Problem) -> NIK? {
        guard let box else { return nil }
        return NIK(digits: Sealer.number(try sealer.open(box, column, row: id)))
    }

    private func standing(_ text: String) throws(Problem) -> PersonStanding {
        guard let standing = PersonStanding(rawValue: text) else {
            throw Problem.storeDamaged("person.standing")
        }
        return standing
    }
}

extension SQLFields {
    mutating func day() -> Day? { optionalInt().map { Day(number: Int32(truncatingIfNeeded: $0)) } }

    mutating func place() -> PlaceCode? { optionalText().flatMap { PlaceCode($0) } }
}
