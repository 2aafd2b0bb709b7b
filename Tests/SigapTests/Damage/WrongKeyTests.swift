import Foundation
import Testing

@Suite("The key of another store") struct WrongKeyTests {
    @Test func `every command refuses it, and changes nothing`() throws {
        let (city, other) = (try FileCity(people: 50), try FileCity())
        let folder = city.folder
        let backup = folder.path("kota.backup")
        #expect(try city.run("backup", "--to", backup).status == 0)
        let next = folder.path("baru")
        let lists = "\(city.store)-lists-50"
        let commands = [
            ["check"], ["serve", "--port", "18473"], ["import", lists],
            ["account", "list"], ["account", "add", "--login", "yuni"],
            ["backup", "--to", next], ["migrate"], ["migrate", "--rehearse"],
            ["keys", "list"], ["keys", "rotate"], ["keys", "retire"],
            ["journal", "verify"], ["journal", "roots", "sign"],
            ["journal", "roots", "export", "--to", next], ["erase"], ["erase", "--reapply"],
        ].map { $0 + ["--store", city.store] }
        let transfers = [
            ["restore", "--test", backup], ["restore", "--from", backup, "--to", next],
            ["copy", "--from", city.store, "--to", next],
        ]
        let names = city.names
        let before = try city.bytes() + other.bytes()
        for command in commands + transfers {
            let outcome = try Program.run(
                command + ["--key", other.key], input: "rahasia-sekali-2\n", language: "en")
            #expect(outcome.status == 4, "\(command): \(outcome.errors)")
            let told = outcome.output + outcome.errors
            #expect(
                told.contains("This key belongs to another store.")
                    || told.contains("The key file does not hold the key"),
                "\(command): \(told)")
            let isUnchanged = try city.bytes() + other.bytes() == before
            #expect(isUnchanged, "\(command)")
            #expect(city.names == names, "\(command)")
        }
        #expect(try city.run("check").output.contains("✓ opening"))
    }
}
