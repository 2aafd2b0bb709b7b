import Foundation
import Testing

@Suite("Commands on PostgreSQL", .enabled(if: Program.postgres != nil))
struct PostgresTests {
    /// A city in a schema of its own, by an address that holds a password.
    private struct City {
        let folder: TemporaryFolder
        let store: String
        let schema: String
        let made: Program.Outcome

        var options: [String] { ["--store", store, "--key", folder.path("kota.key")] }

        init() throws {
            folder = try TemporaryFolder()
            schema = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
            let address = (Program.postgres ?? "")
                .replacingOccurrences(of: "sigap@", with: "sigap:sangatrahasia@")
            store = "\(address)?schema=\(schema)&pool=2&password=jugarahasia"
            made = try Program.run(
                ["init", "--store", store, "--key", folder.path("kota.key")],
                input: "kata sandi yang panjang\n", language: "en")
            #expect(made.status == 0, "\(made.errors)")
        }

        func run(_ command: String...) throws -> Program.Outcome {
            try Program.run(command + options, language: "en")
        }
    }

    @Test func `the password of an address is never shown`() throws {
        let city = try City()
        #expect(city.made.errors.contains("?schema=\(city.schema)"))
        #expect(city.made.errors.contains("postgresql://127.0.0.1:"))
        let file = city.folder.path("roots.jsonl")
        let signed = try city.run("journal", "roots", "sign")
        let exported = try city.run("journal", "roots", "export", "--to", file)
        #expect(exported.status == 0, "\(exported.errors)")
        let checked = try Program.run(["journal", "check-roots", file, "--store", city.store])
        let again = try Program.run(
            ["init"] + city.options, input: "kata sandi yang panjang\n")
        #expect(again.status == 4)
        for outcome in [city.made, signed, exported, checked, again] {
            #expect(!(outcome.output + outcome.errors).contains("rahasia"))
        }
    }

    @Test func `a key that other nodes do not have is not used`() throws {
        let city = try City()
        let refused = try city.run("keys", "rotate")
        #expect(refused.status != 0 && refused.errors.contains("sigap keys add"))
        let before = try city.run("keys", "list")
        #expect(before.output.hasSuffix("\tcurrent\n"))
        let added = try Program.run("keys", "add", "--key", city.folder.path("kota.key"))
        #expect(added.status == 0)
        #expect(try city.run("keys", "rotate").status == 0)
        #expect(try city.run("keys", "list").output.hasSuffix("\told\n"))
    }

    @Test func `a demonstration makes no folder of an address`() throws {
        let city = try City()
        let place = city.folder.path("kerja")
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let outcome = try Program.run(
            ["demo", "--no-serve", "--people", "50"] + city.options, in: place)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: place)
        #expect(names == ["\(city.schema)-lists-50"])
    }
}
