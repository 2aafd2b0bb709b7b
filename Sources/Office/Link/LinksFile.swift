import Civic
import Papers

/// `links.csv`: every row that holds a person, and the person.
struct LinksFile: ~Copyable {
    private var file: CSVWriter

    init(_ path: String) throws(Problem) {
        file = try CSVWriter(path: path, columns: ["source", "row_id", "person_id"])
    }

    mutating func add(_ source: String, _ row: Int, person: String) throws(Problem) {
        file.field(source)
        file.field(row)
        file.field(person)
        try file.endRecord()
    }

    mutating func finish() throws(Problem) { try file.finish() }
}
