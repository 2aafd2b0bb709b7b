import Civic
import Foundation
import Intake
import Testing

/// Lists that are no agency's, read by a schema.
struct SchemaReaderTests {
    private static let schema = ListSchema(
        name: ["given_name", "surname"], birthDate: "born", number: "id", attributes: ["suburb"],
        eachPersonOnce: [])

    private func read(
        _ text: String, schema: ListSchema = Self.schema
    ) throws -> SchemaList {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "schema-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "register.csv")
        try Data(text.utf8).write(to: file)
        let today = try #require(Day(iso: "2026-01-01"))
        return try SchemaReader(schema: schema, today: today).read(path: file.path)
    }

    @Test func `columns are found by name, in any order and with others between them`() throws {
        let list = try read(
            """
            suburb, id,surname,colour,Given Name,born
            "high street, north",  12-34 ,o'neil,red,mary  ann,19700524

            ,,smith,,,1/2/85
            """)
        #expect(list.source == "register")
        #expect(list.roster.rows.map(\.number) == [2, 4])
        let first = list.roster.rows[0]
        #expect(list.roster.string(first.name) == "mary  ann o'neil")
        #expect(first.familyCard == 1234)
        #expect(first.birthDay?.iso == "1970-05-24")
        #expect(list.roster.string(list.attributes[0][0]) == "high street, north")
        let second = list.roster.rows[1]
        #expect(list.roster.string(second.name) == "smith")
        #expect(second.birthDay?.iso == "1985-02-01")
        #expect(second.familyCard == 0)
        #expect(list.attributes[0][1].isEmpty)
    }

    @Test func `a year alone stays a year`() throws {
        let list = try read("given_name,surname,born,id,suburb\na,b,1985,,\n")
        #expect(list.roster.rows[0].birthPrecision == .yearOnly)
    }

    @Test func `a number too long for one is no number`() throws {
        let list = try read("given_name,surname,born,id,suburb\na,b,,12345678901234567,\n")
        #expect(list.roster.rows[0].familyCard == 0)
    }

    @Test func `a missing column is named, with the file`() throws {
        let problem = #expect(throws: Problem.self) {
            _ = try read("given_name,family,born,id,suburb\na,b,,,\n")
        }
        #expect(problem?.code == "schema-column")
        #expect(problem?.spot?.file == "register.csv")
        #expect(problem?.what.english.contains("surname") == true)
    }

    @Test func `a schema without birth date, number and further columns is enough`() throws {
        let schema = ListSchema(
            name: ["name"], birthDate: nil, number: nil, attributes: [], eachPersonOnce: [])
        let list = try read("name;age\nBudi;40\n", schema: schema)
        #expect(list.roster.rows.count == 1)
        #expect(list.attributes.isEmpty)
    }
}
