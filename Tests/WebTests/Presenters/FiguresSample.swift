import Civic
import Office
import Programme

@testable import Store
@testable import Web

extension Sample {
    /// Invented counts in which every district, reason, occupation and age adds up, with many small
    /// cells.
    func figures(_ seed: UInt64, largest: Int = 40) -> Figures {
        var generator = SeededGenerator(seed: seed)
        func count() -> Int { Int(generator.next() % UInt64(largest)) }
        var counts: [CountKey: Int] = [:]
        let areas = facts.places(at: .district).map { district in
            let standings: [PersonStanding: Int] = [.selected: count(), .waiting: count()]
            for (standing, people) in standings {
                counts[.standing(standing), default: 0] += people
                counts[.people, default: 0] += people
            }
            return AreaFigures(
                place: district.code, people: standings.values.reduce(0, +),
                standings: standings)
        }
        for reason in facts.region.reasons.reasons {
            let people = count()
            guard people > 0 else { continue }
            counts[.reason(reason.code)] = people
            counts[.standing(.refused), default: 0] += people
            counts[.people, default: 0] += people
        }
        addSelected(&counts, &generator)
        return Figures(counts: counts, areas: areas, openReviews: 3)
    }

    /// Shares the selected out over occupations, funds and ages.
    private func addSelected(
        _ counts: inout [CountKey: Int], _ generator: inout SeededGenerator
    ) {
        let works = facts.region.occupations.occupations.prefix(12)
        for _ in 0..<(counts[.standing(.selected)] ?? 0) {
            let draw = generator.next()
            let work = works[Int(draw % 12)].code
            let years = 18 + Int((draw >> 8) % 47)
            counts[.selectedOccupation(work), default: 0] += 1
            counts[.fund((draw >> 16) % 9 == 0 ? "csr" : "apbd"), default: 0] += 1
            counts[.selectedAge(years, (draw >> 24) % 3 == 0 ? .female : .male), default: 0] += 1
        }
    }
}
