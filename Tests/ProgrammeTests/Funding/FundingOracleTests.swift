import Civic
import Programme
import Testing

/// The matching against every way of paying, in worlds small enough to write them all down.
struct FundingOracleTests {
    private static let visitsMax = 150_000

    private struct Tally {
        var cases = 0
        var proven = 0
        var most = 0
        var wrong: [String] = []
    }

    private static func compare(
        seed: UInt64, cases: Int, packages: Bool, searchMax: Int
    ) throws -> Tally {
        var generator = SeededGenerator(seed: seed)
        // Without trials the networks stand alone.
        var matcher = FundMatcher(law: nationalLaw)
        matcher.searchMax = searchMax
        var tally = Tally()
        while tally.cases < cases {
            let city = FundingCase.random(
                &generator, people: Int.random(in: 1...6, using: &generator),
                funds: Int.random(in: 1...4, using: &generator),
                months: Int.random(in: 1...4, using: &generator), packages: packages)
            guard let best = try FundingOracle.best(city, visitsMax: visitsMax) else { continue }
            tally.cases += 1
            let found = try matcher.match(city.wave, with: city.offers)
            let score = try FundingScore.of(found, city)
            let proof = found.proof
            if proof.isProvenBest { tally.proven += 1 }
            if proof.isMost { tally.most += 1 }
            let isTrue =
                proof.covered == score.months && proof.bound >= best.months
                && found.cost.amount == score.cost && !(best < score)
                && (!proof.isMost || score.months == best.months)
                && (!proof.isFairest || score.places == best.places)
                && (!proof.isProvenBest || score == best)
            if !isTrue { tally.wrong.append("\(city)\n\(score)\n\(best)\n\(proof)") }
        }
        return tally
    }

    @Test func `open funds are matched in the best way of all`() throws {
        let tally = try Self.compare(seed: 25, cases: 400, packages: false, searchMax: 400_000)
        #expect(tally.wrong.prefix(1) == [])
        #expect(tally.proven == tally.cases)
    }

    @Test func `packages are matched in the best way of all`() throws {
        let tally = try Self.compare(seed: 26, cases: 400, packages: true, searchMax: 400_000)
        #expect(tally.wrong.prefix(1) == [])
        #expect(tally.proven == tally.cases)
    }

    /// What large waves rest on: no search, and never a claim that is not true.
    @Test func `networks alone claim only what is so`() throws {
        let open = try Self.compare(seed: 27, cases: 600, packages: false, searchMax: 0)
        #expect(open.wrong.prefix(1) == [])
        let packages = try Self.compare(seed: 28, cases: 600, packages: true, searchMax: 0)
        #expect(packages.wrong.prefix(1) == [])
        print("measured: proven by networks alone \(open), \(packages)")
    }
}
