import Civic
import Foundation
import Testing

@testable import Store

/// A city of pairs, and what is asked of it again and again.
struct LinkCity {
    static let terms = LinkTerms(registries: ["registry"], recheckReason: "A15")

    let store: TestStore
    let sample: SampleCity
    var city: CityStore { store.city }

    init(_ kind: TestEngine, people: Int = 240, seed: UInt64 = 71) async throws {
        store = try await TestStore(kind)
        sample = LinkCity.linked(SampleCity(people: people, seed: seed))
        try await store.city.importRun(sample.run(), by: .test())
    }

    /// Each person is a possible other of some neighbours, so that decisions hang together.
    private static func linked(_ city: SampleCity) -> SampleCity {
        var pairs: [ImportedPair] = []
        for first in stride(from: 0, to: city.people.count - 9, by: 3) {
            for (step, second) in [first + 1, first + 3, first + 7].enumerated() {
                pairs.append(
                    ImportedPair(
                        first: first, second: second, weight: 3000 - first * 7 - step * 900,
                        probability: (first * 37 + step * 211) % 1001,
                        evidence: [PairFinding(Phrase("Nama sama.", en: "Same name."))]))
            }
        }
        return SampleCity(people: city.people, pairs: pairs)
    }

    static func act(_ actor: String = "ratna", _ key: String? = nil) -> Act {
        Act(actor: actor, at: TestStore.noon, key: key)
    }

    static func search(_ search: PersonSearch) -> PersonFilter {
        var filter = PersonFilter()
        filter.search = search
        return filter
    }

    func number(_ position: Int) -> PersonNumber { sample.people[position].number }

    @discardableResult
    func decide(
        _ first: PersonNumber, _ second: PersonNumber, _ verdict: LinkVerdict, seen: Int = 0,
        in scope: Scope = .city, by act: Act = LinkCity.act(), note: String? = nil
    ) async throws -> LinkOutcome {
        try await city.decide(
            PairRuling(first: first, second: second, verdict: verdict, note: note, seen: seen),
            in: scope, LinkCity.terms, by: act)
    }

    func undo(_ decision: LinkDecision, by act: Act = LinkCity.act()) async throws {
        _ = try await city.undoLink(decision.id, in: .city, LinkCity.terms, by: act)
    }

    /// A pair of whom not both are registered under numbers of their own.
    func plainPair(from start: Int = 0) throws -> ImportedPair {
        try #require(
            sample.pairs.first { pair in
                pair.first >= start && !sample.people[pair.first].rows.isEmpty
                    && !sample.people[pair.second].rows.isEmpty
                    && (registered(pair.first).isEmpty || registered(pair.second).isEmpty)
            })
    }

    /// A pair of whom both are.
    func registeredPair() throws -> ImportedPair {
        try #require(
            sample.pairs.first { pair in
                !registered(pair.first).isEmpty && !registered(pair.second).isEmpty
                    && registered(pair.first).isDisjoint(with: registered(pair.second))
            })
    }

    /// Three of whom nobody is registered: the first may be either of the others.
    func plainThree() throws -> (first: Int, second: Int, third: Int) {
        let plain = sample.pairs.filter { pair in
            [pair.first, pair.second].allSatisfy {
                registered($0).isEmpty && !sample.people[$0].rows.isEmpty
            }
        }
        for (one, other) in zip(plain, plain.dropFirst()) where one.first == other.first {
            return (one.first, one.second, other.second)
        }
        Issue.record("the sample has no such three")
        throw Problem.storeCancelled()
    }

    func registered(_ position: Int) -> Set<NIK> {
        Set(sample.people[position].rows.filter { $0.delivery == 0 }.compactMap(\.nik))
    }

    // MARK: What is kept

    /// Tables that decisions change, and that an undo must bring back.
    static let tables = [
        "person", "source_row", "person_agency", "name_word", "review_pair", "tally", "delivery",
        "person_alias", "shelved_person", "shelved_row", "shelved_pair",
    ]

    func contents() async throws -> CityContents {
        try await store.engine.read { reader throws(Problem) in
            var shapes: [(name: String, columns: [SQLColumn])] = []
            for table in LinkCity.tables {
                shapes.append((table, try reader.columns(of: table)))
            }
            return try CityContents.read(shapes, reader)
        }
    }

    /// Whether every row belongs to one living person, counts are right and nothing is left behind.
    func expectSound(_ location: SourceLocation = #_sourceLocation) async throws {
        #expect(try await city.checkCounts() == [], sourceLocation: location)
        let rows = sample.people.reduce(0) { $0 + $1.rows.count }
        #expect(try await store.count("source_row") == rows, sourceLocation: location)
        let (lost, wrong) = try await store.engine.read { reader throws(Problem) in
            (
                try reader.integer(
                    """
                    SELECT COUNT(*) FROM source_row s
                    WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.id = s.person_id)
                    """),
                try reader.integer(
                    """
                    SELECT COUNT(*) FROM person p WHERE p.sources
                    <> (SELECT COUNT(*) FROM source_row s WHERE s.person_id = p.id)
                    """)
            )
        }
        #expect(lost == 0 && wrong == 0, sourceLocation: location)
        let lists = try await city.deliveries()
        for (place, list) in lists.enumerated() {
            let people = try await store.engine.read { reader throws(Problem) in
                try reader.integer(
                    "SELECT COUNT(DISTINCT person_id) FROM source_row WHERE delivery_id = $1",
                    [SQLValue(place + 1)])
            }
            #expect(list.people == people, sourceLocation: location)
        }
    }
}

extension LinkOutcome {
    /// The decision that was made; the test fails when there is none.
    func made(_ location: SourceLocation = #_sourceLocation) throws -> LinkDecision {
        guard case .decided(let decision) = self else {
            Issue.record("nothing was decided: \(self)", sourceLocation: location)
            throw Problem.storeCancelled()
        }
        return decision
    }
}
