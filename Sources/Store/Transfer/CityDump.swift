import Civic

/// A whole store, table by table, as rows that every engine can take in.
///
/// What refers to something comes after it: tables in the order in which they were made, rows in
/// the order of their keys.
struct CityDump {
    let migrator: Migrator
    let reader: any SQLReader

    /// Hands over blocks of rows, at least one for every table, and tells what they held. The store
    /// has `version` steps; see ``Migrator/version(of:)``.
    func send(
        version: Int, _ body: (RowBlock) throws(Problem) -> Void
    ) throws(Problem) -> CityContents {
        var contents = CityContents()
        for table in try tables(version) {
            contents.tables.append(try send(table, body))
        }
        return contents
    }

    /// A table that this program did not make would be missing in the copy, unseen.
    private func tables(_ version: Int) throws(Problem) -> [String] {
        let known = migrator.tables(upTo: version)
        let found = try reader.tables()
        if let strange = found.subtracting(known).min() { throw Problem.tableUnknown(strange) }
        if let lost = Set(known).subtracting(found).min() { throw Problem.storeDamaged(lost) }
        return known
    }

    private func send(
        _ table: String, _ body: (RowBlock) throws(Problem) -> Void
    ) throws(Problem) -> CityContents.Table {
        let columns = try reader.columns(of: table)
        let kinds = columns.map(\.kind)
        var block = RowBlock(table, columns)
        var hash = TableHash()
        try reader.scan(CityDump.query(table, columns), []) { row throws(Problem) in
            block.add(row, kinds) { hash.add($0) }
            guard block.isFull else { return }
            try body(block)
            block.clear()
        }
        try body(block)
        return hash.table(table)
    }

    private static func query(_ table: String, _ columns: [SQLColumn]) -> String {
        let names = columns.map(\.name).joined(separator: ", ")
        let key = columns.filter { $0.keyPlace != nil }
            .sorted { ($0.keyPlace ?? 0) < ($1.keyPlace ?? 0) }.map(\.name)
        let order = key.isEmpty ? "" : " ORDER BY \(key.joined(separator: ", "))"
        return "SELECT \(names) FROM \(table)\(order)"
    }
}
