import Civic
import FoundationEssentials
import Intake
import Jamsostek
import Linkage
import Programme
import Store
import Synth
import Testing

@testable import Office

/// A whole run on a small invented city, from its lists to the store, against the truth beside them.
@Suite("A run over a folder of lists")
struct RunTests {
    private static let people = 3000

    private struct City {
        let run: CityRun
        let folder: TestFolder
    }

    private func city() async throws -> City {
        let data = try DataFolder.find(RepositoryData.path)
        let region = try data.region("bekasi")
        let folder = try TestFolder()
        let synth = try SynthData(places: region.places, occupations: region.occupations) {
            (name) throws(Problem) in try data.table(name)
        }
        try SyntheticCity.write(
            people: RunTests.people, seed: 11, dirt: 1, asOf: synth.asOf, data: synth,
            to: folder.path("lists")
        ) { _ in }
        let processor = Processor(region: region, law: try data.law())
        var request = ProcessRequest(folder: folder.path("lists"), asOf: synth.asOf)
        request.quota = 250
        return City(run: try await processor.run(request) { _, _ in }, folder: folder)
    }

    @Test func `every row is somewhere and every part adds up to the whole`() async throws {
        let run = try await city().run
        let counts = run.counts
        #expect(counts.read == counts.linked + counts.rejected + counts.repeatedOrEmpty)
        #expect(counts.linked == run.linkage.personOfRow.count)
        #expect(Set(run.linkage.personOfRow).count == run.profiles.count)
        let eligible = run.verdicts.count { $0.outcome == .eligible }
        #expect(run.allocation.recipients.count + run.allocation.waiting.count == eligible)
        #expect(run.allocation.recipients.count == min(250, eligible))
        let places = run.allocation.units.values.reduce(0) { $0 + $1.places }
        #expect(places == run.allocation.recipients.count)
        let people = (run.allocation.recipients + run.allocation.waiting).map(\.person)
        #expect(Set(people).count == people.count)
    }

    @Test func `people are the people of the truth, and decisions those of the truth`() async throws
    {
        let city = try await city()
        let truth = try Truth(city.folder)
        let score = truth.score(city.run)
        #expect(score.precision > 0.998, "precision \(score.precision)")
        #expect(score.recall > 0.99, "recall \(score.recall)")
        #expect(score.violations == 0)
        // The few that differ are shown to a human, not decided wrongly.
        #expect(score.wronglyAdmitted <= 2, "wrongly admitted \(score.wronglyAdmitted)")
        #expect(score.wronglyRefused <= 2, "wrongly refused \(score.wronglyRefused)")
    }

    @Test(arguments: TestEngine.all)
    func `a run enters the store once, however often it is sent`(_ kind: TestEngine) async throws {
        let city = try await city()
        let engine = try kind.make(city.folder)
        let key = try KeyFile.create(at: city.folder.path("kota.key"))
        let store = try await CityStore.create(
            on: engine, key: key, region: "bekasi", by: Act(actor: "test", at: .now()))
        let results = RunImport(
            city.run, try DataFolder.find(RepositoryData.path).law(), on: Day(number: 20_400))
        let act = Act(actor: "test", at: .now(), key: results.requestKey)
        #expect(try await store.importRun(try results.importRun(), by: act) == .imported)
        #expect(try await store.importRun(try results.importRun(), by: act) == .repeated)
        let figures = try await store.figures(in: .city)
        #expect(figures.people == city.run.profiles.count)
        #expect(figures[.standing(.selected)] == city.run.allocation.recipients.count)
        #expect(figures[.standing(.waiting)] == city.run.allocation.waiting.count)
        #expect(try await store.checkCounts().isEmpty)
        #expect(try await store.verifyJournal().fault == nil)
        try await checkPerson(in: store, city.run)
    }

    /// One waiting person, asked for by NIK and birth date, has the place the run gave.
    private func checkPerson(in store: CityStore, _ run: CityRun) async throws {
        let key = try #require(
            run.allocation.waiting.first { run.profiles[Int($0.person)].nik != 0 })
        let profile = run.profiles[Int(key.person)]
        let nik = try #require(NIK(digits: profile.nik))
        let birth = try #require(profile.birthDay)
        let answer = try #require(try await store.status(nik: nik, birth: birth))
        #expect(answer.person.number == run.personNumber(Int(key.person)))
        #expect(answer.person.standing == .waiting)
        #expect(answer.person.waitingPlace == 1)
        #expect(answer.verdicts.count == run.eligibility.rules.count)
        #expect(try await store.status(nik: nik, birth: birth + 1) == nil)
    }
}

enum RepositoryData {
    static let path = String(#filePath.dropLast("Tests/OfficeTests/RunTests.swift".count)) + "Data"
}

/// A folder that goes away with its owner.
final class TestFolder: Sendable {
    private let root: String

    init() throws {
        root = FileManager.default.temporaryDirectory.path + "/sigap-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func path(_ name: String) -> String { "\(root)/\(name)" }

    func lines(_ name: String) throws -> [[Substring]] {
        let text = String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
    }
}

/// What the generator knows about the people of its lists.
private struct Truth {
    private var personOfRow: [String: String] = [:]
    private var eligible: [String: Bool] = [:]
    private var mustNotMerge: [(String, String)] = []

    struct Score {
        let precision: Double
        let recall: Double
        let violations: Int
        let wronglyAdmitted: Int
        let wronglyRefused: Int
    }

    init(_ folder: TestFolder) throws {
        for cells in try folder.lines("lists/truth/links.csv") {
            personOfRow["\(cells[0]) \(cells[1])"] = String(cells[2])
        }
        for cells in try folder.lines("lists/truth/eligible.csv") {
            eligible[String(cells[0])] = cells[1] == "true"
        }
        for cells in try folder.lines("lists/truth/hard-pairs.csv") {
            mustNotMerge.append((String(cells[1]), String(cells[2])))
        }
    }

    func score(_ run: CityRun) -> Score {
        var both: [String: Int] = [:]
        var found: [Int32: Int] = [:]
        var real: [String: Int] = [:]
        var people: [String: Set<Int32>] = [:]
        for (number, received) in run.deliveries.enumerated() {
            let start = run.linkage.sourceStarts[number]
            for (offset, row) in received.delivery.roster.rows.enumerated() {
                guard let truth = personOfRow["\(received.delivery.source) \(row.number)"] else {
                    Issue.record("row \(row.number) of \(received.delivery.source) is no person")
                    continue
                }
                let person = run.linkage.personOfRow[start + offset]
                both["\(truth) \(person)", default: 0] += 1
                found[person, default: 0] += 1
                real[truth, default: 0] += 1
                people[truth, default: []].insert(person)
            }
        }
        func pairs(_ counts: some Sequence<Int>) -> Double {
            counts.reduce(0) { $0 + Double($1 * ($1 - 1) / 2) }
        }
        let agreed = pairs(both.values)
        let wrong = wrongDecisions(people, run)
        return Score(
            precision: agreed / pairs(found.values), recall: agreed / pairs(real.values),
            violations: mustNotMerge.count { first, second in
                !(people[first] ?? []).isDisjoint(with: people[second] ?? [])
            }, wronglyAdmitted: wrong.admitted, wronglyRefused: wrong.refused)
    }

    private func wrongDecisions(
        _ people: [String: Set<Int32>], _ run: CityRun
    ) -> (admitted: Int, refused: Int) {
        var admitted = 0
        var refused = 0
        for (person, isEligible) in eligible {
            let outcomes = (people[person] ?? []).map { run.verdicts[Int($0)].outcome }
            if outcomes.isEmpty { continue }
            if !isEligible, outcomes.contains(.eligible) { admitted += 1 }
            if isEligible, outcomes.allSatisfy({ $0 == .ineligible }) { refused += 1 }
        }
        return (admitted, refused)
    }
}
