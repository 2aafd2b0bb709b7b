import ArgumentParser
import Civic
import FoundationEssentials
import Office
import Store
import Synth
import Web

/// `sigap demo`.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "A sample city, processed, then served; prints the demo logins.",
        discussion: """
            Invents a city, writes its agencies' lists beside the store, processes them and serves
            the result. Every person is invented.

            Example: sigap demo --port 8080
            """)

    @Option(help: StoreOptions.storeHelp)
    var store = "data/demo/sigap.db"

    @Option(help: StoreOptions.keyHelp)
    var key: String?

    @Flag(name: .customLong("no-serve"), help: "Only make the city.")
    var onlyMake = false

    @Option(help: "Number of people to invent; the region's sample without it.")
    var people: Int?

    @Option(help: "How far the city is: lists read, or people insured.")
    var stage = Stage.insured

    enum Stage: String, ExpressibleByArgument, CaseIterable {
        case lists
        case insured
    }

    @OptionGroup var server: ServeOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        if !onlyMake { try server.requireUsable() }
        let folder = try data.folder()
        let demo = try folder.demo(of: data.region)
        let city = try await openStore(region: data.region)
        try await createAccounts(demo, in: city)
        try await city.addSampleAgreements(
            try folder.region(data.region).partners, by: Act(actor: "sigap", at: .now()))
        let synth = try synthData(folder)
        let lists = try writeLists(demo, synth)
        var request = ProcessRequest(folder: lists, asOf: synth.asOf)
        // Another size of city keeps the proportions of the sample.
        let count = people ?? demo.people
        request.quota = demo.quota * count / demo.people
        request.budget = Rupiah(demo.budget).scaled(by: Int64(count), over: Int64(demo.people))
        try await StoreFilling.process(request, into: city, folder)
        if stage == .insured { try await rehearse(demo, in: city, folder) }
        printLogins(demo, try folder.access())
        guard !onlyMake else { return }
        try await server.serve(
            city, folder, isSample: true,
            samples: demo.accounts.map {
                SampleLogin(login: $0.login, password: $0.password, role: $0.role)
            })
    }

    /// Once in the life of a store.
    private func rehearse(
        _ demo: DemoSettings, in city: CityStore, _ folder: DataFolder
    ) async throws {
        guard try await city.waves().isEmpty else { return }
        Terminal.note(
            Phrase("Mendaftarkan peserta contoh", en: "Enrolling the sample's people")
                .text(Terminal.language))
        let access = try folder.access()
        let viewers = try await city.accounts().compactMap { Viewer($0, access) }
        func played(_ role: String) -> [Viewer] { viewers.filter { $0.role.id == role } }
        let managers = played("manager")
        guard managers.count > 1, let finance = played("finance").first,
            let liaison = played("insurer-liaison").first
        else { return }
        let desk = Desk(
            store: city, region: try folder.region(data.region), law: try folder.law(),
            access: access)
        _ = try await Rehearsal(
            desk: desk,
            cast: Rehearsal.Cast(managers: managers, finance: finance, liaison: liaison),
            plan: demo.rehearsal, today: .jakarta(at: .now()),
            site: "http://127.0.0.1:\(server.port)"
        ).run()
    }

    private func openStore(region: String) async throws(Problem) -> CityStore {
        if let there = try await storeFromLastTime() { return there }
        if !StoreOpening.isPostgres(store) { try makeFolder() }
        return try await StoreOpening.create(store, key: key, region: region)
    }

    /// Nil when there is none yet.
    private func storeFromLastTime() async throws(Problem) -> CityStore? {
        let outcome = await StoreOpening.outcome(store, key: key)
        if case .failure(let problem) = outcome, problem.code == "store-missing" { return nil }
        return try outcome.get()
    }

    /// Makes the folder that the file of the store will be in.
    private func makeFolder() throws(Problem) {
        let parent = store.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        guard !parent.isEmpty else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: parent, withIntermediateDirectories: true)
        } catch {
            throw Problem(
                .input, "folder-not-writable",
                Phrase("Folder \(parent) tidak dapat dibuat.", en: "\(parent) cannot be made."),
                do: Phrase(
                    "Pilih tempat lain dengan --store.", en: "Choose another place with --store."))
        }
    }

    private func createAccounts(_ demo: DemoSettings, in city: CityStore) async throws {
        // A city with accounts of its own is no sample, and keeps its rule.
        let isSample = try await city.accounts().allSatisfy { account in
            demo.accounts.contains { $0.login == account.login }
        }
        if isSample, let rule = SecondFactorRule(rawValue: demo.secondFactor) {
            try await city.setSecondFactorRule(rule, by: Act(actor: "sigap", at: .now()))
        }
        for account in demo.accounts {
            guard try await city.account(login: account.login) == nil else { continue }
            try await city.createAccount(
                NewAccount(
                    login: account.login, name: account.name, role: account.role,
                    agency: account.agency,
                    areas: (account.areas ?? []).compactMap { PlaceCode($0) },
                    password: account.password), by: Act(actor: "sigap", at: .now()))
        }
    }

    private func synthData(_ folder: DataFolder) throws -> SynthData {
        let region = try data.regionPack()
        return try SynthData(places: region.places, occupations: region.occupations) {
            (name) throws(Problem) in try folder.table(name)
        }
    }

    /// Writes the lists beside the store, unless they are there from last time.
    private func writeLists(_ demo: DemoSettings, _ synth: SynthData) throws -> String {
        let count = people ?? demo.people
        let lists = "\(try StoreOpening.fileName(store))-lists-\(count)"
        guard !FileManager.default.fileExists(atPath: lists) else { return lists }
        Terminal.note(
            Phrase(
                "Membuat kota contoh: \(NumberText.grouped(count)) orang rekaan.",
                en: "Making a sample city of \(count) invented people."
            ).text(Terminal.language))
        try SyntheticCity.write(
            people: count, seed: demo.seed, dirt: 1, asOf: synth.asOf, data: synth, to: lists
        ) { _ in }
        return lists
    }

    private func printLogins(_ demo: DemoSettings, _ access: AccessTable) {
        for account in demo.accounts {
            let role = access.role(account.role)?.title.text(Terminal.language) ?? account.role
            Terminal.note("\(account.login) / \(account.password)  (\(role))")
        }
    }
}
