import Civic
import Intake

/// What reading a list gave, in words that tests can compare.
struct Reading {
    let delivery: Delivery

    /// Reads the text as a file of this name, delivered by an office of this role.
    init(
        _ text: String, from role: Agency.Role? = .nomination, name: String = "usulan.csv"
    ) throws(Problem) {
        try self.init(bytes: Array(text.utf8), from: role, name: name)
    }

    init(
        bytes: [UInt8], from role: Agency.Role? = .nomination, name: String = "usulan.csv"
    ) throws(Problem) {
        let file = ListFile(bytes, name: name)
        let found = try DeliveryReader(context: City.context).read(
            path: file.path, source: "usulan", agency: role.flatMap { City.offices[$0] })
        guard let first = found.first else { preconditionFailure("a reading without a list") }
        delivery = first
    }

    var rows: [RosterRow] { delivery.roster.rows }
    var people: [Line] { rows.map { Line($0, in: delivery) } }
    var counts: RowCounts { delivery.counts }
    var warnings: [String] { delivery.warnings.map(\.code) }

    /// `3 NIK nik-length`: row, heading and code of each reject.
    var rejects: [String] {
        delivery.rejects.entries.map { reject in
            let heading = delivery.heading(of: reject.field)
            return "\(reject.row) \(heading.isEmpty ? "-" : heading) \(reject.code.code)"
        }
    }

    var rejectedValues: [String] {
        delivery.rejects.entries.map { delivery.rejects.string($0.value) }
    }

    /// One person as read; nil and "" where the row says nothing.
    struct Line {
        let row: Int
        let nik: String?
        let name: String
        let mother: String
        let birth: String?
        let sex: Sex?
        let place: String?
        let rt: Int
        let rw: Int
        let phone: String?
        let occupation: String?
        let decile: Int
        let address: String
        let recorded: String?
        let facts: RowFacts

        init(_ line: RosterRow, in delivery: Delivery) {
            row = Int(line.number)
            nik = line.nik == 0 ? nil : NumberText.padded(Int(line.nik), to: 16)
            name = delivery.roster.string(line.name)
            mother = delivery.roster.string(line.motherName)
            birth = line.birthDay?.iso
            sex = Sex(rawValue: line.sex)
            let places = City.context.places.entries
            place = line.place < 0 ? nil : places[Int(line.place)].code.description
            (rt, rw) = (Int(line.rt), Int(line.rw))
            phone = line.phone == 0 ? nil : "0\(line.phone)"
            let trades = City.context.occupations
            occupation = line.occupation < 0 ? nil : trades[Int(line.occupation)].code
            decile = Int(line.decile)
            address = delivery.roster.string(line.address)
            recorded = line.recorded == RosterRow.noDay ? nil : Day(number: line.recorded).iso
            facts = line.facts
        }
    }
}

extension RowCounts {
    /// Every record is somewhere, and nowhere twice.
    var addUp: Bool { read == linked + rejected + repeatedOrEmpty }
}
