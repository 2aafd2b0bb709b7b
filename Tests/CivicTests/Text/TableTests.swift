import Civic
import Testing

struct TableTests {
    private static let text = """
        # tarif
        code\tamount\tfrom\twords\r

        A1\t16800\t2025-11-05\tsatu; dua ;;tiga\r
        # catatan
        A2\t\t\t
        A3\tbanyak\t2025-02-30\tx\tlebih
        A4
        """

    private let table = Table(name: "tarif.tsv", text: TableTests.text)

    @Test func `reads columns and rows, without comments and empty lines`() throws {
        #expect(table.columns == ["code", "amount", "from", "words"])
        #expect(
            try table.rows.map { (row) throws(Problem) in try row.text("code") } == [
                "A1", "A2", "A3", "A4",
            ])
        #expect(table.rows.map(\.line) == [4, 6, 7, 8])
    }

    @Test func `reads typed cells`() throws {
        let row = table.rows[0]
        #expect(try row.integer("amount") == 16_800)
        #expect(try row.day("from") == Day(iso: "2025-11-05"))
        #expect(row.list("words") == ["satu", "dua", "tiga"])
    }

    @Test func `an empty or missing cell is nothing where nothing is allowed`() throws {
        #expect(table.rows[1].optional("amount") == nil)
        #expect(try table.rows[1].optionalDay("from") == nil)
        #expect(table.rows[3].optional("amount") == nil)
        #expect(table.rows[3].list("words") == [])
        #expect(table.rows[0].optional("no such column") == nil)
    }

    @Test(arguments: [(1, "amount"), (2, "amount"), (2, "from"), (3, "from"), (3, "words")])
    func `names file, line and column of a cell that cannot be read`(_ row: Int, _ column: String) {
        let spot = Spot(file: "tarif.tsv", row: table.rows[row].line, column: column)
        let problem = #expect(throws: Problem.self) {
            switch column {
            case "amount": _ = try table.rows[row].integer(column)
            case "from": _ = try table.rows[row].day(column)
            default: _ = try table.rows[row].text(column)
            }
        }
        #expect(problem?.spot == spot)
        #expect(problem?.code == "data-table")
        #expect(problem?.exitStatus == 4)
    }

    @Test func `an unreadable day is an error even where a day is optional`() {
        #expect(throws: Problem.self) { try table.rows[2].optionalDay("from") }
    }

    @Test func `an empty text is an empty table`() {
        #expect(Table(name: "x", text: "").rows.isEmpty)
        #expect(Table(name: "x", text: "a\tb").columns == ["a", "b"])
    }
}
