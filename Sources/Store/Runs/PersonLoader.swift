import Civic

/// Writes people in sets: a few hundred at a time, table by table.
struct PersonLoader {
    private static let batch = 500

    private let writer: any SQLWriter
    private let sealer: Sealer
    private let deliveries: [ImportedDelivery]
    private var people: [SQLValue] = []
    private var rows: [SQLValue] = []
    private var words: [SQLValue] = []
    private var agencies: [SQLValue] = []
    private var placeTexts: [PlaceCode: String] = [:]
    private let erasedMarks: Set<ErasureMark>

    private(set) var count = 0
    private(set) var sheet: TallySheet
    /// Ids of people who were erased before.
    private(set) var erased: Set<Int> = []
    /// How many people each list holds.
    private(set) var peopleOfDelivery: [Int]

    init(_ run: ImportRun, sealer: Sealer, writer: any SQLWriter) throws(Problem) {
        self.writer = writer
        erasedMarks = try ErasureTable.all(writer)
        self.sealer = sealer
        deliveries = run.deliveries
        sheet = TallySheet(asOf: run.settings.asOf)
        peopleOfDelivery = run.deliveries.map { _ in 0 }
    }

    /// Takes over one person; its id is its position in the run, from 1.
    mutating func add(_ found: ImportedPerson) throws(Problem) {
        count += 1
        let wasErased = !erasedMarks.isEmpty && isErased(found)
        if wasErased { erased.insert(count) }
        let person = wasErased ? found.erased : found
        let nameKey = wasErased ? "" : NameSpelling.canonical(person.name)
        try appendPerson(person, id: count, nameKey: nameKey)
        for row in person.rows { try appendRow(row, of: person, id: count) }
        for word in NameWord.words(nameKey) { words += [.integer(word), SQLValue(count)] }
        let lists = Set(person.rows.map(\.delivery))
        for list in lists { peopleOfDelivery[list] += 1 }
        let names = Set(lists.map { deliveries[$0].agency })
        for agency in names { agencies += [.text(agency), .text(nameKey), SQLValue(count)] }
        sheet.add(person, agencies: names)
        if count % PersonLoader.batch == 0 { try flush() }
    }

    private func isErased(_ person: ImportedPerson) -> Bool {
        let marks = ErasureMark.marks(
            nik: person.nik, nameKey: NameSpelling.canonical(person.name), birth: person.birth,
            motherName: person.motherName, sealer.ring.erasures)
        return !marks.isDisjoint(with: erasedMarks)
    }

    /// Writes what is still held.
    mutating func flush() throws(Problem) {
        try writer.insert(into: "person", PersonLoader.personColumns, people)
        try writer.insert(into: "source_row", PersonLoader.rowColumns, rows)
        try writer.insert(into: "name_word", ["word", "person_id"], words)
        try writer.insert(into: "person_agency", ["agency", "name_key", "person_id"], agencies)
        people.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        agencies.removeAll(keepingCapacity: true)
    }

    private static let personColumns = [
        "id", "number", "name", "name_key", "birth", "sex", "nik_sealed", "nik_index",
        "private_sealed", "district", "village", "rt", "rw", "occupation", "decile", "standing",
        "reasons", "first_reason", "rank", "waiting_place", "fund", "proposed", "sources",
        "evidence",
    ]

    private mutating func appendPerson(
        _ person: ImportedPerson, id: Int, nameKey: String
    ) throws(Problem) {
        let nik = person.nik
        people += [SQLValue(id), .text(person.number.text), .text(person.name), .text(nameKey)]
        people += [SQLValue(person.birth), SQLValue(person.sex.map { Int($0.rawValue) })]
        people.append(try nik.map { nik throws(Problem) in try sealed(nik, .nik, id) } ?? .null)
        people.append(SQLValue(nik.map { sealer.index(of: $0) }))
        people.append(try sealedPrivate(person, id))
        people += [district(of: person), village(of: person)]
        people += [SQLValue(person.rt), SQLValue(person.rw)]
        people += [SQLValue(person.occupation), SQLValue(person.decile)]
        people += [.text(person.standing.rawValue), .text(person.reasons.joined(separator: ";"))]
        people += [SQLValue(person.reasons.first), SQLValue(person.rank)]
        people += [SQLValue(person.waitingPlace), SQLValue(person.fund)]
        people += [SQLValue(person.proposed), SQLValue(person.rows.count)]
        people.append(.text(Evidence.text(person.verdicts)))
    }

    private static let rowColumns = [
        "person_id", "delivery_id", "record", "name", "birth", "nik", "nik_sealed", "link",
        "weight",
    ]

    /// A number is sealed once, with the person; a row keeps its own only where it differs.
    private mutating func appendRow(
        _ row: ImportedRow, of person: ImportedPerson, id: Int
    ) throws(Problem) {
        rows += [SQLValue(id), SQLValue(row.delivery + 1), SQLValue(row.record)]
        rows += [.text(row.name), SQLValue(row.birth)]
        if let nik = row.nik, nik != person.nik {
            rows += ["other", try sealed(nik, .rowNIK, id)]
        } else {
            rows += [row.nik == nil ? "none" : "same", .null]
        }
        rows += [.text(row.link.rawValue), SQLValue(row.weight)]
    }

    private func sealed(
        _ nik: NIK, _ column: Sealer.Column, _ id: Int
    ) throws(Problem) -> SQLValue {
        .bytes(try sealer.seal(Sealer.bytes(nik.digits), column, row: id))
    }

    private func sealedPrivate(_ person: ImportedPerson, _ id: Int) throws(Problem) -> SQLValue {
        guard let text = PrivateDetails(person).text else { return .null }
        return .bytes(try sealer.seal(Array(text.utf8), .personal, row: id))
    }

    private mutating func district(of person: ImportedPerson) -> SQLValue {
        person.place.map { text(of: $0.district) } ?? .null
    }

    private mutating func village(of person: ImportedPerson) -> SQLValue {
        guard let place = person.place, place.level == .village else { return .null }
        return text(of: place)
    }

    private mutating func text(of place: PlaceCode) -> SQLValue {
        if let known = placeTexts[place] { return .text(known) }
        let text = place.description
        placeTexts[place] = text
        return .text(text)
    }
}

extension SQLValue {
    /// A day by its number.
    init(_ day: Day?) { self = day.map { .integer(Int64($0.number)) } ?? .null }
}
