import Civic
import Programme
import Synth
import Testing

@testable import Office
@testable import Store

/// Corrections of people who come from real runs over lists.
@Suite struct CorrectedRunTests {
    @Test(arguments: TestEngine.all)
    func `a person is judged again as the run would have, and lists do not undo it`(
        _ kind: TestEngine
    ) async throws {
        let data = try DataFolder.find(RepositoryData.path)
        let (region, law) = (try data.region("bekasi"), try data.law())
        let folder = try TestFolder()
        let synth = try SynthData(places: region.places, occupations: region.occupations) {
            (name) throws(Problem) in try data.table(name)
        }
        try SyntheticCity.write(
            people: 800, seed: 5, dirt: 1, asOf: synth.asOf, data: synth,
            to: folder.path("lists")
        ) { _ in }
        let request = ProcessRequest(folder: folder.path("lists"), asOf: synth.asOf)
        let run = try await Processor(region: region, law: law)
            .run(request) { _, _ in }
        let imported = try RunImport(run, law, on: synth.asOf).importRun()
        try expectSameVerdicts(imported, run)

        let engine = try kind.make(folder)
        let key = try KeyFile.create(at: folder.path("kota.key"))
        let store = try await CityStore.create(
            on: engine, key: key, region: "bekasi", by: Act(actor: "test", at: .now()))
        try await store.importRun(imported, by: Act(actor: "test", at: .now()))
        let desk = Desk(store: store, region: region, law: law, access: try data.access())
        try await expectCorrection(desk, imported)
    }

    /// Judged again from what is kept, everybody gets the verdict of the run.
    private func expectSameVerdicts(_ imported: ImportRun, _ run: CityRun) throws {
        let words = RuleDatum(
            asOf: run.eligibility.asOf, occupations: run.region.occupations)
        var place = 0
        try imported.people { person throws(Problem) in
            let profile = person.profile(words, run.region.occupations)
            #expect(run.eligibility.judge(profile) == run.verdicts[place])
            #expect(
                run.eligibility.reasons(run.verdicts[place], profile) == person.reasons)
            place += 1
        }
        #expect(place == run.profiles.count && place > 500)
    }

    private func expectCorrection(_ desk: Desk, _ imported: ImportRun) async throws {
        let store = desk.store
        var filter = PersonFilter()
        filter.reason = "A3"
        let people = try await store.people(matching: filter, in: .city, limit: 100).people
        let person = try #require(people.first { $0.reasons == ["A3"] })
        let number = PersonNumber(known: person.number)
        let receipt = try await desk.requestCorrection(
            of: number, .decile(1), proof: .letter, key: "satu",
            for: try await viewer("yuni", "manager", desk))
        let ratna = try await viewer("ratna", "manager", desk)
        let outcome = try await desk.answerCorrection(
            receipt, .accept(.decile(1)), seen: 1, key: "dua", for: ratna)
        #expect(outcome == .done)
        for round in 1...2 {
            let record = try #require(try await store.person(number, in: .city))
            #expect(record.summary.standing == .waiting, "round \(round)")
            #expect(record.summary.decile == 1 && record.summary.reasons.isEmpty)
            #expect(try await store.checkCounts().isEmpty, "round \(round)")
            try await store.importRun(imported, by: Act(actor: "test", at: .now()))
        }
        let card = try #require(try await desk.reasonCard(of: number, for: ratna))
        #expect(card.corrections.map(\.state) == [.accepted])
        #expect(card.verification == .open && card.objectionEnds != nil)
    }

    private func viewer(_ login: String, _ role: String, _ desk: Desk) async throws -> Viewer {
        let account = try await desk.store.createAccount(
            NewAccount(login: login, name: login, role: role, password: "rahasia-sekali-1"),
            by: Act(actor: "test", at: .now()))
        return try #require(Viewer(account, desk.access))
    }
}
