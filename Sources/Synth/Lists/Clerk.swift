import Civic

/// Writes the rows of one list: the truth about a person goes in, what the list says comes out.
struct Clerk {
    let data: SynthData
    let layout: ListLayout
    let rates: DirtRates
    let seed: UInt64
    /// Tells this list from the others.
    let purpose: UInt64
    let asOf: Day
    var dice = SeededGenerator(seed: 0)
    var said = Said()
    /// Reused from row to row for names and addresses.
    var scratch: [UInt8] = []
    /// Where the row places the person: now, or before the last move.
    var address = Address()
    /// Letters of this row; most rows follow the habit of the list.
    var letterCase: ListLayout.LetterCase

    init(
        data: SynthData, layout: ListLayout, rates: DirtRates, seed: UInt64, purpose: UInt64,
        asOf: Day
    ) {
        self.data = data
        self.purpose = purpose
        self.layout = layout
        self.rates = rates
        self.seed = seed
        self.asOf = asOf
        letterCase = layout.letterCase
        scratch.reserveCapacity(256)
    }

    /// Fills `row` with the cells of one person and tells what they say. `number` is the running
    /// number of the row.
    mutating func write(_ subject: Subject, number: Int, into row: inout RowBuffer) -> Said {
        dice = SeededGenerator(
            seed: seed, purpose: purpose &* 8 &+ UInt64(subject.copy), of: subject.index)
        said = Said()
        letterCase = layout.letterCase
        if dice.happens(rates[.nameCase]) { letterCase = dice.pick([.upper, .title, .lower]) }
        address = currentAddress(of: subject)
        row.clear()
        for column in layout.columns { write(column, subject, number, into: &row) }
        return said
    }

    private mutating func write(
        _ column: ListLayout.Column, _ subject: Subject, _ number: Int, into row: inout RowBuffer
    ) {
        switch column.field {
        case .number: row.add(number: UInt64(number))
        case .nik: writeNIK(subject, into: &row)
        case .familyCard: writeFamilyCard(subject, into: &row)
        case .name:
            composeName(subject)
            row.add(scratch)
        case .motherName: writeMother(subject, into: &row)
        case .birthDate: writeBirth(subject, column, into: &row)
        case .birthPlace: writeText(data.origins.origins[place(subject)].name, into: &row)
        case .birthPlaceDate: writeBirthPlaceDate(subject, column, into: &row)
        case .sex: row.add(column.words[subject.person.sex.index])
        case .marital, .role, .lifeStatus, .insuranceStatus, .choice:
            row.add(word(column, subject))
        case .registryOccupation, .occupation, .claimedOccupation:
            writeWork(column.field, subject, into: &row)
        case .street, .fullAddress, .rt, .rw, .rtRw, .village, .district:
            writeAddress(column, into: &row)
        case .deathDate, .consentDate, .proposalDate:
            writeEvent(column, subject, into: &row)
        case .decile:
            said.decile = true
            row.add(number: UInt64(subject.household.decile))
        case .quarter: writeQuarter(into: &row)
        case .phone: writePhone(subject, into: &row)
        case .participantNumber, .segment, .payer:
            writeMembership(column.field, subject, into: &row)
        case .business, .businessKind, .route, .plate, .stand:
            writeExtra(column.field, subject, into: &row)
        }
    }

    private func place(_ subject: Subject) -> Int { Int(subject.person.birthplace) }

    /// Text of the reference tables in the letters of the list.
    func writeText(_ text: [UInt8], into row: inout RowBuffer) {
        row.add { bytes in appendText(text, to: &bytes) }
    }

    func appendText(_ text: [UInt8], to bytes: inout [UInt8]) {
        switch layout.letterCase {
        case .upper: for byte in text { bytes.append(ASCII.upper(byte)) }
        case .title, .lower: bytes.append(contentsOf: text)
        }
    }

    /// The word of a closed list that fits the person.
    private mutating func word(_ column: ListLayout.Column, _ subject: Subject) -> [UInt8] {
        let person = subject.person
        let choice =
            switch column.field {
            case .marital: subject.isMarried ? 0 : person.role == .grandparent ? 2 : 1
            case .role: Int(person.role.rawValue)
            case .lifeStatus:
                person.registration == .dead ? 1 : person.registration == .moved ? 2 : 0
            case .insuranceStatus: isActive(subject) ? 0 : 1
            default: dice.below(column.words.count)
            }
        if column.field == .insuranceStatus { said.insured = choice == 0 }
        if column.field == .lifeStatus { said.registration = person.registration }
        return column.words[choice]
    }

    /// A second row of the insurer is an earlier membership, which has ended.
    private func isActive(_ subject: Subject) -> Bool {
        subject.person.insurance == .active && subject.copy == 0
    }
}
