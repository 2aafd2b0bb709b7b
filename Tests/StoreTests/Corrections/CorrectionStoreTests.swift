import Civic
import Foundation
import Programme
import Testing

@testable import Store

@Suite struct CorrectionStoreTests {
    private static let source = Citation(id: "x", title: "x")
    private static let verification = VerificationPolicy(
        confirmationsNeeded: 1, makerCounts: false, agencies: ["online_ojek": ["transport"]],
        deadlineDays: 5, escalationDays: 3, undoMinutes: 10, linkDays: 7, linkTries: 3,
        oldReferenceDays: 365, source: source)
    private static let occupations = OccupationCatalogue(
        ["online_ojek", "street_vendor"].map { code in
            (
                Occupation(
                    code: code, name: Phrase(code, en: code), standing: .informal, sector: .other,
                    hazard: 1), []
            )
        })
    private static let terms = CorrectionTerms(
        policy: CorrectionPolicy(
            receiptPrefix: "PRB", objectionMonths: 1, objectionSource: source, answerDays: 5,
            answerSource: source,
            offices: Dictionary(
                uniqueKeysWithValues: CorrectionField.allCases.map { field in
                    (field, [.working, .address].contains(field) ? ["kelurahan"] : ["registry"])
                }), askedByOccupation: [.occupation]),
        verification: VerificationTerms(policy: verification, due: SampleCity.asOf + 7),
        rejudging: Rejudging(
            eligibility: Eligibility(
                rules: [rule(.age), rule(.decile)], asOf: SampleCity.asOf,
                occupations: occupations), occupations: occupations))

    private static func rule(_ kind: RuleKind) -> Rule {
        Rule(
            kind: kind, reason: kind == .age ? "A2" : "A3", missingReason: "A11",
            from: Day(number: 0), until: nil, source: source, ages: 18..<65, highestDecile: 5)
    }

    private struct City {
        let store: TestStore
        let sample: SampleCity
        var city: CityStore { store.city }

        func `import`() async throws {
            let run = sample.run(verifiedBy: CorrectionStoreTests.verification)
            try await city.importRun(
                ImportRun(
                    settings: run.settings, deliveries: run.deliveries, pairs: run.pairs,
                    verification: run.verification,
                    rejudging: CorrectionStoreTests.terms.rejudging, people: run.people),
                by: .test())
        }

        func person(_ number: PersonNumber) async throws -> PersonRecord {
            try #require(try await city.person(number, in: .city))
        }

        func expectWhole(_ note: Comment, _ place: SourceLocation = #_sourceLocation) async throws {
            let differences = try await city.checkCounts()
            #expect(differences.isEmpty, note, sourceLocation: place)
            let figures = try await city.figures(in: .city)
            let parts = PersonStanding.allCases.reduce(0) { $0 + figures[.standing($1)] }
            #expect(
                parts == sample.people.count && figures.people == parts, note,
                sourceLocation: place)
            #expect(try await city.verifyJournal().fault == nil, note, sourceLocation: place)
        }
    }

    private static func city(_ kind: TestEngine) async throws -> City {
        // The evidence tells what the rules asked, as that of a real run does.
        let rejudging = terms.rejudging
        let words = RuleDatum(asOf: SampleCity.asOf, occupations: occupations)
        // Nobody of whom nothing is known by which people are known again.
        let known = SampleCity(people: 90, seed: 12).people.filter { person in
            person.nik != nil || person.birth != nil
        }
        let people = known.enumerated().map { place, person in
            var person = person
            person.number = PersonNumber(prefix: "BKS", serial: place)
            let profile = person.profile(words, occupations)
            let verdicts = rejudging.eligibility.judge(profile)
            person.verdicts = rejudging.eligibility.rules.map { rule in
                RuleVerdict(
                    rule: rule.kind.rawValue,
                    mark: RuleVerdict.Mark(verdicts.verdict(of: rule.kind)),
                    datum: words.text(rule.kind, profile), agency: "registry", day: nil)
            }
            return person
        }
        let city = City(store: try await TestStore(kind), sample: SampleCity(people))
        try await city.import()
        return city
    }

    private static let maker = Act(actor: "yuni", at: TestStore.noon)
    private static let registry = CorrectionReach(.agency("registry"), login: "hendra")
    private static let manager = CorrectionReach(.city, login: "ratna")

    private static func ask(
        _ city: City, _ number: PersonNumber, _ datum: CorrectedDatum,
        proof: CorrectionProof = .idCard, in scope: Scope = .city, key: String? = nil
    ) async throws -> String {
        try await city.city.requestCorrection(
            NewCorrection(
                number: number, datum: datum, proof: proof, due: SampleCity.asOf + 7),
            prefix: "PRB", in: scope, terms, by: Act(actor: "yuni", at: TestStore.noon, key: key))
    }

    private static func answer(
        _ city: City, _ receipt: String, _ answer: CorrectionAnswer, seen: Int = 1,
        as reach: CorrectionReach = registry, by actor: String = "hendra", key: String? = nil
    ) async throws -> CorrectionOutcome {
        try await city.city.answerCorrection(
            receipt, answer, seen: seen, as: reach, terms,
            by: Act(actor: actor, at: TestStore.noon, key: key))
    }

    // MARK: From the request to the new result

    @Test(arguments: TestEngine.all)
    func `an accepted decile judges the person again, and parts stay the whole`(
        _ kind: TestEngine
    ) async throws {
        let city = try await Self.city(kind)
        let refused = try #require(
            city.sample.people.first { person in
                person.standing == .refused && person.decile != nil && person.place != nil
                    && person.verdicts.contains { $0.rule == "decile" && $0.mark == .failed }
                    && person.verdicts.contains { $0.rule == "age" && $0.mark == .met }
            })
        let ranked = city.sample.people.compactMap(\.rank).max() ?? 0
        let receipt = try await Self.ask(city, refused.number, .decile(2), key: "k1")
        #expect(try await Self.ask(city, refused.number, .decile(2), key: "k1") == receipt)
        await expectProblem("correction-open") {
            try await Self.ask(city, refused.number, .decile(3))
        }
        #expect(try await Self.answer(city, receipt, .accept(.decile(2)), key: "k2") == .done)
        #expect(try await Self.answer(city, receipt, .accept(.decile(2)), key: "k2") == .done)
        #expect(try await Self.answer(city, receipt, .accept(.decile(4))) == .conflict)

        let after = try await city.person(refused.number)
        #expect(after.summary.standing == .waiting && after.summary.decile == 2)
        #expect(after.summary.rank == ranked + 1 && after.summary.reasons.isEmpty)
        #expect(after.summary.waitingPlace != nil && after.summary.fund == nil)
        let verdict = try #require(after.verdicts.first { $0.rule == "decile" })
        #expect((verdict.mark, verdict.datum) == (.met, "2"))
        #expect(verdict.agency.flatMap(RuleVerdict.receipt) == receipt)
        // The other rule says what it said; the sample's age is made up, the person's is not.
        #expect(after.verdicts.first { $0.rule == "age" }?.mark == .met)
        // Somebody who was checked by nobody is a candidate now.
        #expect(try await city.city.caseStanding(of: refused.number, in: .city) == .open)
        try await city.expectWhole("after accepting")
        #expect(
            after.events.map(\.verb).filter { $0.hasPrefix("correction") }
                == ["correction.accept", "correction.request"])

        // Lists that say the same wrong thing again change nothing of it.
        try await city.import()
        let again = try await city.person(refused.number)
        #expect(again.summary.standing == .waiting && again.summary.decile == 2)
        #expect(again.summary.rank == ranked + 1)
        #expect(again.verdicts == after.verdicts)
        try await city.expectWhole("after the next lists")
    }

    @Test(arguments: TestEngine.all)
    func `whoever turns out not to be eligible loses place and payer`(
        _ kind: TestEngine
    ) async throws {
        let city = try await Self.city(kind)
        let selected = try #require(
            city.sample.people.first { person in
                person.standing == .selected && person.nik != nil && person.birth != nil
                    && person.sex != nil
            })
        let old = try #require(Day(iso: "1931-02-03"))
        let receipt = try await Self.ask(city, selected.number, .birth(old))
        #expect(try await Self.answer(city, receipt, .accept(.birth(old))) == .done)
        for round in ["at once", "after the next lists"] {
            let after = try await city.person(selected.number).summary
            #expect(after.standing == .refused && after.birth == old, "\(round)")
            #expect(after.reasons.contains("A2"), "\(round)")
            #expect((after.rank, after.fund) == (nil, nil), "\(round)")
            try await city.expectWhole("\(round)")
            try await city.import()
        }
    }

    @Test(arguments: TestEngine.all)
    func `every correction of everybody leaves parts that are the whole`(
        _ kind: TestEngine
    ) async throws {
        let city = try await Self.city(kind)
        var random = SeededGenerator(seed: 9)
        let birth = Day(number: 6_000)
        for person in city.sample.people.prefix(45) {
            let data: [CorrectedDatum] = [
                .decile(Int.random(in: 1...10, using: &random)), .birth(birth),
                .occupation("street_vendor"), .name("NAMA BETUL"), .answer(.working, true),
            ]
            let datum = data[Int.random(in: 0..<data.count, using: &random)]
            let receipt = try await Self.ask(city, person.number, datum)
            let outcome = try await Self.answer(
                city, receipt, .accept(datum), as: Self.manager, by: "ratna")
            #expect(outcome == .done)
        }
        try await city.expectWhole("after 45 corrections")
        let before = try await Self.everybody(city)
        try await city.import()
        try await city.expectWhole("after the next lists")
        let after = try await Self.everybody(city)
        for (old, new) in zip(before, after) {
            #expect(old.number == new.number && old.name == new.name && old.birth == new.birth)
            #expect(old.standing == new.standing && old.reasons == new.reasons)
            #expect(old.occupation == new.occupation && old.decile == new.decile)
            #expect((old.rank == nil) == (new.rank == nil))
        }
    }

    private static func everybody(_ city: City) async throws -> [PersonSummary] {
        var found: [PersonSummary] = []
        for person in city.sample.people {
            found.append(try await city.person(person.number).summary)
        }
        return found
    }

    @Test(arguments: TestEngine.all)
    func `lists that know a person by what was wrong are about the same person`(
        _ kind: TestEngine
    ) async throws {
        let city = try await Self.city(kind)
        let known = try #require(city.sample.people.first { $0.nik != nil })
        let unknown = try #require(
            city.sample.people.first { $0.nik == nil && $0.birth != nil })
        let nik = try #require(NIK("3275014507900003"))
        for (person, datum) in [
            (known, CorrectedDatum.nik(nik)), (unknown, .name("NAMA BETUL SEKALI")),
        ] {
            let receipt = try await Self.ask(city, person.number, datum)
            #expect(
                try await Self.answer(
                    city, receipt, .accept(datum), as: Self.manager, by: "ratna") == .done)
        }
        var filter = PersonFilter()
        filter.search = .nik(nik)
        for _ in 0..<2 {
            let found = try await city.city.people(matching: filter, in: .city, limit: 5)
            #expect(found.people.map(\.number) == [known.number.text])
            #expect(try await city.person(unknown.number).summary.name == "NAMA BETUL SEKALI")
            #expect(try await city.city.figures(in: .city).people == city.sample.people.count)
            try await city.import()
        }
    }

    // MARK: Whose turn it is

    @Test(arguments: TestEngine.all)
    func `only the office that is asked answers, and never whoever asked`(
        _ kind: TestEngine
    ) async throws {
        let city = try await Self.city(kind)
        let person = try #require(city.sample.people.first { $0.place?.level == .village })
        let village = try #require(person.place)
        let elsewhere = try #require(SampleCity.villages.first { $0 != village })
        let datum = CorrectedDatum.decile(3)
        let receipt = try await Self.ask(
            city, person.number, datum, proof: .none, in: .areas([village]))
        let own = CorrectionReach(.areas([village]), login: "yuni")
        let foreign = CorrectionReach(.areas([elsewhere]), login: "dani")
        let accept = CorrectionAnswer.accept(datum)
        // The kelurahan looks at papers; what is right is for the office that keeps it.
        #expect(try await Self.answer(city, receipt, accept, as: foreign, by: "dani") == .unknown)
        #expect(try await Self.answer(city, receipt, accept) == .unknown)
        #expect(try await Self.answer(city, receipt, accept, as: own, by: "yuni") == .notYours)
        #expect(
            try await Self.answer(
                city, receipt, .forward(.none), as: own, by: "yuni") == .notYours)
        #expect(
            try await Self.answer(
                city, receipt, .forward(.letter), as: own, by: "yuni") == .done)
        #expect(
            try await Self.answer(
                city, receipt, accept, seen: 2, as: own, by: "yuni") == .notYours)
        #expect(try await Self.answer(city, receipt, .pass, seen: 2) == .done)
        #expect(try await Self.answer(city, receipt, accept, seen: 3) == .notYours)
        #expect(
            try await Self.answer(
                city, receipt, accept, seen: 3, as: Self.manager, by: "yuni") == .own)
        #expect(
            try await Self.answer(
                city, receipt, .refuse(.proofDiffers), seen: 3, as: Self.manager, by: "ratna")
                == .done)
        let record = try #require(
            try await city.city.correction(receipt, in: Self.registry, Self.terms))
        #expect(record.steps.map(\.step) == [.request, .forward, .pass, .refuse])
        #expect(record.steps.map(\.office) == ["kelurahan", "registry", "manager", "manager"])
        #expect(record.summary.state == .refused && record.decided == nil)
        #expect(record.asked == datum)
        #expect(try await city.person(person.number).summary.standing == person.standing)
        try await city.expectWhole("after a refusal")
    }

    @Test(arguments: TestEngine.all)
    func `lists hold what concerns their reader, page after page`(
        _ kind: TestEngine
    ) async throws {
        let city = try await Self.city(kind)
        let people = city.sample.people.filter { $0.place?.level == .village }.prefix(12)
        for (place, person) in people.enumerated() {
            _ = try await Self.ask(
                city, person.number, place % 3 == 0 ? .answer(.working, true) : .decile(3))
        }
        let village = try #require(people.first?.place)
        for (reach, isWanted) in [
            (CorrectionReach(.city), { (_: CorrectionSummary) in true }),
            (CorrectionReach(.agency("registry")), { $0.office == "registry" }),
            (CorrectionReach(.agency("transport")), { _ in false }),
            (CorrectionReach(.areas([village])), { $0.village == village }),
        ] as [(CorrectionReach, (CorrectionSummary) -> Bool)] {
            let all = try await city.city.corrections(
                .open, in: CorrectionReach(.city), after: nil, limit: 100
            ).requests.filter(isWanted)
            var found: [CorrectionSummary] = []
            var position: Int?
            repeat {
                let page = try await city.city.corrections(
                    .open, in: reach, after: position, limit: 3)
                #expect(page.total == all.count)
                found += page.requests
                position = page.next
            } while position != nil
            #expect(found == all)
        }
        let waiting = try await city.city.waitingCorrections(
            for: "kelurahan", in: CorrectionReach(.city))
        #expect(waiting.count == 4 && waiting.due == SampleCity.asOf + 7)
        await expectProblem("person-unknown") {
            try await Self.ask(
                city, people[people.startIndex].number, .birth(Day(number: 1)),
                in: .agency("nobody"))
        }
    }

    // MARK: Keys, erasure, files

    @Test(arguments: TestEngine.all)
    func `what was asked for is sealed, survives a new key, and goes with the person`(
        _ kind: TestEngine
    ) async throws {
        let city = try await Self.city(kind)
        let person = try #require(city.sample.people.first { $0.nik != nil })
        let datum = CorrectedDatum.name("RAHASIAXY BETUL")
        let receipt = try await Self.ask(city, person.number, datum)
        let address = try await Self.ask(city, person.number, .address("JL. RAHASIAXY 9"))
        #expect(try await Self.answer(city, receipt, .accept(datum)) == .done)
        let boxes = try await Self.boxes(city)
        #expect(boxes.count == 4)
        let file = try KeyFile.addKey(at: city.store.key.path)
        let open = try await city.store.reopened()
        try await open.rotateKeys(to: file, by: .test(), batch: 20)
        #expect(try await Self.boxes(city).isDisjoint(with: boxes))
        _ = try await open.retireKeys(at: city.store.key.path, by: .test())
        let alone = try await city.store.reopened()
        for (receipt, wanted) in [(receipt, datum), (address, .address("JL. RAHASIAXY 9"))] {
            let record = try await alone.correction(receipt, in: Self.manager, Self.terms)
            #expect(record?.asked == wanted)
        }
        let list = ErasureList(besideKey: city.store.key.path)
        _ = try await alone.erase(.number(person.number), noting: list, by: .test())
        #expect(try await Self.boxes(city).isEmpty)
        let record = try #require(
            try await alone.correction(receipt, in: Self.manager, Self.terms))
        #expect(record.asked == nil && record.decided == nil)
        for (name, content) in try city.store.folder.contents() {
            #expect(content.range(of: Data("RAHASIAXY".utf8)) == nil, "\(name)")
        }
    }

    private static func boxes(_ city: City) async throws -> Set<[UInt8]> {
        try await city.store.engine.read { reader throws(Problem) in
            var boxes: Set<[UInt8]> = []
            try reader.scan(
                "SELECT asked_sealed, decided_sealed, before_sealed FROM correction", []
            ) { row throws(Problem) in
                for column in 0..<3 where !row.isNull(column) { boxes.insert(row.bytes(column)) }
            }
            return boxes
        }
    }

    @Test(arguments: TestEngine.all)
    func `steps are kept for good`(_ kind: TestEngine) async throws {
        let city = try await Self.city(kind)
        _ = try await Self.ask(city, city.sample.people[1].number, .decile(3))
        for statement in [
            "UPDATE correction_step SET office = 'x'", "DELETE FROM correction_step",
        ] {
            await #expect(throws: Problem.self) { try await city.store.tamper(statement) }
        }
    }
}
