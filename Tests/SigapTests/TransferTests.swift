import Foundation
import Testing

@Suite("Backup, restore, copy and migrate as commands")
struct TransferTests {
    /// A new city in a folder of its own.
    private struct City {
        let folder: TemporaryFolder
        let store: String
        let key: String

        init() throws {
            folder = try TemporaryFolder()
            store = try folder.city()
            key = "\(store).key"
        }
    }

    @Test func `a city is saved, tried, and restored`() throws {
        let city = try City()
        let backup = city.folder.path("kota.backup")
        let made = try Program.run("backup", "--store", city.store, "--to", backup)
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.output.contains("sha256 "))
        let again = try Program.run("backup", "--store", city.store, "--to", backup)
        #expect(again.status == 4)
        #expect(again.errors.contains("kota.backup"))

        let names = city.folder.names
        let tried = try Program.run(
            "restore", "--test", backup, "--key", city.key, "--scratch", city.folder.path(""),
            language: "en")
        #expect(tried.status == 0, "\(tried.errors)")
        #expect(tried.output.contains("account\t1\t"))
        #expect(tried.output.contains("The backup can be restored"))
        #expect(city.folder.names == names)

        let new = city.folder.path("baru.db")
        let restored = try Program.run(
            "restore", "--from", backup, "--to", new, "--key", city.key)
        #expect(restored.status == 0, "\(restored.errors)")
        #expect(city.folder.names == (names + ["baru.db"]).sorted())
        let list = try Program.run("account", "list", "--store", new, "--key", city.key)
        #expect(list.output.hasPrefix("admin\t"))
        let journal = try Program.run(
            "journal", "verify", "--store", new, "--key", city.key, language: "en")
        #expect(journal.output.contains("all sound"))
        let over = try Program.run(
            "restore", "--from", backup, "--to", new, "--key", city.key)
        #expect(over.status == 4)
    }

    @Test func `a backup is made while a server holds the store`() throws {
        let city = try City()
        // As a running server holds it.
        let lock = open(city.store + ".lock", O_RDWR)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX) == 0)
        let writer = try Program.run(
            "account", "add", "--store", city.store, "--login", "yuni",
            input: "kata sandi yang panjang\n")
        #expect(writer.status == 4)
        let backup = city.folder.path("kota.backup")
        #expect(try Program.run("backup", "--store", city.store, "--to", backup).status == 0)
    }

    @Test func `a copy proves that it is equal`() throws {
        let city = try City()
        let new = city.folder.path("salinan.db")
        let copied = try Program.run(
            "copy", "--from", city.store, "--to", new, "--scratch", city.folder.path(""),
            language: "en")
        #expect(copied.status == 0, "\(copied.errors)")
        #expect(copied.output.contains("\nsetting\t"))
        #expect(copied.output.contains("Equal: "))
        let over = try Program.run("copy", "--from", city.store, "--to", new)
        #expect(over.status == 4)
        #expect(city.folder.names.allSatisfy { !$0.hasPrefix("sigap-") })
        // A server holds the first store.
        let lock = open(city.store + ".lock", O_RDWR)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX) == 0)
        let held = try Program.run(
            "copy", "--from", city.store, "--to", city.folder.path("dua.db"), language: "en")
        #expect(held.status == 4 && held.errors.contains("Another server"))
    }

    @Test func `an upgrade has nothing to do on a new store`() throws {
        let city = try City()
        let names = city.folder.names
        for flags in [[], ["--rehearse"]] {
            let outcome = try Program.run(
                ["migrate", "--store", city.store] + flags, language: "en")
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output == "Nothing is missing.\n")
        }
        #expect(city.folder.names == names)
    }

    @Test func `what is named wrongly is a usage error or told plainly`() throws {
        let city = try City()
        #expect(try Program.run("restore", "--from", "a.backup").status == 2)
        #expect(try Program.run("restore", "--test", "a.backup").status == 2)
        let both = try Program.run("restore", "--test", "a", "--from", "b", "--key", "c")
        #expect(both.status == 2 && both.errors.contains("--test saja"))
        let missing = try Program.run(
            "restore", "--from", city.folder.path("tiada.backup"), "--to",
            city.folder.path("baru.db"), "--key", city.key)
        #expect(missing.status == 4)
        #expect(missing.errors.contains("tiada.backup"))
        try city.folder.write("bukan cadangan\n\n", to: "aneh.backup")
        let strange = try Program.run(
            "restore", "--from", city.folder.path("aneh.backup"), "--to",
            city.folder.path("baru.db"), "--key", city.key)
        #expect(strange.status == 4)
        #expect(!city.folder.names.contains { $0.hasPrefix("baru.db") })
    }
}
