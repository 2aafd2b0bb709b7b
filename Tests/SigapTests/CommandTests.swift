import Foundation
import Testing

@Suite("The command line")
struct CommandTests {
    private static let commands = [
        "demo", "serve", "init", "import", "process", "synth", "emulate insurer", "account add",
        "account list",
        "account password", "account disable", "account enable",
        "journal verify", "journal roots sign", "journal roots export", "journal check-roots",
        "keys list", "keys add", "keys rotate", "keys retire", "erase", "check", "backup",
        "restore", "copy", "migrate", "calc contribution",
        "calc coverage", "calc benefit death", "calc benefit total-disability",
        "calc benefit partial-disability", "calc benefit temporary-incapacity",
        "calc benefit transport", "calc nik", "calc plan",
    ]

    @Test(arguments: commands) func `every command explains itself with an example`(
        _ command: String
    ) throws {
        var arguments = command.split(separator: " ").map(String.init)
        arguments.append("--help")
        let outcome = try run(arguments)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Example:"))
    }

    private func run(_ arguments: [String]) throws -> Program.Outcome {
        switch arguments.count {
        case 2: try Program.run(arguments[0], arguments[1])
        case 3: try Program.run(arguments[0], arguments[1], arguments[2])
        default: try Program.run(arguments[0], arguments[1], arguments[2], arguments[3])
        }
    }

    @Test func `the calculator answers the contract`() throws {
        let contribution = try Program.run(
            "calc", "contribution", "--income", "1000000", "--month", "2026-02", "--sector",
            "transport", "--fund", "psr", "--programs", "jkk,jkm")
        #expect(contribution.status == 0)
        #expect(
            contribution.output.hasPrefix(
                "{\"base\":1000000,\"jkk\":5000,\"jkm\":3400,\"jht\":0,\"total\":8400,"))
        let plan = try Program.run(
            "calc", "plan", "--people", "11666", "--months", "12", "--start", "2026-01", "--fund",
            "apbd", "--budget", "2000000000")
        #expect(plan.output.contains("\"months_affordable\":10.2,\"people_affordable\":9920"))
        let nik = try Program.run("calc", "nik", "3275014507900003", "--on", "2025-11-05")
        #expect(
            nik.output.hasPrefix(
                "{\"valid\":true,\"sex\":\"female\",\"birth_date\":\"1990-07-05\",\"place\":\"32.75.01\",\"problems\":[]"
            ))
    }

    @Test func `an unknown command is a usage error`() throws {
        #expect(try Program.run("terbang").status == 2)
        #expect(try Program.run("calc", "plan", "--people", "0").status == 2)
    }

    @Test func `a second server on one store and a missing store are told plainly`() throws {
        let folder = try TemporaryFolder()
        let missing = try Program.run("serve", "--store", folder.path("tiada.db"))
        #expect(missing.status != 0)
        #expect(missing.errors.contains("tiada.db"))
        #expect(!missing.errors.contains("Fatal"))
    }

    @Test func `a city is made, gets accounts, and its journal is whole`() throws {
        let folder = try TemporaryFolder()
        let store = folder.path("kota.db")
        let secret = "kata sandi yang panjang\n"
        #expect(try Program.run("init", "--store", store, input: secret).status == 0)
        let added = try Program.run(
            "account", "add", "--store", store, "--login", "yuni", "--name", "Yuni", "--role",
            "village-operator", "--area", "32.75.01.1001", input: secret)
        #expect(added.status == 0, "\(added.errors)")
        let twice = try Program.run(
            "account", "add", "--store", store, "--login", "yuni", input: secret)
        #expect(twice.status == 3)
        let list = try Program.run("account", "list", "--store", store)
        #expect(list.output.contains("yuni\tYuni\tvillage-operator\t-\t32.75.01.1001\ton\n"))
        #expect(!list.output.contains("kata sandi"))
        let journal = try Program.run("journal", "verify", "--store", store, language: "en")
        #expect(journal.status == 0)
        #expect(journal.output.contains("all sound"))
    }

    @Test func `a taken port is told before any work is done`() throws {
        let folder = try TemporaryFolder()
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                _ = bind(listener, plain, size)
                listen(listener, 1)
                getsockname(listener, plain, &size)
            }
            return Int(in_port_t(bigEndian: pointer.pointee.sin_port))
        }
        let outcome = try Program.run(
            "demo", "--store", folder.path("kota.db"), "--port", "\(port)")
        #expect(outcome.status == 4)
        #expect(outcome.errors.contains("\(port)"))
        #expect(folder.names.isEmpty)
    }

    @Test func `a new city asks for a real password`() throws {
        let folder = try TemporaryFolder()
        let short = try Program.run("init", "--store", folder.path("kota.db"), input: "pendek\n")
        #expect(short.status == 2)
        #expect(folder.names.isEmpty)
        let made = try Program.run(
            "init", "--store", folder.path("kota.db"), input: "kata sandi yang panjang\n")
        #expect(made.status == 0, "\(made.errors)")
        #expect(folder.names.contains("kota.db"))
        #expect(folder.names.contains("kota.db.key"))
        let again = try Program.run(
            "init", "--store", folder.path("kota.db"), input: "kata sandi yang panjang\n")
        #expect(again.status != 0)
    }

    @Test func `an account gets a new password, is closed and opened again`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.city()
        let short = try Program.run(
            "account", "password", "--store", store, "--login", "admin", input: "pendek\n")
        #expect(short.status == 2)
        let changed = try Program.run(
            "account", "password", "--store", store, "--login", "admin",
            input: "kata sandi yang baru\n")
        #expect(changed.status == 0, "\(changed.errors)")
        for (verb, state) in [("disable", "off"), ("enable", "on")] {
            #expect(
                try Program.run("account", verb, "--store", store, "--login", "admin").status == 0)
            let list = try Program.run("account", "list", "--store", store)
            #expect(list.output.hasSuffix("\t\(state)\n"))
        }
        let nobody = try Program.run(
            "account", "disable", "--store", store, "--login", "siapa")
        #expect(nobody.status != 0)
    }

    @Test func `a city that cannot be made leaves nothing behind`() throws {
        let folder = try TemporaryFolder()
        try folder.write("kunci lama\n", to: "kota.db.key")
        let made = try Program.run(
            "init", "--store", folder.path("kota.db"), input: "kata sandi yang panjang\n")
        #expect(made.status == 4 && made.errors.contains("kota.db.key"), "\(made.errors)")
        #expect(folder.names == ["kota.db.key"])
        #expect(try folder.read("kota.db.key") == "kunci lama\n")
    }
}
