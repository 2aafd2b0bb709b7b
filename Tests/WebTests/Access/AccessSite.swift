import Civic
import Foundation
import HTTPTypes
import Intake
import Office
import Programme
import Store
import Synth
import Testing

@testable import Web

/// A site with invented people and an account of every role, asked as any of them.
final class AccessSite: Sendable {
    static let village = "32.75.01.1001"

    let site: TestSite
    let access: AccessTable
    /// By role.
    let accounts: [String: Account]
    let victim: Account
    /// Somebody in the places of the village operator.
    let person: String
    /// Lists of the village operator: one that is typed still, one that was sent.
    let proposal: Int
    let sentProposal: Int

    init(secondFactor: SecondFactorRule = .offered) async throws {
        let city = try await TestCity(secondFactor: secondFactor)
        let data = try Sample().data
        access = try data.access()
        try await AccessSite.fill(city.city, data)
        victim = try await AccessSite.account("victim", "council", city.city)
        var accounts: [String: Account] = [:]
        for role in access.roles {
            accounts[role.id] = try await AccessSite.account(
                "test-\(role.id)", role.id, city.city)
        }
        self.accounts = accounts
        let village = try #require(PlaceCode(AccessSite.village))
        let list = try await city.city.people(
            matching: PersonFilter(), in: .areas([village]), at: .first, limit: 1)
        person = try #require(list.people.first?.number)
        try await AccessSite.addDrivers(city.city)
        site = try TestSite(city)
        let account = try #require(accounts["village-operator"])
        let viewer = try #require(Viewer(account, access))
        proposal = try await AccessSite.proposal("1", viewer, site.app.desk)
        sentProposal = try await AccessSite.proposal("2", viewer, site.app.desk)
        try await site.app.desk.sendProposal(sentProposal, for: viewer)
    }

    /// A list of one person, whose number ends in `key`.
    private static func proposal(
        _ key: String, _ viewer: Viewer, _ desk: Desk
    ) async throws -> Int {
        let id = try await desk.beginTyped(rw: 5, key: key, for: viewer)
        try await desk.addTyped(
            [.nik: "327501010170990\(key)", .name: "Uji Coba \(key)"], to: id, key: key,
            for: viewer)
        return id
    }

    private static func account(
        _ login: String, _ role: String, _ city: CityStore
    ) async throws -> Account {
        try await city.createAccount(
            NewAccount(
                login: login, name: login, role: role, agency: "dishub",
                areas: [try #require(PlaceCode(village))], password: "rahasia-sekali-1"),
            by: Act(actor: "test", at: .now()))
    }

    /// Processes the lists of a small invented city.
    private static func fill(_ city: CityStore, _ data: DataFolder) async throws {
        let region = try data.region("bekasi")
        let synth = try SynthData(places: region.places, occupations: region.occupations) {
            (name) throws(Problem) in try data.table(name)
        }
        let folder = NSTemporaryDirectory() + "sigap-access-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try SyntheticCity.write(
            people: 1000, seed: 3, dirt: 1, asOf: synth.asOf, data: synth, to: folder
        ) { _ in }
        let processor = Processor(region: region, law: try data.law())
        var request = ProcessRequest(folder: folder, asOf: synth.asOf)
        request.quota = 50
        let run = try await processor.run(request) { _, _ in }
        try await city.importRun(
            try RunImport(run, try data.law(), on: synth.asOf).importRun(),
            by: Act(actor: "test", at: .now()))
    }

    /// Lists of drivers of the accounts' agency: the first sent, the second deleted, the third not
    /// sent.
    private static func addDrivers(_ city: CityStore) async throws {
        let act = Act(actor: "test", at: .now())
        let today = Day.jakarta(at: act.at)
        try await city.addAgreement(
            PartnerAgreement(
                agency: "dishub", number: "PKS/1", from: today, to: today + 9, purpose: "Uji",
                retentionDays: 9, callUntil: today + 9), by: act)
        let row = DriverCells(
            record: 2, nik: NIK("3275014507900003"), name: "SITI AMINAH",
            birth: Day(iso: "1990-07-05"), phone: PhoneNumber("081234567890"), consent: today)
        for list in 1...3 {
            let check = DriverCheck(
                [row], fileConsent: nil, terms: ConsentTerms(oldestDays: 9), today: today)
            _ = try await city.makeDriverList(
                NewDriverList(content: [UInt8(list)], check: check, rowsRead: 1, dropped: []),
                of: "dishub", on: today, by: act)
        }
        try await city.sendDriverList(
            1, in: .city, answering: DriverAnswering(toldReasons: [], repeatedReason: "A8"),
            on: today, by: act)
        try await city.deleteDriverList(2, in: .city, by: act)
    }

    /// The path of a line with its parts filled in.
    func path(_ line: PageTable.Line) -> String {
        line.sample.replacing("{person}", with: person)
            .replacing("{victim}", with: "\(victim.id)")
            .replacing("{proposal}", with: "\(proposal)")
            .replacing("{sent}", with: "\(sentProposal)")
            .replacing("{absent}", with: "999999")
    }

    /// A new session of the role, with what the form must send back.
    func signIn(_ role: String, isHalf: Bool = false) async throws -> StartedSession {
        let account = try #require(accounts[role])
        // Whatever an earlier question set up is gone.
        try await site.store.city.resetFactor(
            of: account.login, by: Act(actor: "test", at: .now()))
        return try await site.store.city.startSession(
            for: account, until: .now() + 3_600_000, isHalf: isHalf,
            by: Act(actor: "test", at: .now()))
    }

    func ask(
        _ line: PageTable.Line, _ session: StartedSession? = nil, csrf: Bool = true,
        origin: String? = nil
    ) async throws -> TestSite.Answer {
        var headers: [String: String] = [:]
        if let session { headers["Cookie"] = "sigap_sesi=\(session.token)" }
        if let origin { headers["Origin"] = origin }
        let method = try #require(HTTPRequest.Method(line.method))
        let form = csrf ? session.map { "csrf=\($0.session.csrf)" } ?? "" : ""
        return try await site.ask(path(line), headers, method: method, form: form)
    }

    func eventCount() async throws -> Int {
        try await site.store.city.events(before: nil, limit: 1).first?.id ?? 0
    }
}

extension TestSite.Answer {
    var isMoved: Bool { (300..<400).contains(status) }
    var place: String { headers[.location] ?? "" }

    /// Led to the login page.
    var wantsSignIn: Bool { isMoved && place.hasPrefix("/masuk") }
}
