import Civic

/// The rows of a few hundred people, for table after table.
struct PersonBatch: Sendable {
    var count = 0
    var people: [SQLValue] = []
    var rows: [SQLValue] = []
    var words: [SQLValue] = []
    var agencies: [SQLValue] = []
    var cases: [SQLValue] = []

    static let personColumns = [
        "id", "number", "name", "name_key", "birth", "sex", "nik_sealed", "nik_index",
        "private_sealed", "district", "village", "rt", "rw", "occupation", "decile", "standing",
        "reasons", "first_reason", "rank", "waiting_place", "fund", "proposed", "sources",
        "evidence",
    ]
    static let rowColumns = [
        "person_id", "delivery_id", "record", "name", "birth", "nik", "nik_sealed", "link",
        "weight",
    ]

    func write(to writer: any SQLWriter) throws(Problem) {
        try writer.insert(into: "person", PersonBatch.personColumns, people)
        try writer.insert(into: "source_row", PersonBatch.rowColumns, rows)
        try writer.insert(into: "name_word", ["word", "person_id"], words)
        try writer.insert(into: "person_agency", ["agency", "name_key", "person_id"], agencies)
        try writer.insert(into: "verification_case", CaseBook.columns, cases)
    }
}

/// What all people of a run come to.
struct PersonTotals: Sendable {
    var count = 0
    var sheet: TallySheet
    /// The serial of the next new person.
    var nextSerial = 0
    /// Ids of people who were erased before.
    var erased: Set<Int> = []
    /// How many people each list holds.
    var peopleOfDelivery: [Int]

    init(_ run: ImportRun) {
        sheet = TallySheet(asOf: run.settings.asOf)
        peopleOfDelivery = run.deliveries.map { _ in 0 }
    }
}
