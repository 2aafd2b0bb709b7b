import Civic

/// Making a schema that is filled with the rows of another store: first the tables, then the rows,
/// and only then what watches over them, which has done its work on these rows already.
extension Migrator {
    /// Makes the tables of the first `version` steps in an empty database; the table of steps stays
    /// empty, as its rows come with the others.
    func defineTables(upTo version: Int, _ writer: any SQLWriter) throws(Problem) {
        guard try writer.tables().isEmpty else { throw Problem.storeExists() }
        try writer.define(Migrator.stepTable)
        for migration in migrations.prefix(version) {
            for statement in migration.statements { try writer.define(statement) }
        }
    }

    /// Makes the triggers of the first `version` steps on the tables that are left of them.
    func defineTriggers(upTo version: Int, _ writer: any SQLWriter) throws(Problem) {
        let tables = Set(tables(upTo: version))
        for migration in migrations.prefix(version) {
            for trigger in migration.triggers where tables.contains(trigger.table) {
                try writer.define(trigger)
            }
        }
    }

    /// The tables of the first `version` steps in the order in which they were made, so that none
    /// refers to a later one.
    func tables(upTo version: Int) -> [String] {
        var tables = ["migration"]
        for statement in migrations.prefix(version).flatMap(\.statements) {
            let words = statement.split { $0.isWhitespace || $0 == "(" }.prefix(6).map(String.init)
            switch (words.prefix(2).joined(separator: " "), words.dropFirst(3).first) {
            case ("CREATE TABLE", _): tables.append(words[2])
            case ("DROP TABLE", _): tables.removeAll { $0 == words[2] }
            case ("ALTER TABLE", "RENAME") where words.count == 6 && words[4] == "TO":
                tables = tables.map { $0 == words[2] ? words[5] : $0 }
            default: break
            }
        }
        return tables
    }
}
