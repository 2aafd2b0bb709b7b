import Foundation
import Testing

/// `sigap link` and `sigap explain`, as their users run them.
@Suite("sigap link")
struct LinkTests {
    private static let schema = """
        name: [given, family]
        birth_date: born
        attributes: [street, town]
        each_person_once: [register]
        """
    private static let register = """
        given,family,born,street,town
        \(rows { "\($0.given),\($0.family),\($0.born),\($0.street),\($0.town)" })
        """
    /// The same people, with a letter wrong in every third name.
    private static let clinic = """
        family,given,town,born,street
        \(rows { person in
            let family = person.number % 3 == 0 ? "x\(person.family.dropFirst())" : person.family
            return "\(family),\(person.given),\(person.town),\(person.born),\(person.street)"
        })
        """

    private struct Person {
        let number: Int
        let given: String
        let family: String
        let born: String
        let street: String
        let town: String
    }

    private static func rows(_ line: (Person) -> String) -> String {
        let given = ["anna", "ben", "clara", "david", "emma", "felix", "greta", "hugo"]
        let family = ["miller", "schmidt", "fischer", "weber", "wagner", "becker", "hoffmann"]
        return (0..<240).map { number in
            line(
                Person(
                    number: number, given: given[number % 8], family: family[number % 7] + "son",
                    born: "19\(50 + number % 45)-\(10 + number % 3)-\(10 + number % 17)",
                    street: "street \(number % 53) house \(number % 31)",
                    town: ["north", "south", "east"][number % 3]))
        }.joined(separator: "\n")
    }

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(LinkTests.schema, to: "schema.yaml")
        try folder.write(LinkTests.register, to: "register.csv")
        try folder.write(LinkTests.clinic, to: "clinic.csv")
        return folder
    }

    private func link(_ folder: TemporaryFolder, _ arguments: String...) throws -> Program.Outcome {
        try Program.run(["link", "--schema", folder.path("schema.yaml")] + arguments)
    }

    private func people(_ folder: TemporaryFolder, _ name: String) throws -> [String: String] {
        var people: [String: String] = [:]
        for line in try folder.read("\(name)/links.csv").split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",").map(String.init)
            people["\(cells[0]) \(cells[1])"] = cells[2]
        }
        return people
    }

    @Test func `two registers become people`() throws {
        let folder = try folder()
        let outcome = try link(
            folder, folder.path("register.csv"), folder.path("clinic.csv"), "--out",
            folder.path("out"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let people = try people(folder, "out")
        #expect(people.count == 480)
        let together = (2...241).count { people["register \($0)"] == people["clinic \($0)"] }
        #expect(together >= 228, "\(together) of 240")
        #expect(Set((2...241).compactMap { people["register \($0)"] }).count == 240)
        #expect(try folder.read("out/pairs.csv").hasPrefix("source_a,row_a,source_b,row_b,weight"))
    }

    @Test func `a list after the other, and back again`() throws {
        let folder = try folder()
        let known = ["--known", folder.path("known.bin")]
        let both = try link(
            folder, folder.path("register.csv"), "--out", folder.path("one"), known[0], known[1])
        #expect(both.status == 0, "\(both.errors)")
        let added = try link(
            folder, folder.path("clinic.csv"), "--out", folder.path("two"), known[0], known[1])
        #expect(added.status == 0, "\(added.errors)")
        #expect(try people(folder, "two").count == 480)
        #expect(
            try people(folder, "two").filter { $0.key.hasPrefix("register") }
                == people(folder, "one"))
        let back = try link(
            folder, "--withdraw", "clinic", "--out", folder.path("three"), known[0], known[1])
        #expect(back.status == 0, "\(back.errors)")
        #expect(try folder.read("three/links.csv") == folder.read("one/links.csv"))
        let unknown = try link(
            folder, "--withdraw", "nobody", "--out", folder.path("four"), known[0], known[1])
        #expect(unknown.status == 3)
        #expect(!FileManager.default.fileExists(atPath: folder.path("four")))
    }

    @Test func `a damaged file of what is known is refused and left alone`() throws {
        let folder = try folder()
        try folder.write("not what it should be", to: "known.bin")
        let outcome = try link(
            folder, folder.path("register.csv"), "--out", folder.path("one"), "--known",
            folder.path("known.bin"))
        #expect(outcome.status == 3)
        #expect(try folder.read("known.bin") == "not what it should be")
    }

    @Test func `a schema that names an absent column is refused`() throws {
        let folder = try folder()
        try folder.write("name: [given, clan]", to: "schema.yaml")
        let outcome = try link(folder, folder.path("register.csv"), "--out", folder.path("out"))
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("clan"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }
}
