package import Civic

/// The numbers of a dashboard, as far as a scope reaches. They tell nothing about single people,
/// except where a count is very small: what is published must hide those.
package struct Figures: Sendable {
    private let counts: [CountKey: Int]
    /// The same counts for each district in the scope, or for each of its villages where the scope
    /// is made of villages; in order of code. Empty where people must not be told by place.
    package let areas: [AreaFigures]
    /// Pairs that somebody must judge.
    package let openReviews: Int

    init(counts: [CountKey: Int], areas: [AreaFigures], openReviews: Int) {
        self.counts = counts
        self.areas = areas
        self.openReviews = openReviews
    }

    package subscript(key: CountKey) -> Int { counts[key] ?? 0 }

    package var people: Int { self[.people] }

    package subscript(outcome: PersonOutcome) -> Int {
        outcome.standings.reduce(0) { $0 + self[.standing($1)] }
    }

    /// People by first reason.
    package var reasons: [String: Int] {
        tell { key in if case .reason(let code) = key { code } else { nil } }
    }

    package var occupations: [String: Int] {
        tell { key in if case .occupation(let code) = key { code } else { nil } }
    }

    package var selectedOccupations: [String: Int] {
        tell { key in if case .selectedOccupation(let code) = key { code } else { nil } }
    }

    package var funds: [String: Int] {
        tell { key in if case .fund(let fund) = key { fund } else { nil } }
    }

    /// Selected people of `sex` by completed years of life.
    package func selectedAges(_ sex: Sex) -> [Int: Int] {
        tell { key in
            if case .selectedAge(let years, sex) = key { years } else { nil }
        }
    }

    private func tell<Name: Hashable>(_ name: (CountKey) -> Name?) -> [Name: Int] {
        var found: [Name: Int] = [:]
        for (key, count) in counts {
            if let name = name(key) { found[name] = count }
        }
        return found
    }
}

/// Counts of one district or village.
package struct AreaFigures: Sendable, Hashable {
    package let place: PlaceCode
    package let people: Int
    package let standings: [PersonStanding: Int]

    package subscript(standing: PersonStanding) -> Int { standings[standing] ?? 0 }
}
