import Civic

/// Turns people into the rows of their tables, and counts them.
struct PersonLoader {
    private static let batchSize = 500

    private let sealer: Sealer
    private let deliveries: [ImportedDelivery]
    private var batch = PersonBatch()
    private var placeTexts: [PlaceCode: String] = [:]
    private let erasedMarks: Set<ErasureMark>
    private var numbers: NumberBook
    private var cases: CaseBook
    private let corrections: KeptCorrections
    /// People who became eligible by a correction: they wait behind everybody whom the run ranked.
    private var late: [(person: ImportedPerson, id: Int)] = []
    private var lastRank = 0
    private var lastWaiting: [PlaceCode?: Int] = [:]

    private(set) var totals: PersonTotals
    /// Ids of people and lists that are there already.
    private let before: Before

    struct Before {
        var people = 0
        var deliveries = 0
    }

    /// By `erasedMarks` people are recognised who were erased before.
    init(
        _ run: ImportRun, sealer: Sealer, erasedMarks: Set<ErasureMark>, numbers: NumberBook,
        cases: CaseBook, corrections: KeptCorrections = .none, after before: Before = Before()
    ) {
        self.before = before
        self.sealer = sealer
        self.erasedMarks = erasedMarks
        self.numbers = numbers
        self.cases = cases
        self.corrections = corrections
        deliveries = run.deliveries
        totals = PersonTotals(run)
    }

    /// Takes over one person; its id is its position in the run, from 1, behind those before.
    @discardableResult
    mutating func add(_ found: ImportedPerson) throws(Problem) -> PersonNumber {
        totals.count += 1
        let id = before.people + totals.count
        let foundKey = NameSpelling.canonical(found.name)
        let marks = erasedMarks.isEmpty ? [] : erasedMarks.intersection(marks(of: found, foundKey))
        let wasErased = !marks.isEmpty
        if wasErased { totals.erased.insert(id) }
        var person = wasErased ? found.erased : found
        person.number = numbers.number(of: found, nameKey: foundKey, erasedAs: marks)
        totals.nextSerial = numbers.nextSerial
        lastRank = max(lastRank, found.rank ?? 0)
        if let place = found.waitingPlace {
            lastWaiting[found.place] = max(lastWaiting[found.place] ?? 0, place)
        }
        if !wasErased { person = corrections.corrected(person) }
        if person.standing == .waiting, person.rank == nil {
            late.append((person, id))
        } else {
            try keep(person, id: id, nameKey: wasErased ? "" : NameSpelling.canonical(person.name))
        }
        return person.number
    }

    /// Ranks those who wait behind all others, after everybody was added.
    mutating func finish() throws(Problem) {
        for (person, id) in late {
            var person = person
            lastRank += 1
            lastWaiting[person.place, default: 0] += 1
            person.rank = lastRank
            person.waitingPlace = lastWaiting[person.place]
            try keep(person, id: id, nameKey: NameSpelling.canonical(person.name))
        }
        late = []
    }

    private mutating func keep(
        _ person: ImportedPerson, id: Int, nameKey: String
    ) throws(Problem) {
        batch.cases += cases.rows(of: person, nameKey: nameKey)
        try appendPerson(person, id: id, nameKey: nameKey)
        for row in person.rows { try appendRow(row, of: person, id: id) }
        for word in NameWord.words(nameKey) { batch.words += [.integer(word), SQLValue(id)] }
        let lists = Set(person.rows.map(\.delivery))
        for list in lists { totals.peopleOfDelivery[list] += 1 }
        let agencies = Set(lists.map { deliveries[$0].agency })
        for agency in agencies {
            batch.agencies += [.text(agency), .text(nameKey), SQLValue(id)]
        }
        totals.sheet.add(person, agencies: agencies)
        batch.count += 1
    }

    /// The rows of the people that were added last, once there are enough of them to be written.
    mutating func fullBatch() -> PersonBatch? {
        batch.count >= PersonLoader.batchSize ? takeBatch() : nil
    }

    mutating func takeBatch() -> PersonBatch {
        defer { batch = PersonBatch() }
        return batch
    }

    private func marks(of person: ImportedPerson, _ nameKey: String) -> Set<ErasureMark> {
        ErasureMark.marks(
            nik: person.nik, nameKey: nameKey, birth: person.birth,
            motherName: person.motherName, sealer.ring.erasures)
    }

    private mutating func appendPerson(
        _ person: ImportedPerson, id: Int, nameKey: String
    ) throws(Problem) {
        let nik = person.nik
        var people: [SQLValue] = [
            SQLValue(id), .text(person.number.text), .text(person.name), .text(nameKey),
        ]
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
        batch.people += people
    }

    /// A number is sealed once, with the person; a row keeps its own only where it differs.
    private mutating func appendRow(
        _ row: ImportedRow, of person: ImportedPerson, id: Int
    ) throws(Problem) {
        batch.rows += [SQLValue(id), SQLValue(before.deliveries + row.delivery + 1)]
        batch.rows.append(SQLValue(row.record))
        batch.rows += [.text(row.name), SQLValue(row.birth)]
        if let nik = row.nik, nik != person.nik {
            batch.rows += ["other", try sealed(nik, .rowNIK, id)]
        } else {
            batch.rows += [row.nik == nil ? "none" : "same", .null]
        }
        batch.rows += [.text(row.link.rawValue), SQLValue(row.weight)]
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
