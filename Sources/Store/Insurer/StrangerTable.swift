import Civic

/// People at the insurer whom no decree names, on their way into the table, sealed.
struct StrangerTable {
    private static let columns = [
        "id", "file_id", "line", "name", "nik_sealed", "nik_index", "participant",
    ]

    private let file: Int
    private let sealer: Sealer
    private let erased: Set<ErasureMark>
    private var last: Int
    private var values: [SQLValue] = []

    init(file: Int, sealer: Sealer, _ reader: any SQLReader) throws(Problem) {
        self.file = file
        self.sealer = sealer
        erased = try ErasureTable.all(reader)
        last = try reader.integer("SELECT COALESCE(MAX(id), 0) FROM insurer_stranger")
    }

    /// Takes somebody in and returns the id. Of whoever was erased only the row is kept.
    mutating func add(_ row: InsurerRow) throws(Problem) -> Int {
        last += 1
        let marks = ErasureMark.marks(
            nik: row.nik, nameKey: NameSpelling.canonical(row.name), birth: nil, motherName: nil,
            sealer.ring.erasures)
        let isErased = !marks.isDisjoint(with: erased)
        values += [SQLValue(last), SQLValue(file), SQLValue(row.line)]
        values.append(.text(isErased ? Erasing.name : row.name))
        if let nik = row.nik, !isErased {
            let digits = Sealer.bytes(nik.digits)
            values.append(.bytes(try sealer.seal(digits, .strangerNIK, row: last)))
            values.append(.bytes(sealer.index(of: nik)))
        } else {
            values += [.null, .null]
        }
        values.append(SQLValue(isErased ? nil : row.participant?.text))
        return last
    }

    func insert(_ writer: any SQLWriter) throws(Problem) {
        guard !values.isEmpty else { return }
        try writer.insert(into: "insurer_stranger", StrangerTable.columns, values)
    }
}
