import Civic
import FoundationEssentials
import Intake
import Jamsostek
import Linkage
import Programme
import Synth
import Testing

@testable import Office
@testable import Store

/// What people decided holds when lists come anew.
@Suite struct DecidedRunTests {
    private static let terms = LinkTerms(registries: ["dukcapil"], recheckReason: "A15")

    /// A store that is filled from one folder again and again.
    private struct Place {
        let folder: TestFolder
        let store: CityStore
        let processor: Processor
        let asOf: Day
        let law: Law

        init(_ kind: TestEngine) async throws {
            let data = try DataFolder.find(RepositoryData.path)
            let region = try data.region("bekasi")
            folder = try TestFolder()
            let synth = try SynthData(places: region.places, occupations: region.occupations) {
                (name) throws(Problem) in try data.table(name)
            }
            try SyntheticCity.write(
                people: 2000, seed: 12, dirt: 8, asOf: synth.asOf, data: synth,
                to: folder.path("lists")
            ) { _ in }
            asOf = synth.asOf
            law = try data.law()
            processor = Processor(region: region, law: law)
            store = try await CityStore.create(
                on: try kind.make(folder), key: try KeyFile.create(at: folder.path("kota.key")),
                region: "bekasi", by: Act(actor: "test", at: .now()))
        }

        func fill() async throws -> CityRun {
            var request = ProcessRequest(folder: folder.path("lists"), asOf: asOf)
            request.quota = 100
            request.links = try await store.keptLinks()
            let run = try await processor.run(request) { _, _ in }
            let results = RunImport(run, law, on: asOf)
            let act = Act(actor: "test", at: .now(), key: results.requestKey)
            #expect(try await store.importRun(try results.importRun(), by: act) == .imported)
            #expect(try await store.checkCounts().isEmpty)
            return run
        }

        /// One more list, before all others, so that no row keeps its place.
        func addList() throws {
            let text = "NIK,Nama,Tanggal Lahir\n3275010101800001,Orang Baru,1980-01-01\n"
            try Data(text.utf8).write(to: URL(filePath: folder.path("lists/aaa.csv")))
            try Data("aaa: dishub\n".utf8).write(
                to: URL(filePath: folder.path("lists/sources.yaml")))
        }

        func decide(_ pair: ReviewPair, _ run: CityRun, _ verdict: LinkVerdict) async throws
            -> LinkDecision
        {
            let prefix = run.region.personNumberPrefix
            let people = [pair.personA, pair.personB].map {
                PersonNumber(prefix: prefix, serial: $0)
            }
            let outcome = try await store.decide(
                PairRuling(
                    first: people[0], second: people[1], verdict: verdict, note: nil, seen: 0),
                in: .city, DecidedRunTests.terms, by: Act(actor: "ratna", at: .now()))
            guard case .decided(let decision) = outcome else { throw Problem.storeCancelled() }
            return decision
        }
    }

    /// A row by what it is called on paper.
    private struct Row: Hashable {
        let source: String
        let record: Int

        init(_ position: Int, _ run: CityRun) {
            let found = run.locate(position)
            source = run.deliveries[found.delivery].delivery.source
            record = Int(found.row.number)
        }
    }

    private static func people(_ run: CityRun) -> [Row: Int32] {
        Dictionary(
            uniqueKeysWithValues: run.linkage.personOfRow.enumerated().map {
                (Row($0.offset, run), $0.element)
            })
    }

    /// The people as sets of rows.
    private static func groups(_ run: CityRun) -> Set<Set<Row>> {
        Set(
            Dictionary(grouping: people(run)) { $0.value }.values.map { rows in
                Set(rows.map(\.key))
            })
    }

    @Test(arguments: TestEngine.all)
    func `decisions hold when lists come anew, and when more come`(
        _ kind: TestEngine
    ) async throws {
        let place = try await Place(kind)
        let first = try await place.fill()
        let pairs = first.linkage.reviews
        try #require(pairs.count > 4)
        // Two pairs that have nobody in common.
        let joined = try #require(pairs.first { $0.probability < 0.6 })
        let parted = try #require(
            pairs.first { pair in
                Set([pair.personA, pair.personB]).isDisjoint(with: [joined.personA, joined.personB])
            })
        let same = try await place.decide(joined, first, .same)
        _ = try await place.decide(parted, first, .different)
        for isLonger in [false, true] {
            if isLonger { try place.addList() }
            let run = try await place.fill()
            let people = DecidedRunTests.people(run)
            let rows = [joined.rowA, joined.rowB, parted.rowA, parted.rowB].map { Row($0, first) }
            #expect(people[rows[0]] == people[rows[1]])
            #expect(people[rows[2]] != people[rows[3]])
            let asked = run.linkage.reviews.contains { pair in
                Set([pair.personA, pair.personB])
                    == Set([people[rows[2]], people[rows[3]]].compactMap { $0.map { Int($0) } })
            }
            #expect(!asked)
            let all = try await place.store.keptLinks()
            #expect(all.links.map(\.id) == [1, 2])
        }
        _ = try await place.store.undoLink(
            same.id, in: .city, DecidedRunTests.terms, by: Act(actor: "ratna", at: .now()))
        let last = try await place.fill()
        let people = DecidedRunTests.people(last)
        #expect(people[Row(joined.rowA, first)] != people[Row(joined.rowB, first)])
    }

    @Test(arguments: TestEngine.all)
    func `what was taken back leaves everything to the machine`(_ kind: TestEngine) async throws {
        let place = try await Place(kind)
        let first = try await place.fill()
        for pair in first.linkage.reviews.prefix(3) {
            let decision = try await place.decide(pair, first, .same)
            _ = try await place.store.undoLink(
                decision.id, in: .city, DecidedRunTests.terms, by: Act(actor: "ratna", at: .now()))
        }
        let last = try await place.fill()
        #expect(DecidedRunTests.groups(last) == DecidedRunTests.groups(first))
    }

    @Test func `of whom nobody could tell is not asked again as if it were new`() async throws {
        let place = try await Place(.sqlite)
        let first = try await place.fill()
        let pair = try #require(first.linkage.reviews.first)
        _ = try await place.decide(pair, first, .unsure)
        _ = try await place.fill()
        let open = try await place.store.pairs(in: .city, limit: 1000)
        let unsure = try await place.store.pairs(in: .city, .unsure, limit: 9)
        #expect(unsure.total == 1)
        #expect(open.total == first.linkage.reviews.count - 1)
    }
}
