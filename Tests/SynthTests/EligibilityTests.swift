import Civic
import Testing

/// The answers of `truth/eligible.csv`, found once more by reading the lists row by row.
@Suite struct EligibilityTests {
    private struct Evidence {
        var status: String?
        var decile: Int?
        var insured = false
        var sectorList = false
        var state = false
        /// What the lists say about work, by precedence.
        var work: [Int: Set<Occupation.Standing>] = [:]
    }

    private let city: SampleCity
    private let occupations: OccupationCatalogue

    init() throws {
        city = try SampleCity.ordinary.get()
        occupations = try SampleTables.occupations()
    }

    private func evidence() throws -> [Evidence] {
        var evidence = Array(repeating: Evidence(), count: city.persons.count)
        for (list, links) in city.links {
            for row in try city.rows(list) {
                guard let person = links[row.number] else { continue }
                collect(row.cells, from: list, into: &evidence[person - 1])
            }
        }
        return evidence
    }

    private func collect(
        _ cells: [String: String], from list: String, into evidence: inout Evidence
    ) {
        if let status = cells["STATUS"] { evidence.status = status }
        if let decile = Int(cells["Desil"] ?? "") { evidence.decile = decile }
        if cells["Status Kepesertaan"] == "AKTIF" { evidence.insured = true }
        if ["diskopukm", "organda", "dishub-ojek", "aplikator"].contains(list) {
            evidence.sectorList = true
        }
        for (rank, header) in ["dtsen:Pekerjaan", "kelurahan:Pekerjaan", "dukcapil:JENIS_PKRJN"]
            .enumerated()
        {
            let parts = header.split(separator: ":").map(String.init)
            guard parts[0] == list, let word = cells[parts[1]], !word.isEmpty,
                let known = occupations.position(named: LetterKey(word))
            else { continue }
            let standing = occupations[known].standing
            if standing == .state { evidence.state = true }
            evidence.work[rank, default: []].insert(standing)
        }
    }

    @Test func `answers follow from what the lists say`() throws {
        let asOf = try #require(Day(iso: SampleCity.asOf))
        var eligible = 0
        for (index, evidence) in try evidence().enumerated() {
            let birth = try #require(Day(iso: city.persons[index]["birth_date"] ?? ""))
            let works = evidence.work.min { $0.key < $1.key }?.value.contains(.informal) ?? false
            let expected =
                evidence.status == "AKTIF" && (18..<65).contains(birth.age(on: asOf))
                && (1...5).contains(evidence.decile ?? 0) && (works || evidence.sectorList)
                && !evidence.state && !evidence.insured
            if expected { eligible += 1 }
            let answer = city.eligible[index]
            #expect(answer["eligible"] == "\(expected)", "person \(index + 1)")
            #expect((answer["reasons"] == "") == expected)
        }
        let share = Double(eligible) / Double(city.persons.count)
        #expect((0.08...0.18).contains(share))
    }

    @Test func `reasons are words of a short list`() {
        let known: Set = [
            "not_resident", "age", "decile", "work", "dead", "state_employee", "insured",
        ]
        for answer in city.eligible {
            let reasons = (answer["reasons"] ?? "").split(separator: ";").map(String.init)
            #expect(known.isSuperset(of: reasons))
            #expect(Set(reasons).count == reasons.count)
        }
    }
}
