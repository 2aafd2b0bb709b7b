import Civic
import FoundationEssentials
import Papers
import Testing

@Suite struct CSVWriterTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.file("data.csv") }

    private func text() throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    @Test(arguments: [
        ("Siti", "Siti"), ("", ""), ("a,b", "\"a,b\""), ("\"Dapur\" Ibu", "\"\"\"Dapur\"\" Ibu\""),
        ("dua\nbaris", "\"dua\nbaris\""), ("a\rb", "\"a\rb\""), (",", "\",\""), ("\"", "\"\"\"\""),
        (" tepi ", " tepi "), ("titik; koma", "titik; koma"), ("é 😀", "é 😀"),
    ])
    func `quotes only where it must`(field: String, written: String) throws {
        var file = try CSVWriter(path: path, columns: ["a", "b"])
        file.field(field)
        file.field(bytes: Array(field.utf8).span)
        try file.endRecord()
        try file.finish()
        #expect(try text() == "a,b\n\(written),\(written)\n")
    }

    @Test func `writes numbers and empty fields`() throws {
        var file = try CSVWriter(path: path, columns: ["row_id", "n, m", "kosong"])
        for number in [0, 7, -12, Int.max, Int.min] {
            file.field(number)
            file.emptyField()
            file.field("")
            try file.endRecord()
        }
        try file.finish()
        let numbers = "0,,\n7,,\n-12,,\n9223372036854775807,,\n-9223372036854775808,,\n"
        #expect(try text() == "row_id,\"n, m\",kosong\n\(numbers)")
    }

    @Test func `a single empty field is still a record`() throws {
        var file = try CSVWriter(path: path, columns: ["a"])
        file.emptyField()
        try file.endRecord()
        file.field("x")
        try file.endRecord()
        try file.finish()
        #expect(try text() == "a\n\"\"\nx\n")
    }

    @Test func `records longer than a block and many blocks arrive whole`() throws {
        var random = SeededGenerator(seed: 3)
        var expected = "a,b\n"
        var file = try CSVWriter(path: path, columns: ["a", "b"])
        for index in 0..<200 {
            let long = String(repeating: "x", count: .random(in: 0...40_000, using: &random))
            file.field(long)
            file.field(index)
            try file.endRecord()
            expected += "\(long),\(index)\n"
        }
        let huge = String(repeating: "y,", count: 3 << 20)
        file.field(huge)
        file.field(0)
        try file.endRecord()
        expected += "\"\(huge)\",0\n"
        try file.finish()
        #expect(try text() == expected)
    }

    @Test func `replaces the file that was there`() throws {
        try Data(String(repeating: "lama\n", count: 100).utf8).write(to: URL(filePath: path))
        var file = try CSVWriter(path: path, columns: ["baru"])
        try file.finish()
        #expect(try text() == "baru\n")
    }

    @Test func `says that the disk is full, at once or at the end`() throws {
        let atEnd = #expect(throws: Problem.self) {
            var file = try CSVWriter(path: "/dev/full", columns: ["a"])
            try file.finish()
        }
        let inBetween = #expect(throws: Problem.self) {
            var file = try CSVWriter(path: "/dev/full", columns: ["a"])
            while true {
                file.field("isi")
                try file.endRecord()
            }
        }
        for problem in [atEnd, inBetween] {
            #expect(problem?.code == "disk-full")
            #expect(problem?.kind == .service)
            #expect(problem?.spot?.file == "full")
            #expect(problem?.exitStatus == 4)
        }
    }

    @Test func `says when the file cannot be made`() {
        let problem = #expect(throws: Problem.self) {
            _ = try CSVWriter(path: folder.file("tiada/data.csv"), columns: ["a"])
        }
        #expect(problem?.kind == .service)
        #expect(problem?.spot?.file == "data.csv")
    }
}
