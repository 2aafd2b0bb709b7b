import Civic
import Intake
import Store

/// A row as it reads: what it says about its person, and which of its values could not be used.
struct ProposalDraft: Sendable {
    let row: ProposalRow
    /// By name of the column, as written.
    let values: [String: String]
    /// Nil when it names nobody.
    let person: RosterRow?
    let name: String
    let faults: [CellFault]

    var nameKey: String { NameSpelling.canonical(name) }
    var nik: NIK? { person.flatMap { NIK(digits: $0.nik) } }

    func written(_ column: Column) -> String { values[column.rawValue] ?? "" }

    /// Who it is without a number.
    var nameAndBirth: NameAndBirth? {
        guard let person, let birth = person.birthDay, person.birthPrecision != .yearOnly,
            !nameKey.isEmpty
        else { return nil }
        return NameAndBirth(nameKey: nameKey, birth: birth)
    }
}

/// Reads rows of proposals, in the same way at every step: when they are checked, when they are sent
/// and when a new run takes them in.
struct ProposalReader: Sendable {
    let region: Region
    let asOf: Day
    /// Where those live whose row does not say.
    let place: PlaceCode?

    /// In this order the cells of a record are read.
    static let columns = Column.allCases

    /// What is kept of a row's cells once the columns are known.
    static func values(_ cells: [String], _ columns: [String?]) -> [String: String] {
        var values: [String: String] = [:]
        for (cell, name) in zip(cells, columns) where !cell.isEmpty {
            if let name, Column(rawValue: name) != nil { values[name] = cell }
        }
        return values
    }

    /// Rows of people as one list, in order of their records.
    func list(
        _ rows: [ProposalRow], columns: [String?] = [], source: String, file: String,
        recorded: Day? = nil
    ) -> Delivery {
        var list = RecordList(
            columns: ProposalReader.columns, agency: agency,
            context: region.intake(asOf: asOf))
        var cut: Set<UInt32> = []
        for row in rows {
            if row.isCut { cut.insert(UInt32(row.record)) }
            let values = ProposalReader.values(of: row, columns)
            list.append(row.record, ProposalReader.columns.map { values[$0.rawValue] ?? "" })
        }
        return list.finish(source: source, file: file) { person in
            settle(&person)
            if cut.contains(person.number) { ProposalReader.withdrawCutNumber(&person) }
            if let recorded, person.recorded == RosterRow.noDay {
                person.recorded = recorded.number
            }
        }
    }

    static func values(of row: ProposalRow, _ columns: [String?]) -> [String: String] {
        row.content.cells.map { values($0, columns) } ?? row.content.values
    }

    func drafts(_ rows: [ProposalRow], columns: [String?]) -> [ProposalDraft] {
        let delivery = list(rows, columns: columns, source: "", file: "")
        var people: [Int: RosterRow] = [:]
        for person in delivery.roster.rows { people[Int(person.number)] = person }
        let faults = Dictionary(grouping: delivery.rejects.entries) { Int($0.row) }
        return rows.map { row in
            let found = (faults[row.record] ?? []).map { reject in
                CellFault(
                    column: reject.field < 0 ? nil : ProposalReader.columns[Int(reject.field)],
                    code: reject.code)
            }
            let person = people[row.record]
            return ProposalDraft(
                row: row, values: ProposalReader.values(of: row, columns), person: person,
                name: person.map { delivery.roster.string($0.name) } ?? "",
                faults: row.isCut ? ProposalReader.cut(found, person) : found)
        }
    }

    /// Gives everybody the place of the list whose row names none.
    private func settle(_ person: inout RosterRow) {
        guard person.place < 0, !person.facts.contains(.outside), let place,
            let position = region.places.position(of: place)
        else { return }
        person.place = Int16(position)
        person.facts.insert(.inside)
    }

    /// As for a whole column that a spreadsheet has cut: fifteen digits stay as evidence.
    private static func withdrawCutNumber(_ person: inout RosterRow) {
        guard person.nik != 0, person.nik % 10 == 0 else { return }
        person.nikClue = person.nik / 10
        person.nikClueDigits = 15
        person.nikCluePrefix = true
        person.nik = 0
    }

    private static func cut(_ faults: [CellFault], _ person: RosterRow?) -> [CellFault] {
        let cut = CellFault(column: .nik, code: .nikCutByExcel)
        let relabelled = faults.map { $0.code == .nikSerial ? cut : $0 }
        let isWithdrawn = person.map { $0.nik == 0 && $0.nikClueDigits == 15 } ?? false
        return relabelled.contains(cut) || !isWithdrawn ? relabelled : relabelled + [cut]
    }

    private var agency: Agency {
        region.nominator
            ?? Agency(
                id: "lain", name: Phrase("Usulan", en: "Proposals"), role: .nomination,
                fileWords: [], headerWords: [], occupation: nil, listsEachPersonOnce: false)
    }
}
