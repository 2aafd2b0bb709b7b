import Civic
import Papers

/// Writes one list with its title, headers and rows, and notes which row is whom.
struct ListWriter {
    private let layout: ListLayout
    private let population: Population
    private let asOf: Day
    private var clerk: Clerk
    private var row = RowBuffer()
    /// Rows written so far, those that are nobody included.
    private var position = 0
    /// People who showed a family member's identity number.
    private(set) var borrowers: Set<Int> = []

    init(population: Population, clerk: Clerk) {
        layout = clerk.layout
        asOf = clerk.asOf
        self.population = population
        self.clerk = clerk
    }

    /// Writes the whole list. `links` receives a line for each row that is a person, and `hearsay`
    /// learns what the rows say.
    mutating func write(
        _ roll: Roll, to sink: any RowSink, links: inout CSVWriter, hearsay: inout Hearsay,
        meter: inout ProgressMeter
    ) throws(Problem) {
        for line in layout.title { try write([line], to: sink) }
        try write(layout.columns.map(\.header), to: sink)
        for (number, entry) in roll.entries.enumerated() {
            try interrupt(before: number, to: sink)
            let person = Int(entry.person)
            let subject = subject(person, copy: Int(entry.copy))
            let said = clerk.write(subject, number: number + 1, into: &row)
            try sink.write(row)
            position += 1
            hearsay.note(said, about: person, in: layout)
            if said.borrowedNIK { borrowers.insert(person) }
            links.field(layout.id)
            links.field(position)
            links.field(TruthFiles.id(person))
            try links.endRecord()
            meter.advance()
        }
        if let total = layout.total { try write([total], sum: roll.entries.count, to: sink) }
        try sink.finish()
    }

    /// The header again, or an empty row, where the list has them.
    private mutating func interrupt(before number: Int, to sink: any RowSink) throws(Problem) {
        guard number > 0 else { return }
        if layout.repeatHeader > 0, number % layout.repeatHeader == 0 {
            try write(layout.columns.map(\.header), to: sink)
        }
        if layout.blankEvery > 0, number % layout.blankEvery == 0 { try write([], to: sink) }
    }

    /// A row that is nobody.
    private mutating func write(
        _ cells: [[UInt8]], sum: Int? = nil, to sink: any RowSink
    ) throws(Problem) {
        row.clear()
        for cell in cells { row.add(cell) }
        if let sum { row.add(number: UInt64(sum)) }
        if sink.padsRows { while row.count < layout.columns.count { row.add([]) } }
        try sink.write(row)
        position += 1
    }

    private func subject(_ index: Int, copy: Int) -> Subject {
        let person = population.persons[index]
        let next = index + 1
        let followedByWife =
            next < population.persons.count && population.persons[next].role == .wife
            && population.persons[next].household == person.household
        return Subject(
            index: index, person: person,
            household: population.households[Int(person.household)],
            lenderNIK: person.lender < 0 ? 0 : population.persons[Int(person.lender)].nik,
            isMarried: person.role == .wife || (person.role == .head && followedByWife),
            age: person.birthDay.age(on: asOf), copy: copy)
    }
}
