/// How the lists of this run differ from those of an earlier one, as far as linking sees them.
package struct FieldDrift: Sendable {
    package let field: String
    /// Half the sum of differences between the shares of levels among pairs of one person: 0 for the
    /// same, 1 for nothing in common.
    package let distance: Double
}

extension LinkageModel {
    /// By field, largest first. A field that suddenly differs much was filled in another way, or is
    /// in another column.
    package func drift(from earlier: LinkageModel) -> [FieldDrift] {
        Field.allCases.map { field in
            let levels = levels[field.rawValue].indices.dropFirst()
            let sum = levels.reduce(0.0) { sum, level in
                let (now, then) = (self.level(level, of: field), earlier.level(level, of: field))
                return sum + abs(now.ofOne - then.ofOne)
            }
            return FieldDrift(field: "\(field)", distance: sum / 2)
        }.sorted { ($1.distance, $0.field) < ($0.distance, $1.field) }
    }
}
