import Civic
import Intake
import Testing

/// The reader works through blocks of one megabyte; nothing may depend on where they end.
struct BlockBorderTests {
    private static let block = 1 << 20

    /// This many bytes in lines of ten thousand.
    private func filler(_ count: Int, lineEnd: String = "\n") -> String {
        let line = String(repeating: "x", count: 9_999 - lineEnd.utf8.count) + "," + lineEnd
        var text = String(repeating: line, count: count / 10_000)
        text += String(repeating: "y", count: count % 10_000)
        return text
    }

    /// Puts a short record at every distance around the ends of the first two blocks.
    @Test(arguments: ["\n", "\r\n", "\r"])
    func `a record over the end of a block stays whole`(_ end: String) throws {
        let record = "\"satu\n\"\"dua\"\"\",tiga"
        for border in [1, 2] {
            let whole = filler(border * Self.block, lineEnd: end)
            for offset in 0...record.utf8.count + 4 {
                let before = whole.utf8.dropLast(offset)
                let text = "\(end)\(record)\(end)empat,lima\(end)"
                let records = try Records.last(2, of: Array(before) + Array(text.utf8))
                #expect(records.map(\.fields) == [["satu\n\"dua\"", "tiga"], ["empat", "lima"]])
                let lines = (before.count + 9_999) / 10_000
                #expect(records.map(\.row) == [lines + 1, lines + 2], "\(border) \(offset)")
            }
        }
    }

    /// The longest record allowed is one megabyte with its line end.
    @Test(arguments: [-3, -2, -1, 0], ["\n", "\r\n", "\r"])
    func `a record up to one megabyte is read, and its line end is one`(
        _ less: Int, _ end: String
    ) throws {
        let long = String(repeating: "z", count: Self.block - end.utf8.count + less)
        for before in [1, 700_001, Self.block - 1, Self.block] {
            let text = filler(before) + "\n" + long + end + "a,b" + end
            let records = try Records.last(2, of: Array(text.utf8))
            #expect(records.map { $0.fields[0].utf8.count } == [long.utf8.count, 1])
            #expect(records.last?.fields == ["a", "b"])
            #expect(records.last?.row == before / 10_000 + 3)
        }
    }

    @Test(arguments: [1, 300_001, (1 << 20) - 1, 2_000_001])
    func `a longer record is refused wherever it stands`(_ before: Int) {
        for end in ["\n", "\r", "\r\n", ""] {
            let long = String(repeating: "z", count: Self.block + 1 - end.utf8.count)
            let text = filler(before) + "\n" + long + end + (end.isEmpty ? "" : "a,b")
            let problem = #expect(throws: Problem.self) {
                try Records.last(1, of: Array(text.utf8)).map(\.row)
            }
            #expect(problem?.code == "csv-record-too-long")
            #expect(problem?.spot?.row == before / 10_000 + 2)
        }
    }

    @Test func `blocks do not change what is read`() throws {
        var generator = SeededGenerator(seed: 111)
        let pieces = ["Budi", "\"Jl. Mawar, 3\"", "\"a\nb\"", "", "\"\"\"x\"\"\"", "é", "123"]
        var text = ""
        while text.utf8.count < 3_300_000 {
            let fields = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }
            text += fields.joined(separator: ",") + (text.utf8.count % 2 == 0 ? "\r\n" : "\n")
        }
        let whole = try Records.of(text)
        // The same lines read through a file that begins later: every border falls elsewhere.
        let moved = try Records.of(filler(77_700) + "\n" + text)
        #expect(whole == Array(moved.dropFirst(8)))
        #expect(whole.count > 10_000)
    }
}
