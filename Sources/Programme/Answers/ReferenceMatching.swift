package import Civic

/// Somebody on one of two lists that are compared: what tells who it is, the NIK by a keyed mark.
package struct ReferencePerson: Sendable, Hashable {
    /// Whatever the caller knows the person by.
    package let id: Int
    package let nik: [UInt8]?
    /// Canonical.
    package let nameKey: String
    package let birth: Day?

    package init(id: Int, nik: [UInt8]?, nameKey: String, birth: Day?) {
        self.id = id
        self.nik = nik
        self.nameKey = nameKey
        self.birth = birth
    }
}

/// What a candidate was found as on an agency's list.
package struct ReferenceMatch: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// By NIK, or by name and birth date, and nobody else.
        case exact
        /// Somebody similar.
        case near
        /// Several who are about as similar: somebody has to choose.
        case twins
    }

    /// ``ReferencePerson/id`` of the row.
    package let row: Int
    package let kind: Kind
    /// 0 to 100.
    package let score: Int

    package init(row: Int, kind: Kind, score: Int) {
        self.row = row
        self.kind = kind
        self.score = score
    }
}

/// Finds candidates on an agency's own list, in time proportional to both.
package struct ReferenceMatching: Sendable {
    private struct Person: Hashable {
        let nameKey: String
        let birth: Day
    }

    private struct Scored {
        let place: Int
        let score: Int
        /// By NIK, or by name and birth date with nothing against it.
        let isCertain: Bool
        var isByNumber = false
        /// The candidate's NIK beside another name.
        var isContrary = false

        /// A number outweighs a name.
        var order: Int { isByNumber ? 0 : isCertain ? 1 : 2 }
    }

    private let rules: ReferenceRules
    private let rows: [ReferencePerson]
    private let words: [[NameLikeness.Word]]
    private var byNumber: [[UInt8]: [Int]] = [:]
    private var byBirth: [Day: [Int]] = [:]
    private var bySound: [[UInt64]: [Int]] = [:]

    /// - Parameters:
    ///   - rows: the agency's list.
    ///   - rules: how to compare.
    package init(_ rows: [ReferencePerson], _ rules: ReferenceRules) {
        self.rules = rules
        self.rows = rows
        words = rows.map { NameLikeness.words(of: $0.nameKey) }
        for (place, row) in rows.enumerated() {
            if let nik = row.nik { byNumber[nik, default: []].append(place) }
            guard !row.nameKey.isEmpty else { continue }
            if let birth = row.birth { byBirth[birth, default: []].append(place) }
            bySound[ReferenceMatching.sounds(words[place]), default: []].append(place)
        }
    }

    /// The rows that each candidate may be, best first; none for whom there is no such row.
    package func matches(of candidates: [ReferencePerson]) -> [[ReferenceMatch]] {
        var namesakes: [Person: Int] = [:]
        for candidate in candidates {
            if let person = ReferenceMatching.person(candidate) {
                namesakes[person, default: 0] += 1
            }
        }
        return candidates.map { candidate in
            let person = ReferenceMatching.person(candidate)
            let isAlone = person.map { namesakes[$0] == 1 } ?? true
            return matches(of: candidate, isAlone: isAlone)
        }
    }

    private func matches(of candidate: ReferencePerson, isAlone: Bool) -> [ReferenceMatch] {
        let found = scored(candidate).sorted {
            ($0.order, -$0.score, $0.place) < ($1.order, -$1.score, $1.place)
        }
        guard let best = found.first else { return [] }
        if best.isByNumber {
            return [ReferenceMatch(row: rows[best.place].id, kind: .exact, score: best.score)]
        }
        let certain = found.filter(\.isCertain)
        let areSeveral = Set(certain.compactMap { rows[$0.place].nik }).count > 1
        let isDisputed = found.contains { $0.isContrary }
        if best.isCertain, isAlone, !areSeveral, !isDisputed {
            return [ReferenceMatch(row: rows[best.place].id, kind: .exact, score: best.score)]
        }
        let rivals = found.dropFirst().filter { other in
            other.isContrary || areSeveral && other.isCertain
                || !areOne(rows[best.place], rows[other.place])
                    && other.score + rules.margin >= best.score
        }
        let kind: ReferenceMatch.Kind = rivals.isEmpty && isAlone ? .near : .twins
        return ([best] + rivals).prefix(rules.shown).map { scored in
            ReferenceMatch(row: rows[scored.place].id, kind: kind, score: scored.score)
        }
    }

    /// Every row that reaches the score to be shown.
    private func scored(_ candidate: ReferencePerson) -> [Scored] {
        let own = NameLikeness.words(of: candidate.nameKey)
        var places = Set(candidate.nik.flatMap { byNumber[$0] } ?? [])
        if !own.isEmpty {
            if let birth = candidate.birth { places.formUnion(byBirth[birth] ?? []) }
            let alike = bySound[ReferenceMatching.sounds(own)] ?? []
            if alike.count <= rules.group { places.formUnion(alike) }
        }
        return places.compactMap { score(candidate, own, $0) }
    }

    private func score(
        _ candidate: ReferencePerson, _ own: [NameLikeness.Word], _ place: Int
    ) -> Scored? {
        let row = rows[place]
        let name = NameLikeness.score(own, words[place])
        let isSameNumber = candidate.nik != nil && candidate.nik == row.nik
        if isSameNumber, name >= rules.sameNumberName {
            return Scored(place: place, score: 100, isCertain: true, isByNumber: true)
        }
        let isOtherNumber = !isSameNumber && candidate.nik != nil && row.nik != nil
        let birth = birthScore(candidate.birth, row.birth)
        let whole = name * rules.nameWeight + birth * (100 - rules.nameWeight)
        let score = max(0, whole / 100 - (isOtherNumber ? rules.numberDiffers : 0))
        // Whose NIK it is must be seen by somebody, whatever the name.
        guard score >= rules.near || isSameNumber else { return nil }
        let isSamePerson =
            row.birth != nil && candidate.birth == row.birth && candidate.nameKey == row.nameKey
        return Scored(
            place: place, score: score, isCertain: isSamePerson && !isOtherNumber && !isSameNumber,
            isContrary: isSameNumber)
    }

    private func birthScore(_ left: Day?, _ right: Day?) -> Int {
        guard let left, let right else { return rules.birthMissing }
        if left == right { return 100 }
        let (one, other) = (left.parts, right.parts)
        let same = [one.year == other.year, one.month == other.month, one.day == other.day]
        let isSwapped =
            one.year == other.year && one.month == other.day && one.day == other.month
        return isSwapped || same.count(where: { $0 }) == 2 ? rules.birthSlip : 0
    }

    /// Two rows of a list that names somebody twice.
    private func areOne(_ left: ReferencePerson, _ right: ReferencePerson) -> Bool {
        if let one = left.nik, let other = right.nik { return one == other }
        return left.nameKey == right.nameKey && left.birth == right.birth
    }

    private static func person(_ candidate: ReferencePerson) -> Person? {
        guard let birth = candidate.birth, !candidate.nameKey.isEmpty else { return nil }
        return Person(nameKey: candidate.nameKey, birth: birth)
    }

    private static func sounds(_ words: [NameLikeness.Word]) -> [UInt64] {
        words.map(\.sound).sorted()
    }
}
