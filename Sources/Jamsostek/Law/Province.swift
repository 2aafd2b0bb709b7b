import Civic

/// A province code as it begins place codes and identity numbers.
package struct Province: Sendable {
    /// 11 to 96.
    package let code: Int
    package let name: String
    /// False for a province that no longer exists; old identity numbers still begin with it.
    package let isCurrent: Bool
    /// Provinces cut out of this one: a number that begins with `code` may mean a place there.
    package let successors: [Int]
    let source: CitationSet

    static func all(
        _ table: Table, citations: CitationRegister
    ) throws(Problem) -> [Province] {
        var provinces: [Province] = []
        for row in table.rows {
            let status: Status = try row.choice("status")
            var successors: [Int] = []
            for cell in row.list("successors") {
                guard let code = Int(cell) else { throw row.wrong("successors", cell) }
                successors.append(code)
            }
            provinces.append(
                Province(
                    code: Int(try row.integer("code")), name: try row.text("name"),
                    isCurrent: status == .current, successors: successors,
                    source: try citations.source(of: row)))
        }
        return provinces
    }

    private enum Status: String {
        case current
        case retired
    }
}
