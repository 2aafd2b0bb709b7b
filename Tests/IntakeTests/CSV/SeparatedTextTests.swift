import Civic
import Intake
import Testing

struct SeparatedTextTests {
    @Test(arguments: ["\n", "\r\n", "\r"])
    func `every kind of line end ends a record`(_ end: String) throws {
        let text = ["NIK,Nama", "1,Budi", "", "2,Siti"].joined(separator: end)
        let expected = [["NIK", "Nama"], ["1", "Budi"], [""], ["2", "Siti"]]
        #expect(try Records.of(text) == expected)
        #expect(try Records.of(text + end) == expected)
        #expect(try Records.of(text + end + end) == expected + [[""]])
    }

    @Test func `line ends may be mixed`() throws {
        #expect(try Records.of("a\nb\r\nc\rd\r\r\ne") == [["a"], ["b"], ["c"], ["d"], [""], ["e"]])
    }

    @Test(arguments: [",", ";", "\t", "|"] as [Character])
    func `every separator parts fields`(_ separator: Character) throws {
        let text = ["a", "", "c d", "\"e\(separator)f\"", ""].joined(separator: "\(separator)")
        #expect(
            try Records.of(text, separator: separator)
                == [["a", "", "c d", "e\(separator)f", ""]])
    }

    @Test(arguments: [
        (#""Jl. Mawar, No. 3",2"#, ["Jl. Mawar, No. 3", "2"]),
        (#""kata ""Budi""",2"#, [#"kata "Budi""#, "2"]), ("\"\",2", ["", "2"]),
        ("\"\",\"", ["", "\""]), ("\"\"\"\",2", ["\"", "2"]), (#""a"b,2"#, ["ab", "2"]),
        (#""a" ,2"#, ["a ", "2"]), (#"a"b"c,2"#, [#"a"b"c"#, "2"]), (#"a,"b""#, ["a", "b"]),
        (#"a,"""#, ["a", ""]), (#"a,"b","#, ["a", "b", ""]), (#" "a",2"#, [#" "a""#, "2"]),
        (#"a,"b"#, ["a", #""b"#]), (#""Jl. A, B",x,"c"#, ["Jl. A, B", "x", #""c"#]),
    ])
    func `quotes hold a field together, stray ones are letters`(
        _ text: String, _ fields: [String]
    ) throws {
        #expect(try Records.of(text + "\n") == [fields])
        #expect(try Records.of(text) == [fields])
    }

    @Test func `a line break inside quotes starts no new record`() throws {
        let records = try Records.of(
            bytes: Array("NIK,Alamat\n1,\"Jl. Mawar\r\nRT 3\n\nRW 4\"\n2,Jl. Melati\n".utf8))
        #expect(records.map(\.row) == [1, 2, 3])
        #expect(records[1].fields == ["1", "Jl. Mawar\r\nRT 3\n\nRW 4"])
    }

    @Test func `a quote that is never closed costs its own line only`() throws {
        let lines = (1...30_000).map { "\($0),Budi Santoso,Bekasi" }
        var broken = lines
        broken[10] = "11,\"Budi Santoso,Bekasi"
        let records = try Records.of(broken.joined(separator: "\n"))
        #expect(records.count == 30_000)
        #expect(records[10] == ["11", "\"Budi Santoso", "Bekasi"])
        #expect(records[29_999] == ["30000", "Budi Santoso", "Bekasi"])
    }

    @Test func `a byte order mark is no part of the first field`() throws {
        let records = try Records.of(bytes: [0xEF, 0xBB, 0xBF] + Array("NIK,Nama\n1,Budi".utf8))
        #expect(records.map(\.fields) == [["NIK", "Nama"], ["1", "Budi"]])
        let quoted = try Records.of(bytes: [0xEF, 0xBB, 0xBF] + Array("\"NIK\",Nama".utf8))
        #expect(quoted.map(\.fields) == [["NIK", "Nama"]])
    }

    @Test func `a file without bytes has no records`() throws {
        #expect(try Records.of("").isEmpty)
        #expect(try Records.of(bytes: [0xEF, 0xBB, 0xBF]).isEmpty)
    }

    @Test func `agrees with reading letter by letter`() throws {
        var generator = SeededGenerator(seed: 101)
        let pieces = ["a", "Budi", "é", " ", "\"\"", ",", ";", "\n", "\r\n", "", "0", "x y"]
        for round in 0..<1_500 {
            let separator: Character = [",", ";", "\t", "|"][round % 4]
            let end = ["\n", "\r\n", "\r"][round % 3]
            var lines: [String] = []
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                let fields = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                    let content = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
                    }.joined()
                    let needsQuotes = content.contains { "\"\r\n\(separator)".contains($0) }
                    return needsQuotes || Bool.random(using: &generator)
                        ? "\"\(content)\"" : content
                }
                lines.append(fields.joined(separator: "\(separator)"))
            }
            let text = lines.joined(separator: end)
            let read = try Records.of(text, separator: separator).map { fields in
                fields.map { $0.replacing("\r\n", with: "\n").replacing("\r", with: "\n") }
            }
            #expect(read == SlowCSV.records(text, separator: separator), "\(text.debugDescription)")
        }
    }
}
